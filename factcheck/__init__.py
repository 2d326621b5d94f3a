"""factcheck: do our sources agree, and does each sentence of ours rest on a passage that says so?

From Python: `factcheck.project.Project`. docs/python.md says what is stable, with examples.
"""

__version__ = "0.1.0"
