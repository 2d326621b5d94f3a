"""What may leave the desk."""


def is_withheld(confidential: bool, embargo: str | None, today: str) -> bool:
    """Whether a source may not be published: it is confidential, or its embargo has not ended."""
    return confidential or (embargo is not None and today[: len(embargo)] < embargo)
