"""Attendees from the exports of other programs: read, compared with what is there, brought."""
