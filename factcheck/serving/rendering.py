"""Pages made of templates: every value is escaped, and nothing of a source steers how a page reads."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.reporting import harmless

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent


def render(template: str, values: Mapping[str, Any]) -> str:
    """A template with these values."""
    return environment().get_template(template).render(values)


@cache
def environment() -> "Environment":
    """The templates with what they call."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from factcheck.pages.wording import LABELS, day, place
    from factcheck.reviewing.answering import CHOICES
    from factcheck.reviewing.wording import answer_of

    made = Environment(
        loader=FileSystemLoader([FOLDER / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters.update(day=day, place=place, answer_of=answer_of, minute=minute)
    made.globals.update(LABELS=LABELS, CHOICES=CHOICES, asset=asset)
    return made


def _harmless(value: Any) -> Any:
    """Text without what turns the direction of the page or steers a terminal that it is copied to."""
    return harmless(value) if type(value) is str else value


def minute(moment: str) -> str:
    """A moment to the minute: "2024-05-01 09:00"."""
    return moment[:16].replace("T", " ")


@cache
def asset(name: str) -> str:
    """The address of a file that the pages load, another one for each version of it."""
    from factcheck.digests import digest_of_bytes

    return f"/assets/{name}?{digest_of_bytes((FOLDER / 'assets' / name).read_bytes())[:8]}"
