"""Papers of the door."""
