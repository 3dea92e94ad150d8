"""Pages of films, exhibitions, works and loans."""
