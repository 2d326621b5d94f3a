"""Tables as rows and columns, and what sentences say of their cells."""
