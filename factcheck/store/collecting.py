"""Python's garbage collector, kept still while very many records are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 500_000
"""Objects that were made, from which on they count as old at once: looking at each takes longer than it is worth."""


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
