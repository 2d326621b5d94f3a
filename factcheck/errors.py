"""Errors that a user can act on; anything else that is raised is a defect of ours."""


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
