"""What can be reckoned from the figures of a stretch of text: parts, shares, changes."""
