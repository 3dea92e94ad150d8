"""Long work of the record; each module registers its own."""

from chancery.record.jobs import photos, press

__all__ = ["photos", "press"]
