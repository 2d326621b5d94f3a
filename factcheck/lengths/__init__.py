"""Lengths of time that are stated, and the times that they lie between."""
