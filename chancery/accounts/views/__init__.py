"""The pages of accounts and of the team of an office."""
