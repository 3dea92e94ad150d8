"""What a user writes about occasions, campaigns, series and recognitions, checked."""
