"""What changes films, exhibitions, works and loans."""
