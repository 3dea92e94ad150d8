"""Reads of films."""

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Film


def films_of(organiser: Organiser) -> QuerySet[Film]:
    """The films of an office, by their short name."""
    return Film.objects.filter(organiser=organiser).order_by("ref")
