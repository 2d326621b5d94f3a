"""What kind of happening or measure a word speaks of: verbs and nouns folded to one concept."""
