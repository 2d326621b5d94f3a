"""How many conflicts and agreements are found of facts told in eight wordings, and alarms beside what lies near.

usage: python bench/wordings.py FOLDER [-v]

FOLDER is one of tests/wordings. All combinations are counted, by fact; with -v each that fails is shown. The files of
`unread` are to stay unread: count them without -v.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.test_wordings import cases, counts, facts


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("-v", dest="verbose", action="store_true")
    given = asked.parse_args()
    total: Counter[str] = Counter()
    for fact in facts(given.folder):
        own, failed = counts(list(cases(fact)))
        total += own
        print(f"{fact.name}: {told(own)}", flush=True)
        for line in failed if given.verbose else ():
            print(f"  {line}")
    print(told(total))


def told(total: Counter[str]) -> str:
    right = [f"{kind}s {total[f'{kind} found']} of {total[kind]}" for kind in ("conflict", "agreement")]
    wrong = f"alarms beside what lies near {total['near wrong']} of {total['near']}"
    return ", ".join([*right, wrong, f"other wrong alarms {total['conflict wrong'] + total['agreement wrong']}"])


if __name__ == "__main__":
    main()
