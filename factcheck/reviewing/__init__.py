"""Decisions: what a person saw, whether it still stands, and what follows for claims, findings and statements.

All is derived from the log; nothing here writes.
"""
