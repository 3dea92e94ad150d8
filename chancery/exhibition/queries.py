"""Reads of films and exhibitions."""

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Exhibition, Film


def films_of(organiser: Organiser) -> QuerySet[Film]:
    """The films of an office, by their short name."""
    return Film.objects.filter(organiser=organiser).order_by("ref")


def exhibitions_of(organiser: Organiser) -> QuerySet[Exhibition]:
    """The exhibitions of an office with their places, by their short name."""
    return Exhibition.objects.filter(organiser=organiser).select_related("place").order_by("ref")
