"""What a user writes about the directory, checked."""
