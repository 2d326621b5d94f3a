"""Making pages: templates that escape every text, and the assets that stand beside them."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.language.plain import one_line, several
from factcheck.pages import cards, wording
from factcheck.reporting import harmless

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

FOLDER = Path(__file__).parent
ASSETS = FOLDER / "assets"
"""Style sheets and scripts: the desk serves them as files, a report carries them inside."""


def environment(*folders: Path) -> "Environment":
    """Jinja with our templates, and with those of other folders, which come first.

    Every text is escaped, and what steers a terminal or turns the direction of writing is made visible in it.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, FOLDER / "templates"]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"day": wording.day, "one_line": one_line, "several": several, "tight": tight}
    made.globals |= {
        "LABELS": wording.LABELS,
        "MEANINGS": wording.MEANINGS,
        "SIGNS": cards.SIGNS,
        "count": wording.count,
        "card": cards.card,
    }
    return made


def render(template: str, **values: Any) -> str:
    """One of our templates with its values."""
    return _ours().get_template(template).render(values)


@cache
def _ours() -> "Environment":
    return environment()


def _shown(value: object) -> object:
    """A value as it may stand in a page; what was escaped already is left as it is."""
    if value is None:
        return ""
    return harmless(value) if type(value) is str else value


def tight(page: str) -> "Markup":
    """A part of a page without the line ends between its tags: in a long one, each is a node more for a browser."""
    from markupsafe import Markup

    return Markup(re.sub(r">\n+<", "><", page))


@cache
def asset(name: str) -> str:
    """The text of a style sheet or script."""
    return (ASSETS / name).read_text("utf-8")


def content_security_policy(inline: Mapping[str, list[str]]) -> str:
    """A policy under which nothing is loaded, and only the `script` and `style` given may stand in the page."""
    rules = [f"{kind}-src {' '.join(map(_hashed, texts)) or repr('none')}" for kind, texts in inline.items()]
    return "; ".join(["default-src 'none'", *rules, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
