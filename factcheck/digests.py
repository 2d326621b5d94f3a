"""Digests: SHA-256 of bytes, and of values by their canonical JSON."""

import hashlib
import json
from pathlib import Path


def digest_of_bytes(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(*values: object) -> str:
    """SHA-256 of values that JSON can hold, the same on every machine and for every order of keys."""
    return digest_of_bytes(_CANONICAL.encode(values).encode("utf-8", "surrogatepass"))


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
