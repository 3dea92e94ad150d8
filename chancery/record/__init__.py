"""What happened and what was said, each statement under its speaker."""
