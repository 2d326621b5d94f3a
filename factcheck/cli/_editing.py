"""Editing a claim as text in the editor that the person likes."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.project import Project
    from factcheck.records.claim import Claim

FIXED = ("id", "anchors", "found_by", "edited_by", "replaces", "provisional", "context", "setting")
HINT = "# Lines that begin with # are left out. Save and close; leave the passage empty to change nothing.\n"
NEW = """\
passage: ""            # the words as the source has them, as far as you have them
statement: ""          # the fact in one sentence; the passage, if left empty
kind: event            # quantity, count, percentage, date, duration, ranking, quotation, event, …
measure: ""            # what is measured or said: arms purchased
tags: []
"""


def edit_text(text: str) -> str:
    """The text as the person left it in the editor; raises UsageError where there is no editor."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder) / "claim.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(editor, posix=os.name != "nt"), str(path)], check=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"the editor {editor!r} cannot be started; set EDITOR to another") from error
        if done.returncode:
            raise UsageError(f"the editor ended with {done.returncode}; nothing was changed")
        return path.read_text(encoding="utf-8-sig", errors="replace")


def claim_as_text(claim: "Claim") -> str:
    """A claim as a person edits it: the passage, then the fields that say something."""
    from factcheck.store.validation import slim
    from factcheck.store.yamltext import dump

    fields = {name: value for name, value in slim(claim).items() if name not in FIXED}
    return HINT + dump({"passage": " ".join(claim.anchors[0].exact.split()), **fields})


def fields_of(text: str) -> dict[str, Any]:
    """The fields that a person wrote; raises RecordError with the line of what cannot be read."""
    from factcheck.store.yamltext import parse

    found = parse(text, "claim.yaml").value
    if not isinstance(found, dict):
        raise UsageError("claim.yaml: should hold fields, such as `statement: …`")
    return found


def edited(desk: "Project", id: str, by: str, stamp: str | None = None) -> "Claim | None":
    """Open a claim in the editor and keep what was changed; null where nothing was.

    What cannot be taken is told in the text, and the editor opens again; emptied, it changes nothing.
    """
    claim = desk.stored_claim(id)
    text = before = claim_as_text(claim)
    while True:
        text = edit_text(text)
        if not _content(text) or _content(text) == _content(before):
            return None
        try:
            return _kept(desk, claim, text, by, stamp)
        except FactcheckError as error:
            text = _with_remark(text, error)


def added(desk: "Project", source: str, by: str) -> "Claim | None":
    """Open an empty claim on a source in the editor and add it; null where it was left empty."""
    desk.source(source)
    text = HINT + NEW
    while True:
        text = edit_text(text)
        if not _content(text):
            return None
        try:
            fields = {name: value for name, value in fields_of(text).items() if value not in ("", [], None)}
            words = str(fields.pop("passage", ""))
            return desk.add_claim(source, words, by=by, **fields) if words else None
        except FactcheckError as error:
            text = _with_remark(text, error)


def _kept(desk: "Project", claim: "Claim", text: str, by: str, stamp: str | None) -> "Claim | None":
    from factcheck.store.validation import slim

    fields = fields_of(text)
    words = str(fields.pop("passage", "") or "")
    if not words.strip():
        return None
    same = words.split() == claim.anchors[0].exact.split()
    gone = {name: _empty(claim, name) for name in slim(claim) if name not in FIXED and name not in fields}
    stamps = {claim.id: stamp} if stamp else {}
    return desk.edit_claim(claim.id, by=by, words=None if same else words, stamps=stamps, **gone, **fields)


def _empty(claim: "Claim", name: str) -> Any:
    """What a field holds that is left out; one without a default cannot be."""
    model = type(claim)
    known = next((field for key, field in model.model_fields.items() if name in (key, field.alias)), None)
    if known is None or known.is_required():
        raise UsageError(f"{name} cannot be left out")
    value = known.get_default(call_default_factory=True)
    return value.model_dump(mode="json", by_alias=True) if hasattr(value, "model_dump") else value


def _content(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _with_remark(text: str, error: FactcheckError) -> str:
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("# NOT KEPT"))
    remark = " ".join(str(error).split())
    return f"# NOT KEPT: {remark}\n{kept}\n"
