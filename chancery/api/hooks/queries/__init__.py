"""Reads of endpoints, of what they are told, and of the changes that are to be told."""
