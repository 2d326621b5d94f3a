"""Prints what docs/own/sources/facts.md has to say: what the README says in figures, read off this repository.

usage: python bench/facts.py > facts.md

Where it changed, take it in with `factcheck source update facts FILE --project
docs/own`, then approve its claims and settle the README's statements anew: `make check` says which.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def facts() -> str:
    """The text, each sentence made from what it is about."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    python = project["requires-python"].removeprefix(">=")
    return (
        "\n\n".join(
            (
                "# Facts about factcheck",
                f"A machine needs Python {python} or later, as pyproject.toml says, and make.",
                *_demonstration(),
                *_exit_codes(),
            )
        )
        + "\n"
    )


def _exit_codes() -> list[str]:
    """What the exit codes mean, where the help says so too."""
    told = (ROOT / "factcheck" / "cli" / "main.py").read_text("utf-8")
    for line in ("0  done; nothing found that --fail-on names", "1  done; check found differences", "2  not done, or"):
        if line not in told:
            raise SystemExit(f"the help does not say {line!r} any more")
    return [
        "Exit code 0: a check is done, and there is nothing that --fail-on names.",
        "Exit code 1: there are differences that --fail-on names.",
        "Exit code 2: it was not done, or nothing could be compared, and one line says why.",
        "A check that compared nothing never ends with exit code 0, unless --fail-on never asks for it.",
    ]


def _demonstration() -> list[str]:
    """What the demonstration's documents hold, each figure looked up in them."""
    money = _found("eastgate-2022", r"\$1\.7 billion"), _found("lantern-2021", r"\$1\.44 billion")
    visits = _found("lantern-2021", r"\b[Ss]ix (?=\w+ )"), _found("eastgate-2022", r"\b[Ee]ight (?=journeys)")
    months = _found("lantern-2021", r"\bMay\b"), _found("eastgate-2022", r"\bJune\b")
    return [
        f"In the demonstration a briefing gives {money[0]}, and a news item gives {money[1]}.",
        f"In it {visits[0].lower()} visits are announced, and the appendix lists {visits[1].lower()} of them.",
        f"One article of it has the trip in {months[0]}, and another article has it in {months[1]}.",
    ]


def _found(source: str, pattern: str) -> str:
    match = re.search(pattern, (ROOT / "sources" / f"{source}.md").read_text("utf-8"))
    if match is None:
        raise SystemExit(f"sources/{source}.md does not hold {pattern} any more")
    return match[0].strip()


if __name__ == "__main__":
    print(facts(), end="")
