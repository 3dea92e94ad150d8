"""What an office writes into a protocol profile, checked."""
