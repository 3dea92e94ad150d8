"""A list of somebody else's making on its way into the directory: file, columns, rows, entries."""
