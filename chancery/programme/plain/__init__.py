"""Programmes as plain JSON, for those who keep their own lists; no Django in here."""
