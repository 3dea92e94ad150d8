"""How many messages of the installation stand where a person may have to look."""

from django.db.models import Count

from chancery.base.models import OutboxMessage

State = OutboxMessage.State


def open_counts() -> dict[str, int]:
    """Return how many messages wait, are uncertain and are refused, by the name of the state."""
    states = (State.WAITING, State.UNCERTAIN, State.REFUSED)
    found = OutboxMessage.objects.filter(state__in=states).order_by("state").values_list("state")
    counts = dict(found.annotate(count=Count("pk")))
    return {state.value: counts.get(state.value, 0) for state in states}
