"""Python's garbage collector, kept still while very many records are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 500_000
"""Objects that were made, from which on they count as old at once: looking at each takes longer than it is worth."""

SELDOM = 20_000
"""Objects made from one look at them to the next, in a process of ours: Python's own 700 are a few sentences' worth,
and looking at them so often takes a tenth of the work of a start and of reading."""


def seldom() -> None:
    """Have the garbage collector look less often, in this process and those doubled from it."""
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])


@contextmanager
def still() -> Iterator[None]:
    """Keep the garbage collector still: it would look at every record again and again while many are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > MANY:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
