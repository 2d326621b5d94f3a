"""Places in an order as documents give them, and when two of them exclude each other."""
