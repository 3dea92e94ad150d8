"""Pages of protocol profiles."""
