"""Checks, one a file: group, document or archive -> findings."""
