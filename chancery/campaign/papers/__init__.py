"""The papers of campaigns."""
