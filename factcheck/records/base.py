"""What every record has in common."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, ParamSpec, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, StringConstraints

SCHEMA_VERSION = 1
"""Version of the stored records. A record with a higher number is refused, never guessed at."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]
"""An id that is also a file name: lower-case ASCII letters, digits and hyphens."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal."""

PartialDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A date as far as it is known: 2022, 2022-08 or 2022-08-04."""

Moment = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$")]
"""A day, or a minute of it, in ISO 8601; midnight is written as the day. They sort as they follow in time."""


class Record(BaseModel):
    """A frozen record: fields are checked strictly, and a field that is not known is refused."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, serialize_by_alias=True
    )

    def but(self, **changes: object) -> Self:
        """The same record with some fields changed, checked again."""
        return type(self).model_validate({**self.__dict__, **changes})


P = ParamSpec("P")
R = TypeVar("R", bound=Record)


def unchecked(record: Callable[P, R]) -> Callable[P, R]:
    """Makes records of one class without checking them, in a third of the time: for finders, which make thousands.

    mypy checks the calls instead, and a test the records. All fields are given by name; floats are floats. Records
    that were given the same fields have the set of these in common, since frozen records never change it.
    """
    kind = cast("type[Record]", record)
    fields = kind.model_fields
    blank = {name: None if field.is_required() else field.get_default() for name, field in fields.items()}
    assign = object.__setattr__
    given: dict[tuple[str, ...], set[str]] = {}

    def make(*_: P.args, **values: P.kwargs) -> R:
        made: Any = kind.__new__(kind)
        names = tuple(values)
        if names not in given:
            given[names] = set(names)
        assign(made, "__dict__", {**blank, **values})
        assign(made, "__pydantic_fields_set__", given[names])
        assign(made, "__pydantic_extra__", None)
        assign(made, "__pydantic_private__", None)
        return cast(R, made)

    return make
