"""What happens in each clause: the happening, who did what to whom, from where, where, how surely."""
