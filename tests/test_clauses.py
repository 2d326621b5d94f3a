"""A sentence is cut into its clauses."""
