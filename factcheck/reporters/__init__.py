"""Reporters, one a format: report -> text."""
