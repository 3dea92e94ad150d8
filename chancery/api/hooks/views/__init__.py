"""The pages of webhooks, for the owners of an office."""
