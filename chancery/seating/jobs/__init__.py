"""Long work of seating; each module registers its own."""

from chancery.seating.jobs import search

__all__ = ["search"]
