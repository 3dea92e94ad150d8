"""Forms of what campaigns add up to and show."""
