"""Protocol profiles, and the order they give for a list."""
