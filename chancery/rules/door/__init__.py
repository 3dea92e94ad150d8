"""The door: what scans on several devices, also without a network, add up to."""
