"""What happens in a clause, and the parts that names and nouns play in it."""
