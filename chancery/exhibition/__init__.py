"""Exhibitions and films."""
