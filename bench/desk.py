"""How long the pages of the desk take, and whether it holds when many decide at once.

usage: python bench/desk.py [--claims N] [--sources N] [--reviewers N] [--seconds N] [--folder DIR]

Makes a project as bench/claims.py does, serves it on loopback in a process of its own, and measures for each page the
time to the first byte and to the last, five times each, the median printed. Then so many reviewers, each with a session
of their own, look at the queue, open a thing, decide and ask for the pulse, without a pause, as long as asked. Exits 1
where an answer was an error, or where a decision that was confirmed is not in the log.
"""

import argparse
import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from gate import manuscript

from claims import World, made
from factcheck.project import Project
from factcheck.store.log import Log

ROUNDS = 5
PLANTED, COPIES = 80, (*(1,) * 399, 2)
"""Chosen so that 50,000 claims give some 2,000 findings that ask for a decision."""
LINK = re.compile(r'class="item"><a href="(/(finding|claim)/[^"?]+)')


class Visitor:
    """A browser's part: one connection kept open, one cookie."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.link = http.client.HTTPConnection(address, timeout=120)
        self.cookie = ""

    def asks(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, float, float]:
        """Status, text, seconds to the first byte and to the last."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body, headers["Content-Type"] = urlencode(fields), "application/x-www-form-urlencoded"
        begin = time.perf_counter()
        self.link.request("POST" if fields is not None else "GET", path, body, headers)
        answer = self.link.getresponse()
        first = time.perf_counter() - begin
        text = answer.read().decode("utf-8", "replace")
        if set_to := answer.headers.get("set-cookie"):
            self.cookie = set_to.partition(";")[0]
        if answer.status == 303:
            return self.asks(answer.headers["location"])
        return answer.status, text, first, time.perf_counter() - begin


