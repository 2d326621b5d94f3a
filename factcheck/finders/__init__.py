"""Finders, one a file: document -> mentions."""
