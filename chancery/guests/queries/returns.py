"""Guests whom the last message did not reach."""

from django.db.models import Exists, OuterRef

from chancery.events.models import Event
from chancery.guests.models import Dispatch

State = Dispatch.State


def returned_to(event: Event) -> set[int]:
    """The keys of invitations whose last message came back; a later one that left makes up for it."""
    later = Dispatch.objects.filter(
        invitation=OuterRef("invitation"), pk__gt=OuterRef("pk"), state__in=[State.GONE, State.DELIVERED]
    )
    back = Dispatch.objects.filter(invitation__guest__event=event, state=State.RETURNED)
    return set(back.exclude(Exists(later)).values_list("invitation_id", flat=True))