def serving(root: Path) -> tuple[subprocess.Popen[str], str, str]:
    """The desk in a process of its own: the process, its address, the path of its opening link."""
    command = [sys.executable, "-m", "factcheck", "--project", str(root), "serve", "--port", "0", "--no-open"]
    started = subprocess.Popen([*command, "--as", "Reviewer"], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    url = urlsplit(started.stdout.readline().split()[-1])
    return started, url.netloc, f"{url.path}?{url.query}"


def pages(visitor: Visitor, root: Path) -> None:
    """Measure each page."""
    project = Project(root)
    findings = project.check_json()["findings"]
    claim = next(item["claim"] for item in findings[0]["evidence"] if item["claim"])
    source = findings[0]["evidence"][0]["source"]
    paths = {
        "queue": "/", "queue of one source": f"/?source={source}", "queue by kind": "/?order=kind",
        "finding": f"/finding/{quote(findings[0]['id'], safe='')}", "claim": f"/claim/{claim}",
        "source": f"/source/{source}", "sources": "/sources", "search": "/search?q=harbour+bridge",
        "status": "/status", "history": "/history", "pulse": "/pulse",
    }  # fmt: skip
    cold = {name: visitor.asks(path) for name, path in paths.items()}
    begin = time.perf_counter()
    while '"busy":""' not in visitor.asks("/pulse")[1]:
        time.sleep(0.1)
    print(
        f"{'page':<22}{'first byte':>12}{'whole':>10}{'size':>10}   (median of {ROUNDS}; first: just after the start)"
    )
    for name, path in paths.items():
        assert cold[name][0] == 200, (name, cold[name][0])
        text, warm = visitor.asks(path)[1], [visitor.asks(path)[2:] for _ in range(ROUNDS)]
        first, whole = (statistics.median(one[place] for one in warm) * 1000 for place in (0, 1))
        soon = cold[name][3] * 1000
        print(f"{name:<22}{first:>9.0f} ms{whole:>7.0f} ms{len(text) / 1000:>7.0f} kB   first {soon:.0f} ms")
    print(f"all was at hand {time.perf_counter() - begin:.1f} s after the first visits")


def draft(visitor: Visitor, root: Path, world: World) -> None:
    """Measure the page of a manuscript of 3,000 words: its first view, how long it was judged, a decision on it."""
    made = [(source.id, facts, []) for number in range(world.stories) for source, facts in world.story(number)[0]]
    text = "".join(manuscript(made, 3_000, "desk"))
    (root / "drafts").mkdir(exist_ok=True)
    (root / "drafts" / "bench.md").write_text(text, encoding="utf-8")
    begin, path = time.perf_counter(), "/draft/bench.md"
    status, page, *first = visitor.asks(path)
    assert status == 200, status
    while "being judged" in page:
        time.sleep(0.5)
        page = visitor.asks(path)[1]
    judged = time.perf_counter() - begin
    again = statistics.median(visitor.asks(path)[3] for _ in range(ROUNDS))
    waits = []
    for words in re.findall(r'name="words"[^>]*>([^<]+)</textarea>', page)[:ROUNDS]:
        said = {"csrf": re.findall(r'data-csrf="([^"]+)', page)[0], "words": unescape(words), "answer": "fix"}
        status, page, *_, whole = visitor.asks(f"{path}/statement", said)
        assert status == 200, status
        waits.append(whole)
    print(
        f"draft: first view {first[1] * 1000:.0f} ms, judged after {judged:.1f} s, then {again * 1000:.0f} ms;"
        f" a decision and the page {statistics.median(waits) * 1000:.0f} ms"
    )


def reviews(address: str, opening: str, until: float, number: int, told: Counter[str], waits: list[float]) -> None:
    """One reviewer: the queue, a thing, a decision, the next, and a look whether anything changed."""
    visitor = Visitor(address)
    visitor.asks(opening)
    while time.perf_counter() < until:
        _, queue, *_ = visitor.asks(f"/?page={number % 40 + 1}")
        links = LINK.findall(queue)
        if not links:
            return
        path, kind = links[number % len(links)]
        status, page, *_ = visitor.asks(path)
        stamp, csrf = re.search(r'name="stamp" value="([^"]+)', page), re.search(r'data-csrf="([^"]+)', page)
        if status != 200 or not stamp or not csrf:
            told[f"page {status}"] += 1
            continue
        said = {"csrf": csrf[1], "stamp": stamp[1], "answer": "fix-in-draft" if kind == "finding" else "approve"}
        begin = time.perf_counter()
        status, page, *_ = visitor.asks(f"{unescape(path)}/answer", said)
        waits.append(time.perf_counter() - begin)
        told["decided" if status == 200 else "changed meanwhile" if status == 409 else f"answer {status}"] += 1
        told["decisions"] += (1 if kind == "finding" else 2) * (status == 200)
        if visitor.asks("/pulse")[0] != 200:
            told["pulse failed"] += 1


def lines(root: Path) -> int:
    """How many decisions the log holds."""
    log = Log(root / "claims" / "decisions.jsonl", "log")
    log.refresh()
    return len(log.ledger.order)


def main() -> int:
    parser = argparse.ArgumentParser(description="Times the pages of the desk, and many reviewers at once.")
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--reviewers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--folder", type=Path, help="keep the project here, and use the one that is there")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = args.folder or Path(folder) / "desk"
        world = World(1, args.claims, args.claims // args.sources, 0, 0, PLANTED, COPIES)
        made(world, root)
        report = Project(root).check_json()
        print(f"{len(report['sources'])} sources, {args.claims:,} claims, {len(report['findings']):,} findings")
        process, address, opening = serving(root)
        try:
            visitor = Visitor(address)
            visitor.asks(opening)
            pages(visitor, root)
            draft(visitor, root, world)
            before = lines(root)
            told, waits = Counter[str](), list[float]()
            until = time.perf_counter() + args.seconds
            given = [(address, opening, until, number, told, waits) for number in range(args.reviewers)]
            people = [threading.Thread(target=reviews, args=one) for one in given]
            for one in people:
                one.start()
            for one in people:
                one.join()
        finally:
            process.terminate()
            process.wait()
        logged = lines(root) - before
        faults = Project(root).verify_log().faults
    errors = sum(number for name, number in told.items() if name not in ("decided", "changed meanwhile", "decisions"))
    slow = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else 0.0
    print(
        f"{args.reviewers} reviewers, {args.seconds:.0f} s: {dict(told)}; {logged} lines logged, {len(faults)} faults"
    )
    print(f"a decision and the next page: median {statistics.median(waits):.2f} s, 95th of 100 {slow:.2f} s")
    return int(bool(errors) or logged != told["decisions"] or bool(faults))


if __name__ == "__main__":
    sys.exit(main())
