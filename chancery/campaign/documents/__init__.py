"""What campaigns and calendars print and write."""
