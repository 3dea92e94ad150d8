"""Chancery: the event office of a mission, from the occasion to the communiqué."""
