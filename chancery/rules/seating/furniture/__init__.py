"""Pieces of furniture, each in its own measure: from its few numbers follow its seats and its outline."""
