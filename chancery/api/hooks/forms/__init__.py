"""What an owner writes about webhooks, checked."""
