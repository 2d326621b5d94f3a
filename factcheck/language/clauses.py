"""Cuts a tagged sentence into its clauses: main, relative, coordinated, participial and subordinate."""
