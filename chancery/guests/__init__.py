"""The guest list: who is on it, for whom, with whom."""
