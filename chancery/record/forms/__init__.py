"""What a user writes of the record, checked."""
