"""Pages of the running order."""
