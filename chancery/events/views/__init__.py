"""Pages of an event: its plan and its order."""
