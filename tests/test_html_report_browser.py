"""The report in a browser: filter, search, links, keys, light and dark, narrow screens, paper; nothing is asked for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reports import AGREED, AUDIT, CLOSURES, HARBOUR, HERALD, TOTALS, report

from factcheck.records.finding import Report, ReportedFinding
from factcheck.reporting import View, reporter
from tests.browsing import browser, faults, needed

pytestmark = needed()

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LONG = "w" * 10_000
ARABIC = "\u0645\u064a\u0646\u0627\u0621"


class Behind:
    """What stands behind the report: figures over periods, and who takes from whom."""

    def pictures(self, report: Any) -> Any:
        figure = {"unit": "USD", "dimension": "money", "form": "value", "on": None, "till": None, "when": None}
        days = {"first": "2010-01-01", "last": "2021-12-31", "period": "2010 to 2021"}
        one = {"written": "$1.7 billion", "low": 1.7e9, "high": 1.7e9, "least": 1.65e9, "most": 1.75e9}
        two = {"written": "$1.44 billion or more", "low": 1.44e9, "high": 1.44e9, "least": 1.44e9, "most": None}
        empty = {"first": None, "last": None, "period": None}
        ties = [
            {"from": "herald", "to": "audit-2022", "how": "repeats", "times": 1},
            {"from": "audit-2022", "to": "harbour-letter", "how": "cites", "times": 2},
        ]
        return {"claims": {"one": figure | one | days, "two": figure | two | empty}, "ties": ties}


def made(rest: int) -> Report:
    """The three findings, and more of one kind, so that the later ones are folded; the last holds hostile words."""
    items = [item.but(claim=id) for item, id in zip(TOTALS.evidence, ("one", "two"), strict=True)]
    totals = TOTALS.but(evidence=tuple(items))
    more = [totals.but(id=f"quantity-differs:{at:012}", message=f"Number {at} differs.") for at in range(rest)]
    words = f"<script>window.owned = 1</script> {LONG} {ARABIC} zebra"
    hostile = items[0].but(exact=words, value=LONG, section=LONG)
    told = f"<img src=x> {ARABIC} {LONG}"
    last = totals.but(id="quantity-differs:hostile", message=told, evidence=(hostile, items[1]))
    found: tuple[ReportedFinding, ...] = (totals, *more, last, CLOSURES, AGREED)
    return report(*found, sources=(AUDIT, HARBOUR, HERALD.but(title=f"{ARABIC} {LONG}")))


def written(folder: Path, shown: Report) -> str:
    page = reporter("html").render(json.loads(shown.model_dump_json()), View(behind=Behind()))  # type: ignore[arg-type]
    assert isinstance(page, str)
    (folder / "report.html").write_text(page, "utf-8")
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("long"), made(50))


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("short"), made(0))


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as started:
        yield started


@pytest.fixture
def opened(chrome: Any, address: str, short: str) -> Iterator[Any]:
    """Opens the report; at the end, nothing was asked of the network and no script or policy complained."""
    contexts = []
    asked: list[str] = []
    complaints: list[str] = []

    def visit(fragment: str = "", at: str = address, **options: Any) -> Any:
        contexts.append(chrome.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options}))
        page = contexts[-1].new_page()
        page.set_default_timeout(8000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.goto(at + fragment)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not complaints
    assert {url.partition("#")[0] for url in asked} <= {address, short}


def shown(page: Any) -> list[str]:
    """The ids of the findings that are not filtered out."""
    ids: list[str] = page.evaluate("[...document.querySelectorAll('.finding:not([hidden])')].map((one) => one.id)")
    return ids


def says(page: Any, words: str) -> None:
    page.locator(".filters .shown", has_text=words).wait_for()


def test_findings_are_filtered_by_verdict_kind_source_and_state(opened: Any) -> None:
    page = opened()
    says(page, "54 findings")
    page.locator("[name=verdict]").select_option("possible-conflict")
    says(page, "1 of 54 shown")
    assert shown(page) == [CLOSURES.id]
    assert page.locator("#verdict-conflict").is_hidden()
    page.get_by_role("button", name="Clear").click()
    page.locator("[name=status]").select_option("settled")
    says(page, "1 of 54 shown")
    assert shown(page) == [CLOSURES.id]
    page.locator("[name=kind]").select_option("quantity")
    says(page, "0 of 54 shown")
    page.get_by_role("button", name="Show all").click()
    page.locator("[name=source]").select_option("herald")
    says(page, "1 of 54 shown")
    assert shown(page) == [AGREED.id]


def test_search_finds_words_of_passages_also_of_folded_findings(opened: Any) -> None:
    page = opened()
    search = page.get_by_role("searchbox")
    search.fill("ZEBRA wwww")
    says(page, "1 of 54 shown")
    assert shown(page) == ["quantity-differs:hostile"]
    search.fill("noscript")
    says(page, "0 of 54 shown")
    search.fill("authority’s purse number 47")
    says(page, "1 of 54 shown")
    assert page.locator("article:not([hidden]) blockquote").count() == 2


def test_a_link_leads_to_a_finding_though_it_is_folded_or_filtered_out(opened: Any) -> None:
    page = opened("#quantity-differs:000000000049")
    card = page.locator("[id='quantity-differs:000000000049']")
    assert card.locator("blockquote").count() == 2
    assert page.evaluate("document.activeElement.id") == "quantity-differs:000000000049"
    assert page.evaluate("scrollY") > 1000
    page.get_by_role("searchbox").fill("zebra")
    says(page, "1 of 54 shown")
    page.evaluate(f"location.hash = {AGREED.id!r}")
    says(page, "54 findings")
    assert page.locator(f"details[id='{AGREED.id}']").get_attribute("open") is not None


def test_the_link_to_a_finding_can_be_copied(opened: Any, address: str) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    card = page.locator(f"[id='{TOTALS.id}']")
    card.get_by_role("button", name="Copy link").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert page.locator("#said").text_content() == "Link copied"
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}#{TOTALS.id}"


def test_the_keyboard_alone_reaches_everything(opened: Any) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the findings"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "words"
    page.keyboard.type("j/k")
    assert page.get_by_role("searchbox").input_value() == "j/k"
    page.get_by_role("searchbox").fill("")
    says(page, "54 findings")
    page.locator("h1").click()
    ids = shown(page)
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == ids[place]
    page.get_by_label("Single keys").focus()
    page.keyboard.press("Space")
    assert not page.get_by_label("Single keys").is_checked()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "words"
    summary = page.locator(f"[id='{TOTALS.id}'] details.why > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(f"[id='{TOTALS.id}'] details.why li").first.is_visible()


def test_light_and_dark_follow_the_system_and_the_button(opened: Any) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = opened(color_scheme="light"), opened(color_scheme="dark")
    assert light.evaluate(paper) == "rgb(251, 249, 244)"
    assert dark.evaluate(paper) == "rgb(23, 22, 20)"
    light.get_by_role("button", name="Dark").click()
    assert light.evaluate(paper) == "rgb(23, 22, 20)"
    light.get_by_role("button", name="Light").click()
    assert light.evaluate(paper) == "rgb(251, 249, 244)"


@pytest.mark.parametrize(("scheme", "viewport"), [("light", WIDE), ("dark", PHONE)], ids=["wide", "phone"])
def test_axe_finds_no_serious_fault(opened: Any, short: str, scheme: str, viewport: dict[str, int]) -> None:
    page = opened(at=short, color_scheme=scheme, viewport=viewport)
    for part in ("figure.picture", ".map", ".matrix"):
        page.locator(part).first.scroll_into_view_if_needed()
        page.locator(f"{part} svg").first.wait_for()
    page.evaluate("document.querySelectorAll('details:not(.picture details)').forEach((one) => { one.open = true; })")
    assert faults(page) == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_word_is_wider_than_the_page_and_none_of_it_runs(opened: Any, viewport: dict[str, int]) -> None:
    page = opened("#quantity-differs:hostile", viewport=viewport)
    page.locator("[id='quantity-differs:hostile'] blockquote").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert page.evaluate("window.owned") is None
    assert page.locator("main img").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.message bdi')).unicodeBidi") == "isolate"


def test_pictures_are_drawn_from_their_tables(opened: Any) -> None:
    page = opened(f"#{TOTALS.id}")
    figure = page.locator(f"[id='{TOTALS.id}'] figure.picture")
    figure.locator("svg").nth(1).wait_for()
    assert "drawn from the table" in (figure.locator("svg").first.get_attribute("aria-label") or "")
    values, times = (figure.locator("svg").nth(at).text_content() for at in (0, 1))
    assert "$1.7 billion" in values and "$1.44 billion or more" in values and "A · audit-2022" in values
    assert "2010 to 2021" in times and "no time given" in times
    page.locator(".map").scroll_into_view_if_needed()
    page.locator(".map svg").wait_for()
    drawn = page.locator(".map svg").text_content()
    assert re.search("harbour-letter.*audit-2022.*herald", drawn)
    assert page.locator(".map svg path").count() >= 2
    page.locator(".matrix svg").wait_for()
    assert "52≠" in page.locator(".matrix svg").text_content()


def test_on_paper_it_is_light_whole_and_without_what_can_be_pressed(opened: Any) -> None:
    page = opened(color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".filters").is_hidden()
    assert page.locator(f"[id='{TOTALS.id}'] .why li").first.is_visible()
    assert page.locator(f"[id='{AGREED.id}'] blockquote").first.is_visible()
    assert page.locator("noscript.folded").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(f"[id='{AGREED.id}'] blockquote").first.is_hidden()


def test_without_scripts_everything_can_be_read(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("article").count() == 53
    assert page.locator("[id='quantity-differs:000000000049'] blockquote").count() == 2
    assert page.locator(".filters").is_hidden()
