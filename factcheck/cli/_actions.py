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

if TYPE_CHECKING:
    from factcheck.project.views import Paragraph, StatementView
    from factcheck.records.review import Decision
    from factcheck.reviewing.queue import Item

NEARBY = 12
"""Lines before and after a passage that are printed where there is no pager."""


def act(session: Session, item: "Item", sight: Sight, pressed: str) -> str:
    """Do what a key means for the thing that is shown."""
    if pressed in _COMMON:
        return _COMMON[pressed](session, item, sight)
    if item.kind == "finding" and pressed in _FINDING:
        return _settle(session, item, sight, _FINDING[pressed])
    if item.kind == "finding" and pressed.isdigit():
        return _visit_claim(session, sight, int(pressed))
    if item.kind == "claim" and pressed in _CLAIM:
        return _decide(session, item, sight, _CLAIM[pressed])
    if item.kind == "claim" and pressed == "e":
        return _edit(session, item, sight)
    if item.kind == "statement" and pressed in _STATEMENT:
        return _answer(session, item, sight, _STATEMENT[pressed])
    say(f"{KEYS[item.kind]}\n{COMMON}")
    return STAY


_FINDING = {"a": "accepted", "f": "fix-in-draft", "x": "not-a-conflict", "r": "not-a-conflict", "k": "ask-source"}
_CLAIM = {"a": "approve", "r": "reject", "w": "needs_work", "p": "reads_right", "l": "withdraw"}
_STATEMENT = {"a": "checked", "f": "fix", "v": "opinion", "t": "set-aside"}


def _settle(session: Session, item: "Item", sight: Sight, answer: str) -> str:
    assert sight.finding is not None
    why = None
    if answer == "accepted":
        why = _keys.line("why do we accept it? ")
        if not why:
            say("nothing was decided: a difference is accepted with a reason")
            return STAY
    finding, stamps = sight.finding.finding, {item.id: sight.finding.stamp}
    follows = session.log(
        lambda: session.desk.settle([finding], answer, by=session.by, why=why, stamps=stamps),
    )
    if follows == NEXT:
        say(f"✓ {answer}")
        if answer == "ask-source":
            _ask(session, item, sight)
    return follows


def _decide(session: Session, item: "Item", sight: Sight, name: str) -> str:
    """Approve, reject and the like; what speaks against a claim is said why, if the reviewer likes."""
    assert sight.claim is not None
    why = None
    if name in ("reject", "needs_work", "withdraw"):
        why = _keys.line("why? (Enter alone: no reason) ") or None
    decide: Callable[..., tuple[Decision, ...]] = getattr(session.desk, name)
    stamps = {item.id: sight.claim.stamp}
    follows = session.log(lambda: decide([item.id], by=session.by, why=why, stamps=stamps))
    if follows == NEXT:
        done = {"approve": "approved", "reject": "rejected", "needs_work": "sent back", "withdraw": "withdrawn"}
        say(f"✓ {done.get(name, 'reads right')}")
    return follows


def _answer(session: Session, item: "Item", sight: Sight, answer: str) -> str:
    draft, words, seen = item.draft or "", item.title, sight.statement
    resting_on: tuple[str, ...] = ()
    if answer == "checked" and seen and seen.grounds:
        chosen = _resting_on(seen)
        if chosen is None:
            say("nothing was decided: give the numbers of passages, as 1 2")
            return STAY
        resting_on = chosen
    stamps = {item.id: seen.stamp} if seen else {}
    follows = session.log(
        lambda: session.desk.decide_on_statement(
            draft, words, answer, by=session.by, resting_on=resting_on, stamps=stamps
        )
    )
    if follows == NEXT:
        say(f"✓ {answer}")
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
    from factcheck.cli._screen import numbered
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
