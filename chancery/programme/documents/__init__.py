"""What is printed of a running order."""
