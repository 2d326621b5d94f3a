"""What came of two documents, kept as long as both stand: no other document changes anything in it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol

Makes = Mapping[str, tuple[Collection[str], Callable[[], Any]]]
"""By marks that tell all there is to tell of things but their documents: these, and what makes a thing of them."""


class Keep(Protocol):
    """Where it is kept."""

    def of(self, what: str, one: str, other: str, mark: str, make: Callable[[], Any]) -> Any:
        """What `make` makes of two documents, plain JSON values: as it was kept, where both are as they were.

        `what` says what is made, the same for all documents. It must follow from the two documents and from `mark`
        alone, whatever else the archive holds.
        """
        ...

    def of_several(self, what: str, one: str, makes: Makes) -> dict[str, Any]:
        """The same of things that follow from several documents each, `one` among them; by their marks."""
        ...

    def flush(self) -> None:
        """Write what is new."""
        ...
