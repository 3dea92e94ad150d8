"""Reads of what campaigns add up to."""
