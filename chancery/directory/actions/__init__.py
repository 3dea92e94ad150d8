"""Verbs that change the directory; each in its own transaction, with its audit line."""
