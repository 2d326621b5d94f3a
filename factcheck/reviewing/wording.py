"""Decisions in plain words."""

from factcheck.records.review import Decision


def said(decision: Decision) -> str:
    """A decision in one line: "accepted by M. Ng, 2024-05-01: we use the audit's"."""
    why = f": {decision.why}" if decision.why else ""
    return f"{in_plain_words(decision)} by {decision.by}, {decision.at[:10]}{why}"


_PLAIN = {
    ("reads-right", "yes"): "reads right",
    ("reads-right", "no"): "rejected",
    ("rely", "yes"): "approved",
    ("rely", "no"): "rejected",
}


def in_plain_words(decision: Decision) -> str:
    """An answer as people say it: "needs work", "not a conflict"."""
    return _PLAIN.get((decision.question, decision.answer), decision.answer.replace("-", " "))


def answer_of(decision: Decision) -> str:
    """What was decided, in a few words: "assigned to J. Roe", "took back: approved"."""
    if decision.undoes:
        return f"took back: {in_plain_words(decision)}"
    if decision.question == "assign":
        return f"assigned to {decision.to}" if decision.to else "assigned to nobody"
    if decision.query is not None:
        asked = f"{decision.query.to}: {decision.query.question}"
        return f"asked {asked}" if decision.answer == "asked" else f"reply of {asked} {decision.query.reply}"
    return in_plain_words(decision)
