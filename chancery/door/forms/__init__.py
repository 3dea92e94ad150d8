"""What users write about the door, checked."""
