"""Finding entries of an address book that are one person: keys to meet by, evidence for and against."""
