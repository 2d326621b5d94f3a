"""What clauses affirm or deny, and whether two that say contraries are of one case."""
