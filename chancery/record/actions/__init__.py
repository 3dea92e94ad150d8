"""What changes the record: what happened, what was said, and what goes out of it."""
