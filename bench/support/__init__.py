"""What the figures share: how they are printed, and samples."""
