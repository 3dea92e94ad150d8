"""Pages that join the stages of an office."""
