"""Measures the time that `factcheck --help` takes against a bare two-command typer application.

usage: python bench/startup.py [--pairs N] [--limit RATIO] [-- COMMAND...]

Runs both in turn, N times, after one run of each that is not counted, and prints the medians and their
ratio. Exits 1 where the ratio is above the limit. COMMAND replaces `--help` as what factcheck is asked.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = '''
import typer
app = typer.Typer()

@app.command()
def one(name: str) -> None:
    """One."""

@app.command()
def two(name: str) -> None:
    """Two."""

app()
'''


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=25)
    parser.add_argument("--limit", type=float, default=1.3)
    parser.add_argument("command", nargs="*", default=["--help"])
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        commands = [sys.executable, str(bare), "--help"], [sys.executable, "-m", "factcheck", *asked.command]
        for command in commands:
            seconds(command)
        pairs = [(seconds(commands[0]), seconds(commands[1])) for _ in range(asked.pairs)]
    floor, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(mine / base for base, mine in pairs)
    print(f"bare typer --help      {floor * 1000:7.0f} ms")
    print(f"factcheck {' '.join(asked.command):<12} {ours * 1000:7.0f} ms")
    print(f"median of ratios       {ratio:7.2f}   (limit {asked.limit}, {asked.pairs} pairs)")
    return int(ratio > asked.limit)


if __name__ == "__main__":
    sys.exit(main())
