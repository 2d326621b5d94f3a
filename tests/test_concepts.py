"""Words of one happening share a concept; words of one measure share a noun."""
