"""Tables that are written as text: an entry a line, further lines of it indented."""


def entries(table: str) -> list[tuple[str, str]]:
    """The entries of a table: what stands before the colon, and behind it."""
    joined = table.replace("\n    ", " ").strip().splitlines()
    return [(head.strip(), told.strip()) for head, told in (line.split(":", 1) for line in joined)]
