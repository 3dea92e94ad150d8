"""Reads of occasions."""

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.occasions.access import served_by
from chancery.occasions.models import Occasion, OccasionName


def occasions_of(organiser: Organiser) -> QuerySet[Occasion]:
    """The occasions of an office, by their short name."""
    return Occasion.objects.filter(organiser=organiser).order_by("ref")


def occasions_served_by(organiser: Organiser) -> QuerySet[Occasion]:
    """The occasions for which an office holds events: its own and those of its ministry, by short name."""
    return Occasion.objects.filter(served_by(organiser)).order_by("ref", "id")


def other_names_of(occasion: Occasion) -> QuerySet[OccasionName]:
    """What others call an occasion, in the order in which the office keeps them."""
    return OccasionName.objects.filter(occasion_id=occasion.pk).order_by("position", "id")
