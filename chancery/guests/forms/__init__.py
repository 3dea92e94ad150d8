"""What colleagues and guests type in."""
