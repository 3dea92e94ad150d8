"""What is written on the pages of accounts and offices, checked."""
