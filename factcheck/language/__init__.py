"""What is known of English: word lists and rules that readers and finders share."""
