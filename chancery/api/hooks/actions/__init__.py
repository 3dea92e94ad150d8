"""What changes endpoints, and what is told to them."""
