"""Pages made of templates: ours, with the look and the parts that the report has too."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.pages import rendering as shared

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
ASSETS = (FOLDER / "assets", shared.ASSETS, shared.ASSETS / "vendor")
"""The folders whose files pages may load."""
AROUND = 700
"""Characters of a long paragraph that are shown before a passage, and after it."""


def render(template: str, values: Mapping[str, Any]) -> str:
    """A template with these values."""
    return environment().get_template(template).render(values)


@cache
def environment() -> "Environment":
    """The templates with what they call."""
    from factcheck.pages.wording import place
    from factcheck.reviewing.answering import CHOICES
    from factcheck.reviewing.wording import answer_of
    from factcheck.serving.marking import SIGNS

    made = shared.environment(FOLDER / "templates")
    made.filters.update(place=place, answer_of=answer_of, minute=minute)
    made.globals.update(CHOICES=CHOICES, MARKS=SIGNS, AROUND=AROUND, asset=asset)
    return made


def minute(moment: str) -> str:
    """A moment to the minute: "2024-05-01 09:00"."""
    return moment[:16].replace("T", " ")


_LOADED = (".css", ".js", ".svg")


def asset_file(name: str) -> Path | None:
    """A file that pages may load; null for any other name."""
    there = {path.name: path for folder in ASSETS for path in folder.iterdir() if path.suffix in _LOADED}
    return there.get(name)


@cache
def asset(name: str) -> str:
    """The address of a file that pages load, another one for each version of it."""
    from factcheck.digests import digest_of_bytes

    path = asset_file(name)
    return f"/assets/{name}?{digest_of_bytes(path.read_bytes())[:8]}" if path else f"/assets/{name}"
