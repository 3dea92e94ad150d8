"""Reads of guest lists, invitations and replies."""
