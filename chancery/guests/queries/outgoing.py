"""Reads about mail that leaves: the messages of an office, and how many stand where."""

from django.db.models import Count, QuerySet

from chancery.accounts.models import Organiser
from chancery.base.models import OutboxMessage

State = OutboxMessage.State


def messages_of(organiser: Organiser) -> QuerySet[OutboxMessage]:
    """Return the messages of an office with their guests, the last posted first, without their texts."""
    beside = "dispatch__invitation__guest__event"
    found = OutboxMessage.objects.filter(organiser_id=organiser.pk).select_related(beside)
    return found.defer("sealed").order_by("-id")


def count_by_state(organiser: Organiser) -> dict[str, int]:
    """Return how many messages of an office stand in each state, in the order of the states; 0 where none."""
    of_office = OutboxMessage.objects.filter(organiser_id=organiser.pk).order_by("state")
    found = dict(of_office.values_list("state").annotate(count=Count("pk")))
    return {state.value: found.get(state.value, 0) for state in State}
