"""The records: frozen, strict, and what every other layer speaks in."""
