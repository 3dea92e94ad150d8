"""Reads of occasions, campaigns, series and recognitions."""
