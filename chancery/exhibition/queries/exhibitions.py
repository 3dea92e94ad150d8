"""Reads of exhibitions."""

from django.db.models import Count, Prefetch, QuerySet

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Exhibition, Stay

STAYS = Prefetch("stays", Stay.objects.select_related("place", "event").order_by("position", "pk"))


def exhibitions_of(organiser: Organiser) -> QuerySet[Exhibition]:
    """The exhibitions of an office with their stays and how many works hang in each, by their short name."""
    listed = Exhibition.objects.filter(organiser=organiser).prefetch_related(STAYS)
    return listed.annotate(works_count=Count("exhibits")).order_by("ref")
