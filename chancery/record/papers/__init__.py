"""The papers of the record, and the shape of the values each takes."""
