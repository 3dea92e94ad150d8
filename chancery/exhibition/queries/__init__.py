"""Reads of films, exhibitions, works and loans."""
