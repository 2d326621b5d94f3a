"""`factcheck.toml` read, and the files that a new project begins with."""

import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from factcheck.config import Config
from factcheck.errors import ProjectError, RecordError, hint


def load(path: Path) -> Config:
    """The configuration; raises RecordError with the line, and ProjectError where it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=path.name) from error
    except UnicodeDecodeError as error:
        raise RecordError("is not UTF-8; save it as UTF-8", where=path.name) from error
    return _read(text, path)


@lru_cache(4)
def _read(text: str, path: Path) -> Config:
    try:
        return Config.model_validate_json(json.dumps(tomllib.loads(text), default=str))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path.name}:{line[1]}" if line else path.name
        says = re.sub(r" \(at [^()]*\)$", "", str(error))
        raise RecordError(f"is not TOML: {says}", where=where) from error
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(map(str, fault["loc"]))
        if fault["type"] == "extra_forbidden":
            known = list(Config.model_fields) if len(fault["loc"]) == 1 else []
            says = f"unknown setting{hint(str(fault['loc'][-1]), known)}"
        else:
            says = fault["msg"].removeprefix("Input ")
        raise RecordError(f"{name}: {says}", where=f"{path.name}:{_line(text, fault['loc'])}") from error


def _line(text: str, steps: tuple[int | str, ...]) -> int:
    """The line that names the last step which the text holds, in its table where that can be told."""
    lines = text.splitlines()
    for size in range(len(steps), 0, -1):
        step = re.escape(str(steps[size - 1]))
        table = re.escape(".".join(str(part) for part in steps[: size - 1]))
        inside = size == 1
        for number, line in enumerate(lines, 1):
            if header := re.match(r"\s*\[++([^\]]*)\]", line):
                inside = re.fullmatch(table, header[1].strip().replace('"', "")) is not None
                if re.fullmatch(f"({table}\\.)?{step}", header[1].strip().replace('"', "")):
                    return number
            elif inside and re.match(rf"\s*[\"']?{step}[\"']?\s*[=.]", line):
                return number
    return 1


CONFIG = """\
# factcheck: settings of this project. Every line may be left out.

[policy]
# At which verdict `factcheck check` ends with exit code 1: "conflict", "possible-conflict" or "never".
fail_on = "conflict"

# [policy.severities]            # how findings of a verdict are marked: "error", "warning" or "note"
# different-basis = "warning"

# [glossary.aliases]             # another name = the name by which it is joined
# "the ministry" = "Ministry of Transport"

# [glossary.spellings]           # another spelling = the house's own
# "Kiev" = "Kyiv"

# [glossary.measures]            # another wording = the wording under which figures are compared
# "weapons bought" = "arms purchases"

# [review]                       # who may decide (everybody, if left out), and what an approval takes
# reviewers = ["M. Ito", "J. Roe"]
# own_work = false               # true: people may approve alone what they wrote
# expires_after_days = 365       # approvals are asked for again after so many days
# [review.approvals]             # how many people have to approve: a kind, a tag, what a figure measures, "*" for all
# quotation = 2
# money = 2
# [review.origins]               # on how many independent origins a fact has to rest before it is approved
# count = 2

# [checks.some-check]            # one check: switched off, off for some sources or kinds, or marked otherwise
# enabled = false
# except_sources = ["some-source"]
# except_kinds = ["percentage"]
# severity = "note"

# [limits]                       # what one source may cost
# bytes = 300_000_000
# seconds = 120.0
# characters = 20_000_000
"""

ATTRIBUTES = ("sources/** -text", "claims/decisions.jsonl text eol=lf merge=union")
"""Sources are bytes that no tool may change; the log is merged by keeping the lines of both branches."""

IGNORED = (".factcheck/",)
