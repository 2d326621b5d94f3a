"""Given names from many countries: a capitalised pair that begins with one is taken for a person.

They stand in `given_names.txt`, in the order of the alphabet. Names that are common words too (Hope, Will), or places
and firms (Orlando, Mercedes), are left out.
"""

from pathlib import Path

GIVEN = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())
