"""The review desk in the browser: pages over the project's facade, and who may see them.

Whoever decides here decides through the same functions as in the terminal; nothing of the project is kept in memory
that is not derived from its files.
"""
