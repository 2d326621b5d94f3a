"""factcheck: do our sources agree, and does each sentence of ours rest on a passage that says so?"""

__version__ = "0.1.0"
