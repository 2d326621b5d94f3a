"""The report as a page: what stands where, that nothing of a source is markup, and that nothing is loaded."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from desks import desk
from hypothesis import given
from hypothesis import strategies as st
from reports import AGREED, AUDIT, CLOSURES, TOTALS, report
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factcheck.language.plain import one_line
from factcheck.pages.cards import card
from factcheck.pages.pictures import amount, meetings, picture, tie_list
from factcheck.pages.rendering import asset
from factcheck.records.finding import Report, ReportSource
from factcheck.reporting import View, reporter
from tests.command import factcheck

WHOLE = report(TOTALS, CLOSURES, AGREED)
VENDORED = Path(__file__).parent.parent / "factcheck" / "pages" / "assets" / "vendor"


class Behind:
    """What stands behind a report, given by hand."""

    def __init__(self, claims: dict[str, Any], ties: list[Any]) -> None:
        self.made = {"claims": claims, "ties": ties}

    def pictures(self, report: Any) -> Any:
        return self.made


def made(shown: Report, behind: Any = None) -> str:
    text = reporter("html").render(json.loads(shown.model_dump_json()), View(behind=behind))
    assert isinstance(text, str)
    return text


def page(shown: Report, behind: Any = None) -> LexborHTMLParser:
    return LexborHTMLParser(made(shown, behind))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


# What stands where


def test_the_sides_of_a_finding_stand_next_to_each_other_with_their_passages() -> None:
    tree = page(WHOLE)
    [shown] = [one for one in tree.css("article") if one.attributes["id"] == TOTALS.id]
    first, second = shown.css(".sides > .side")
    assert words(first.css_first("h4")) == "Side a $1.7 billion"
    assert words(first.css_first("blockquote")) == TOTALS.evidence[0].exact
    assert [words(one) for one in first.css("figcaption > span")] == [
        "Audit of the port authority, 2010 to 2021", "audit-2022", "4 August 2022", "A. Dredging", "page 4",
    ]  # fmt: skip
    assert words(second.css_first("h4")) == "Side b $1.44 billion"
    assert [words(one) for one in second.css("figcaption > span")] == [
        "Dredging the northern channel", "harbour-letter", "April 2021",
    ]  # fmt: skip


def test_what_differs_is_marked_and_what_both_say_is_marked_less() -> None:
    [shown] = [one for one in page(WHOLE).css("article") if one.attributes["id"] == TOTALS.id]
    assert [(one.attributes["class"], one.text()) for one in shown.css("blockquote mark")] == [
        ("differs", "$1.7"), ("value", " billion"), ("differs", "$1.44"), ("value", " billion"),
    ]  # fmt: skip


def test_where_sources_agree_nothing_is_marked_as_differing() -> None:
    [shown] = page(WHOLE).css("details.finding")
    assert [(one.attributes["class"], one.text()) for one in shown.css("mark")] == [("value", "14"), ("value", "14")]


def test_findings_come_worst_first_with_counts_by_verdict_and_kind() -> None:
    tree = page(WHOLE)
    assert [one.attributes["id"] for one in tree.css(".finding")] == [TOTALS.id, CLOSURES.id, AGREED.id]
    assert [words(one) for one in tree.css(".tiles a")] == ["1 ≠conflict", "1 ?possible conflict", "1 =agreement"]
    rows = [[words(cell) for cell in row.css("th, td")] for row in tree.css(".kinds tbody tr")]
    assert rows == [["quantity", "1", "·0", "1"], ["count", "·0", "1", "·0"]]


def test_the_explanation_is_folded_and_what_would_settle_it_is_not() -> None:
    [shown] = [one for one in page(WHOLE).css("article") if one.attributes["id"] == TOTALS.id]
    [why] = shown.css("details.why")
    assert "open" not in why.attributes
    assert [words(one) for one in why.css("li")] == [step.text for step in TOTALS.explanation]
    assert words(shown.css_first(".settle")) == "To settle it: The authority's yearly accounts, added up."


def test_what_was_decided_and_by_whom_stands_with_the_finding() -> None:
    [shown] = [one for one in page(WHOLE).css("article") if one.attributes["id"] == CLOSURES.id]
    assert words(shown.css_first(".state")) == "settled"
    assert words(shown.css_first(".decided")) == "M. Ito: the seventh was cancelled"
    assert len(shown.css('.side[data-side="b"] > figure')) == 3
    assert words(shown.css_first('.side[data-side="b"] > details > summary')) == "4 more passages"
    assert "and 3 more passages" in shown.text()


def test_an_agreement_is_one_line_that_opens() -> None:
    [shown] = page(WHOLE).css("details.finding")
    assert "open" not in shown.attributes
    assert words(shown.css_first("summary")) == "= Two sources put the depth at 14 metres. audit-2022, herald quantity"


def test_sources_are_listed_with_what_was_not_checked() -> None:
    rows = page(WHOLE).css(".sources tbody tr")
    assert [words(cell) for cell in rows[0].css("th, td")] == [
        "Audit of the port authority, 2010 to 2021audit-2022", "4 August 2022", "61", "2", "1",
        "Page 7 holds an image without text.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "why"),
    [((), "There is no source yet"), ((ReportSource(id="one", title="One"),), "No claim was found")],
)
def test_nothing_compared_is_said_aloud(sources: tuple[ReportSource, ...], why: str) -> None:
    told = words(page(report(sources=sources)).css_first(".lede"))
    assert "Nothing was compared." in told and why in told and "not a clean result" in told


def test_of_many_findings_the_later_ones_are_whole_but_folded() -> None:
    many = [TOTALS.but(id=f"quantity-differs:{number:012}") for number in range(70)]
    tree = page(report(*many))
    folded = tree.css("noscript.folded")
    assert len(tree.css("article")) == 70
    assert len(folded) == 20
    assert [words(one) for one in folded[-1].css("blockquote")] == [item.exact for item in TOTALS.evidence]


def test_the_same_report_gives_the_same_page() -> None:
    assert made(WHOLE) == made(WHOLE)


# Nothing of a source is markup, nothing is loaded

HOSTILE = '</bdi></noscript></script><script>alert(1)</script>" onload="x\u202e\x00{{ 7 * 7 }}'


def test_words_of_a_source_are_words() -> None:
    item = TOTALS.evidence[0].but(exact=HOSTILE, value="alert", section=HOSTILE, page=HOSTILE, note=HOSTILE)
    bad = TOTALS.but(message=HOSTILE, evidence=(item, TOTALS.evidence[1]), settle=HOSTILE, decided=HOSTILE)
    sources = (AUDIT.but(title=HOSTILE, not_checked=(HOSTILE,)),)
    many = [bad.but(id=f"quantity-differs:{number:012}") for number in range(60)]
    clean = page(report(*[TOTALS.but(id=one.id) for one in many], sources=(AUDIT,)))
    text = made(report(*many, sources=sources))
    tree = LexborHTMLParser(text)
    assert len(tree.css("script")) == len(clean.css("script"))
    assert len(tree.css("noscript")) == len(clean.css("noscript")) == 10
    assert not tree.css("[onload]")
    assert "\u202e" not in text and "\x00" not in text
    assert "{{ 7 * 7 }}" in text
    assert "<script>alert" not in text


@given(st.text(max_size=60))
def test_any_words_of_a_passage_are_shown_as_they_are(text: str) -> None:
    item = TOTALS.evidence[0].but(exact=text, value=text)
    shown = card(json.loads(TOTALS.but(evidence=(item, TOTALS.evidence[1])).model_dump_json()), {})
    pieces = shown.sides[0].shown[0].pieces
    assert "".join(piece.text for piece in pieces) == one_line(text)


def test_nothing_is_loaded_and_only_our_scripts_and_styles_may_run() -> None:
    text = made(WHOLE, Behind({}, []))
    tree = LexborHTMLParser(text)
    assert not tree.css("link, img, iframe, object, embed, base, [src], [style], [onclick]")
    assert all(one.attributes["href"].startswith("#") for one in tree.css("[href]"))
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for kind in ("script", "style"):
        blocks = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        assert blocks
        for block in blocks:
            digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules[f"{kind}-src"]
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import", asset("look.css") + asset("report.css"))


def test_the_plotting_library_is_there_only_with_a_picture_and_with_its_licences() -> None:
    alone = TOTALS.but(evidence=(TOTALS.evidence[0].but(side=None),))
    assert "Observable" not in made(report(alone))
    drawn = made(WHOLE)
    assert "Observable, Inc." in drawn
    for library in ("d3", "plot"):
        licence = (VENDORED / f"{library}.LICENSE.txt").read_text("utf-8")
        assert licence.strip() in drawn


@pytest.mark.parametrize(
    ("file", "digest"),
    [
        ("d3.min.js", "912111098ea99503a6f4967361d2bbdc9dbf58cf9c678c8e27e5b02d1a07f0c1"),
        ("plot.min.js", "4358086467740777dd788d6b27a95cebdbaefdd50c730a3060117073bd7134cb"),
    ],
)
def test_the_libraries_are_those_that_were_published(file: str, digest: str) -> None:
    assert hashlib.sha256((VENDORED / file).read_bytes()).hexdigest() == digest


def test_what_is_confidential_does_not_leave_the_desk(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    told = (tmp_path / "memo.txt").resolve()
    told.write_text("The county bought seven buses in 2021, the memo says.\n", "utf-8")
    project.add_source(told, issued="2022-04-01", title="A memo in confidence", confidential=True)
    repeating = (tmp_path / "blog.txt").resolve()
    repeating.write_text("The county bought six buses in 2021.\n", "utf-8")
    project.add_source(repeating, issued="2022-05-01", origin="memo")
    ended = factcheck("check", "--fail-on", "never", "--output", "report.html", cwd=project.root)
    assert ended.code == 0, ended.err
    text = (project.root / "report.html").read_text("utf-8")
    assert "four buses" in text and "six buses" in text
    assert "memo" not in text and "seven" not in text and "in confidence" not in text
    assert "1 source is confidential or under embargo, and left out" in text
    asked = factcheck("check", "--fail-on", "never", "--include", "memo", "--output", "all.html", cwd=project.root)
    assert asked.code == 0, asked.err
    assert "seven buses" in (project.root / "all.html").read_text("utf-8")


def test_templates_are_not_loaded_where_no_page_is_made(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    probe = (
        "import sys; from factcheck.cli.main import main; sys.argv = ['factcheck', *{arguments}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('jinja2' in sys.modules, file=sys.stderr)"
    )
    for arguments, loaded in (
        (["--help"], "False"),
        (["check", "--fail-on", "never"], "False"),
        (["check", "--fail-on", "never", "--output", "r.json"], "False"),
        (["check", "--fail-on", "never", "--output", "r.html"], "True"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", probe.format(arguments=arguments)],
            cwd=project.root, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.stderr.split()[-1] == loaded, (arguments, done.stderr)


# Pictures


def shape(**more: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("written", "low", "high", "least", "most", "first", "last", "period", "on", "till", "when"))
    return {**empty, "unit": None, "dimension": "count", "form": "value", **more}


def finding(kind: str, *items: tuple[str, str, str]) -> dict[str, Any]:
    """A finding with a passage for each side, source and claim."""
    one = json.loads(TOTALS.but(kind=kind).model_dump_json())
    first = one["evidence"][0]
    one["evidence"] = [{**first, "side": side, "source": source, "claim": id} for side, source, id in items]
    return one


def test_figures_are_drawn_with_their_intervals_in_one_unit_over_their_periods() -> None:
    claims = {
        "one": shape(written="12 km", low=12.0, high=12.0, least=11.5, most=12.5, unit="km", dimension="length",
                     first="2001-01-01", last="2021-12-31", period="2001 to 2021"),
        "two": shape(written="9,000 m or more", low=9000.0, high=9000.0, least=9000.0, unit="m", dimension="length"),
        "three": shape(written="$3", low=3.0, high=3.0, least=3.0, most=3.0, unit="USD", dimension="money"),
    }  # fmt: skip
    shown = picture(finding("quantity", ("a", "audit", "one"), ("b", "herald", "two"), ("c", "x", "three")), claims)
    assert shown is not None
    assert (shown.kind, shown.unit, shown.dated) == ("figures", "kilometre", True)
    first, second = shown.rows
    assert (first.side, first.source, first.written, first.period) == ("a", "audit", "12 km", "2001 to 2021")
    assert (first.value, first.least, first.most) == (12.0, 11.5, 12.5)
    assert (first.figure, first.days, first.meaning) == ("12 11.5 12.5", "2001-01-01 2021-12-31", "11.5 to 12.5")
    assert (second.figure, second.days, second.meaning) == ("9 9 -", "- -", "9 or more")


def test_happenings_are_drawn_on_their_days() -> None:
    claims = {
        "one": shape(on="2022-05-01", till="2022-05-31", when="May 2022"),
        "two": shape(on="2022-06-03", till="2022-06-03", when="3 June"),
        "three": shape(first="2022-07-01", last="2022-07-02", period="1 and 2 July"),
        "none": shape(last="2022-08-01"),
    }
    items = [("a", "audit", "one"), ("b", "herald", "two"), ("b", "blog", "three"), ("b", "wire", "none")]
    shown = picture(finding("date", *items), claims)
    assert shown is not None
    assert [(row.source, row.days, row.period) for row in shown.rows] == [
        ("audit", "2022-05-01 2022-05-31", "May 2022"),
        ("herald", "2022-06-03 2022-06-03", "3 June"),
        ("blog", "2022-07-01 2022-07-02", "1 and 2 July"),
    ]


@pytest.mark.parametrize("kind", ["quantity", "date"])
def test_one_value_alone_is_no_picture(kind: str) -> None:
    claims = {"one": shape(written="3", low=3.0, high=3.0, least=3.0, most=3.0, on="2022-05-01", till="2022-05-01")}
    assert picture(finding(kind, ("a", "audit", "one"), ("b", "herald", "lost")), claims) is None
    assert picture(finding(kind, ("a", "audit", "one"), ("a", "audit", "one")), claims) is None


def test_a_picture_is_a_table_first() -> None:
    claims = {
        "one": shape(written="12 buses", low=12.0, high=12.0, least=12.0, most=12.0),
        "two": shape(written="about 9", low=9.0, high=9.0, least=8.1, most=9.9, period="2021", first="2021-01-01"),
    }
    items = [item.but(claim=id) for item, id in zip(TOTALS.evidence, claims, strict=True)]
    [figure] = page(report(TOTALS.but(evidence=tuple(items))), Behind(claims, [])).css("article figure.picture")
    assert [words(one) for one in figure.css("thead th")] == ["Side", "Source", "As written", "Meaning", "Time"]
    assert [[words(cell) for cell in row.css("th, td")] for row in figure.css("tbody tr")] == [
        ["A", "audit-2022", "12 buses", "as written", "not given"],
        ["B", "harbour-letter", "about 9", "8.1 to 9.9", "2021"],
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [(1.65e9, "1.65 billion"), (2e12, "2 trillion"), (12_500.0, "12,500"), (0.4, "0.4"), (-3e6, "-3 million")],
)
def test_a_figure_is_written_for_people(value: float, told: str) -> None:
    assert amount(value) == told


def test_who_takes_from_whom_is_told_once_for_each_two() -> None:
    ties = [
        {"from": "blog", "to": "audit", "how": "cites", "times": 2},
        {"from": "blog", "to": "audit", "how": "repeats", "times": 1},
        {"from": "blog", "to": "The Bureau", "how": "quotes", "times": 1},
        {"from": "wire", "to": "The Bureau", "how": "quotes", "times": 3},
        {"from": "wire", "to": "a passer-by", "how": "quotes", "times": 9},
    ]
    sources = {"blog": {}, "audit": {}, "wire": {}}
    assert [(one.source, one.to, one.how, one.outside) for one in tie_list(ties, sources)] == [
        ("blog", "audit", "cites 2 times, repeats", False),
        ("blog", "The Bureau", "quotes", True),
        ("wire", "The Bureau", "quotes 3 times", True),
    ]


def test_sources_agree_on_a_side_and_differ_across_a_conflict_only() -> None:
    evidence = [TOTALS.evidence[0].but(source=name, side=side) for name, side in (("x", "a"), ("y", "a"), ("z", "b"))]
    one = TOTALS.but(evidence=tuple(evidence))
    shown = [json.loads(each.model_dump_json()) for each in (one, one.but(verdict="different-basis"))]
    assert [(each.source, dict(each.agree), dict(each.differ)) for each in meetings(shown)] == [
        ("x", {"y": 2}, {"z": 1}),
        ("y", {"x": 2}, {"z": 1}),
        ("z", {}, {"x": 1, "y": 1}),
    ]


def test_the_map_of_sources_follows_records_notes_and_those_who_are_quoted(tmp_path: Path) -> None:
    texts = {
        "audit": "The county bought four buses in 2021.\n",
        "blog": "The county bought four buses in 2021, according to the Arlen Bureau of Transport.\n",
        "wire": "The county bought four buses in 2021, according to the Arlen Bureau of Transport.\n",
        "book": "The county bought four buses.[1]\n\n"
        "[1] “Report on buses and depots in Arlen”, County Audit, 1 March 2022.\n",
    }
    project = desk(tmp_path / "desk", texts={name: text for name, text in texts.items() if name == "book"})
    for name, more in (
        ("audit", {"title": "Report on buses and depots in Arlen"}),
        ("blog", {"origin": "audit"}),
        ("wire", {}),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(texts[name], "utf-8")
        project.add_source(path, issued="2022-03-01", **more)
    ties = {(tie["from"], tie["to"], tie["how"]) for tie in project.pictures_json(project.report_json())["ties"]}
    assert ("blog", "audit", "repeats") in ties
    assert ("book", "audit", "cites") in ties
    assert {tie[:1] + tie[2:] for tie in ties if tie[1] == "Arlen Bureau of Transport"} == {
        ("blog", "quotes"), ("wire", "quotes"),
    }  # fmt: skip
