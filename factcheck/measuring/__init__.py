"""What a figure measures, in words: who is counted and what became of them, what a sum, a share or a size is of."""
