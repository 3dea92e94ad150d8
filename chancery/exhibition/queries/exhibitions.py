"""Reads of exhibitions."""

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Exhibition


def exhibitions_of(organiser: Organiser) -> QuerySet[Exhibition]:
    """The exhibitions of an office with their places, by their short name."""
    return Exhibition.objects.filter(organiser=organiser).select_related("place").order_by("ref")
