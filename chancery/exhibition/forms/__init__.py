"""What a user writes about films, exhibitions, works and loans, checked."""
