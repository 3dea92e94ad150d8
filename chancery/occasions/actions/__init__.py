"""What changes occasions, campaigns, series and recognitions."""
