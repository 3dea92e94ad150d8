"""Webhooks: what changes in an office is told to addresses that its owners name."""
