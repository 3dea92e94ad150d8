"""Protocol rules as pure functions: frozen values in, values and reasons out."""
