"""What is printed of exhibitions and loans."""
