"""What a user writes about the running order, checked."""
