"""Errors that a user can act on; anything else that is raised is a defect of ours."""

from collections.abc import Iterable


class FactcheckError(Exception):
    """Base of all errors that are shown as one line, without a traceback.

    `where` is what the line starts with: a file, or a file with its line number.
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class UsageError(FactcheckError):
    """What was asked cannot be done as asked: a wrong option, an unknown id, a name taken twice.

    `nearest` is what was probably meant, where that can be told.
    """

    nearest: str | None = None


class SourceError(FactcheckError):
    """A source file cannot be read: missing, empty, damaged, encrypted, or of an unknown format."""


class RecordError(FactcheckError):
    """A stored record is malformed: unknown field, wrong type, or of a later schema version."""


class ProjectError(FactcheckError):
    """No project here, or the project's folders cannot be read or written."""


class PolicyError(FactcheckError):
    """A decision that the project's policy does not allow; `rule` is the setting that it breaks."""

    def __init__(self, message: str, *, rule: str) -> None:
        super().__init__(f"{message} (factcheck.toml: {rule})")
        self.rule = rule


class ChangedError(FactcheckError):
    """What is decided on is not any more what the person saw: it was changed, or decided on, meanwhile."""


def nearest(word: str, among: Iterable[str]) -> str | None:
    """The known word that was probably meant by one that is not known; null where none is like it."""
    import difflib

    return next(iter(difflib.get_close_matches(word, list(among), n=1)), None)


def hint(word: str, among: Iterable[str]) -> str:
    """The same, as what ends a message; empty where none is like it."""
    meant = nearest(word, among)
    return f"; did you mean {meant!r}?" if meant else ""
