"""Pages of the tokens of an office, and the description of the interface."""
