"""What the keys of a review session do."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.cli import _editing, _keys
from factcheck.cli._session import AGAIN, COMMON, KEYS, NEXT, QUIT, STAY, Session, Sight
from factcheck.cli._shared import say
from factcheck.errors import FactcheckError
from factcheck.reporting import harmless
from factcheck.reviewing.answering import choice_by_key

if TYPE_CHECKING:
    from factcheck.project.views import Paragraph, StatementView
    from factcheck.records.review import Decision
    from factcheck.reviewing.answering import Choice
    from factcheck.reviewing.queue import Item

NEARBY = 12
"""Lines before and after a passage that are printed where there is no pager."""


def act(session: Session, item: "Item", sight: Sight, pressed: str) -> str:
    """Do what a key means for the thing that is shown."""
    if pressed in _COMMON:
        return _COMMON[pressed](session, item, sight)
    choice = choice_by_key(item.kind, _ALIAS.get((item.kind, pressed), pressed))
    if choice is not None:
        return _answer(session, item, sight, choice)
    if item.kind == "finding" and pressed.isdigit():
        return _visit_claim(session, sight, int(pressed))
    if item.kind == "claim" and pressed == "e":
        return _edit(session, item, sight)
    say(f"{KEYS[item.kind]}\n{COMMON}")
    return STAY


_ALIAS = {("finding", "r"): "x"}
"""Keys that mean what others do."""


def _answer(session: Session, item: "Item", sight: Sight, choice: "Choice") -> str:
    """Log an answer; for what speaks against a claim a reason is asked, if the reviewer likes."""
    why = None
    if choice.why == "needed":
        why = _keys.line(f"why do we {choice.label} it? ")
        if not why:
            say("nothing was decided: a difference is accepted with a reason")
            return STAY
    elif choice.why == "asked":
        why = _keys.line("why? (Enter alone: no reason) ") or None
    seen = sight.statement
    resting_on: tuple[str, ...] = ()
    if choice.answer == "checked" and seen and seen.grounds:
        chosen = _resting_on(seen)
        if chosen is None:
            say("nothing was decided: give the numbers of passages, as 1 2")
            return STAY
        resting_on = chosen
    thing = sight.finding.finding if sight.finding else item.id
    stamps, words = {item.id: sight.stamp} if sight.stamp else {}, {item.id: item.title}
    follows = session.log(
        lambda: session.desk.answer(
            item.kind, thing, choice.answer, by=session.by, why=why, stamps=stamps, words=words, resting_on=resting_on
        )
    )
    if follows == NEXT:
        say(f"✓ {choice.done}")
        if choice.answer == "ask-source":
            _ask(session, item, sight)
    return follows


def _resting_on(seen: "StatementView") -> tuple[str, ...] | None:
    """The passages that a reviewer says a statement rests on; null where what was typed is no number of one."""
    borne = [str(at) for at, item in enumerate(seen.statement.evidence, 1) if item.side == "a"]
    typed = _keys.line(f"resting on which passages? (Enter alone: {' '.join(borne) or 'none'}) ") or " ".join(borne)
    numbers = typed.replace(",", " ").split()
    if not all(number.isdecimal() and 0 < int(number) <= len(seen.grounds) for number in numbers):
        return None
    return tuple(dict.fromkeys(seen.grounds[int(number) - 1] for number in numbers))


def _edit(session: Session, item: "Item", sight: Sight) -> str:
    try:
        changed = _editing.edited(session.desk, item.id, session.by, sight.stamp)
    except FactcheckError as error:
        say(str(error))
        return STAY
    say("✓ edited" if changed else "nothing was changed")
    return session.go_to(session.at)


def _visit_claim(session: Session, sight: Sight, number: int) -> str:
    """Show the claim of a side of a finding, and the finding again after it."""
    from factcheck.reviewing.findings import numbered
    from factcheck.reviewing.queue import Item

    assert sight.finding is not None
    finding = sight.finding.finding
    id = next((id for id, key in numbered(finding.evidence).items() if key == number), None)
    if id is None:
        say("no claim has this number")
        return STAY
    return session.insert(Item("claim", id, "", id, finding.kind, (), (0, 0.0)))


def _skip(session: Session, item: "Item", sight: Sight) -> str:
    return NEXT


def _back(session: Session, item: "Item", sight: Sight) -> str:
    return session.go_to(session.at - 1)


def _undo(session: Session, item: "Item", sight: Sight) -> str:
    return session.undo()


def _quit(session: Session, item: "Item", sight: Sight) -> str:
    return QUIT


def _draw_again(session: Session, item: "Item", sight: Sight) -> str:
    return session.go_to(session.at)


def _note(session: Session, item: "Item", sight: Sight) -> str:
    text = _keys.line("note: ")
    if not text:
        return STAY
    return _aside(session, lambda: session.desk.remark(item.kind, [item.id], text, by=session.by, words=_words(item)))


def _assign(session: Session, item: "Item", sight: Sight) -> str:
    to = _keys.line("assign to: ")
    return (
        _aside(session, lambda: session.desk.assign(item.kind, [item.id], to, by=session.by, words=_words(item)))
        if to
        else STAY
    )


def _query(session: Session, item: "Item", sight: Sight) -> str:
    return session.go_to(session.at) if _ask(session, item, sight) else STAY


def _ask(session: Session, item: "Item", sight: Sight) -> bool:
    """Put a query to somebody; whether one was put."""
    to = _keys.line("ask whom? (Enter alone: nobody) ")
    question = _keys.line("what? ") if to else ""
    if not question:
        return False
    deadline = _keys.line("until when? (2024-05-31; Enter alone: no deadline) ") or None
    try:
        session.desk.ask(
            item.kind, item.id, to=to, question=question, deadline=deadline, by=session.by, words=_words(item)
        )
    except FactcheckError as error:
        say(str(error))
        return False
    say(f"✓ asked {to}")
    return True


def _words(item: "Item") -> dict[str, str]:
    return {item.id: item.title} if item.kind == "statement" else {}


def _aside(session: Session, decide: "Callable[[], tuple[Decision, ...]]") -> str:
    """Log what decides nothing, and show the thing anew."""
    follows = session.log(decide)
    return session.go_to(session.at) if follows == NEXT else follows


def _open(session: Session, item: "Item", sight: Sight) -> str:
    """Show a passage in the whole text of its source."""
    found = [one for one in sight.paragraphs if one.line is not None]
    if not found:
        say("there is no text to open")
        return STAY
    number = 1
    if len({one.source for one in found}) > 1:
        say("\n".join(f"{at}  {one.source}" for at, one in enumerate(found[:9], 1)) + "\nwhich? ", end="")
        pressed = _keys.key()
        say("")
        number = int(pressed) if pressed.isdigit() and 0 < int(pressed) <= len(found[:9]) else 0
    if number:
        _page(session, found[number - 1])
    return AGAIN if number else STAY


def _page(session: Session, paragraph: "Paragraph") -> None:
    try:
        text = harmless(session.desk.document(paragraph.source).text)
    except FactcheckError as error:
        say(str(error))
        return
    line = paragraph.line or 1
    named = os.environ.get("PAGER")
    command = shlex.split(named) if named else ["less", "-R", f"+{line}g"] if shutil.which("less") else []
    try:
        if not command:
            raise FileNotFoundError
        subprocess.run(command, input=text.encode("utf-8", "replace"), check=False)
    except OSError:
        lines = text.split("\n")[max(line - 1 - NEARBY, 0) : line + NEARBY]
        say("\n".join(lines))


_COMMON: dict[str, Callable[[Session, "Item", Sight], str]] = {
    "s": _skip, " ": _skip, "b": _back, "n": _note, "y": _query, "i": _assign, "o": _open, "u": _undo, "q": _quit,
    "\x0c": _draw_again,
}  # fmt: skip
