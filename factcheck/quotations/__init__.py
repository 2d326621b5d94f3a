"""Quoted words held against the texts of other documents: where they stand, who says them, what differs."""
