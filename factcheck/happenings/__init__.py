"""Happenings as documents tell of them: when, where, and whether two of them are one."""
