"""What the text around a place says: its words and sentence, the time, the people, places and things meant there."""
