"""Personal names: folding, sound, order of letters, comparing, duplicates and search, in any script."""
