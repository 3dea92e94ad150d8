"""What is printed, sent and published from the record."""
