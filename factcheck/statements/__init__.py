"""Statements of documents held against each other: which are of one thing, and what bears them out."""
