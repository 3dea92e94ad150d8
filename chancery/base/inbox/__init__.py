"""Mail that comes in: where it lies, what it says, and whether it is a report about a message of ours."""
