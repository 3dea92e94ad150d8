"""What is printed for the guests: the list, the form on which they sign, cards and envelopes."""
