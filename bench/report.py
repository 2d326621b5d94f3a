"""Measures the HTML report of a large project: how long it takes to make, how large it is, how soon a browser shows it.

    python bench/report.py [--findings 2000] [--sources 200] [--claims 50000] [--output FILE] [--chromium PATH]

The findings are generated, with six passages each on average and the words of a small vocabulary.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from factcheck.digests import digest_of
from factcheck.pages.wording import LABELS
from factcheck.reporting import View, reporter

WORDS = (
    "the harbour authority spent on dredging in those years a total that auditors put beside the ferry line and its"
    " two new piers while the council said that no contract had been signed before the winter of the strike because"
    " engineers from the northern yard still measured the channel and its banks after every storm"
).split()
SHARES = {"conflict": 0.2, "possible-conflict": 0.2, "different-basis": 0.1, "later-figure": 0.05, "agrees": 0.45}
KINDS = ("quantity", "count", "percentage", "date", "event", "quotation", "name")


class Made:
    """What stands behind a generated report: the shapes of its claims and the ties of its sources."""

    def __init__(self, claims: dict[str, Any], ties: list[dict[str, Any]]) -> None:
        self.made = {"claims": claims, "ties": ties}

    def pictures(self, report: Any) -> dict[str, Any]:
        return self.made


def generated(findings: int, sources: int, claims: int, seed: int = 8) -> tuple[dict[str, Any], Made]:
    """A report with so many findings of so many sources, and what its pictures are drawn from."""
    chance = random.Random(seed)
    listed = [
        {"id": f"source-{number:03}", "title": f"{sentence(chance, 7)} ({number})",
         "issued": f"20{10 + number % 15}-05", "claims": claims // sources,
         "not_checked": [], "confidential": False, "embargo": None}
        for number in range(sources)
    ]  # fmt: skip
    shapes: dict[str, Any] = {}
    made = [finding(chance, number, sources, shapes) for number in range(findings)]
    made.sort(key=lambda one: (list(LABELS).index(one["verdict"]), -one["weight"]))
    ties = [
        {"from": f"source-{number:03}", "to": f"source-{chance.randrange(number):03}", "how": how, "times": 1}
        for number in range(1, sources)
        for how in chance.sample(("repeats", "cites", "quotes"), chance.randrange(3))
    ]
    summary = Counter(one["verdict"] for one in made)
    report = {"schema_version": 1, "tool": "factcheck", "sources": listed, "summary": dict(summary), "findings": made}
    return {**report, "withheld": {"sources": 0, "findings": 0}}, Made(shapes, ties)


def finding(chance: random.Random, number: int, sources: int, shapes: dict[str, Any]) -> dict[str, Any]:
    verdict = chance.choices(list(SHARES), list(SHARES.values()))[0]
    letters = "a" if verdict == "agrees" else "ab" if chance.random() < 0.8 else "abc"
    items = [item(chance, letter, sources, shapes) for letter in letters for _ in range(chance.randint(1, 5))]
    values = " and ".join(one["value"] for one in items)
    return {
        "schema_version": 1, "id": f"quantity-differs:{digest_of(number)[:12]}", "check": "quantity-differs",
        "kind": chance.choice(KINDS), "verdict": verdict, "severity": "error", "status": "open", "decided": None,
        "message": f"Different figures are given for {sentence(chance, 4)}: {values}.", "settle": sentence(chance, 12),
        "explanation": [{"code": "step", "text": sentence(chance, 9)} for _ in range(4)],
        "evidence": items, "more": 0, "weight": chance.random(), "seen": digest_of(number),
    }  # fmt: skip


def item(chance: random.Random, side: str, sources: int, shapes: dict[str, Any]) -> dict[str, Any]:
    source, value = f"source-{chance.randrange(sources):03}", chance.randrange(1_000_000, 9_000_000)
    claim, year = f"{source}-{len(shapes)}", chance.randrange(2000, 2024)
    shapes[claim] = {
        "written": f"${value:,}", "low": value, "high": value, "least": value * 0.97, "most": value * 1.03,
        "unit": "USD", "dimension": "money", "form": "value", "first": f"{year}-01-01", "last": f"{year + 2}-12-31",
        "period": f"{year} to {year + 2}", "on": f"{year}-03-04", "till": f"{year}-03-04", "when": f"4 March {year}",
    }  # fmt: skip
    exact = f"{sentence(chance, 14)} ${value:,} {sentence(chance, 12)}.".capitalize()
    return {
        "source": source, "start": 0, "end": len(exact), "exact": exact, "side": side, "claim": claim,
        "value": f"${value:,}", "section": sentence(chance, 4), "page": str(value % 90), "note": None,
        "date": f"{year}-05",
    }  # fmt: skip


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def opened(page: Path, chromium: str) -> dict[str, float]:
    """How many milliseconds after its address was given a page is painted, loaded, and filters a search."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        began = time.perf_counter()
        tab.goto(page.resolve().as_uri(), wait_until="load")
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        shown = (time.perf_counter() - began) * 1000
        paint = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        searched = tab.evaluate(
            """async () => {
              const began = performance.now();
              const field = document.querySelector("[name=words]");
              field.value = "harbour $1";
              field.form.dispatchEvent(new Event("input"));
              await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 151));
              return performance.now() - began - 151;
            }"""
        )
        browser.close()
    return {"first paint": paint, "opened": shown, "first search": searched}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=2000)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--output", type=Path, default=Path("/tmp/report.html"))
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    report, behind = generated(given.findings, given.sources, given.claims)
    began = time.perf_counter()
    text = reporter("html").render(report, View(behind=behind))
    print(f"rendered   {time.perf_counter() - began:8.2f} s")
    given.output.write_text(text, "utf-8")
    print(f"size       {given.output.stat().st_size / 1e6:8.2f} MB")
    if Path(given.chromium).exists():
        for name, milliseconds in opened(given.output, given.chromium).items():
            print(f"{name:<10} {milliseconds:8.0f} ms")


if __name__ == "__main__":
    main()
