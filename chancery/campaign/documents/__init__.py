"""What campaigns print."""
