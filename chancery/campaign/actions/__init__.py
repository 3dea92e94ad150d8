"""What changes what a campaign shows and adds up to."""
