"""Lists that are announced or counted by a number."""
