"""What changes guest lists, invitations and replies."""
