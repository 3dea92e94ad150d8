"""What changes a running order; every change raises its version."""
