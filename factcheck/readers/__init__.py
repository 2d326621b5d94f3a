"""Readers, one a format: source file -> document."""
