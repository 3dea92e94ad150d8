"""The links by which the guests of a large event answer."""

from django.utils import timezone

from chancery.events.models import Event
from chancery.guests.actions import links
from chancery.guests.models import Dispatch, Invitation


def links_of(event: Event) -> list[tuple[str, str]]:
    """Give every party a link; each with the path of its page and the code that a door reads, by party."""
    parties = Invitation.objects.filter(guest__event=event).select_related("guest").order_by("pk")
    sent = Dispatch.objects.bulk_create(
        Dispatch(invitation=party, key=party.code, kind="invitation", channel="email", language="en")
        for party in parties
    )
    issued = links.issue_all([(dispatch.invitation, dispatch) for dispatch in sent], now=timezone.now())
    return [(f"/r/{token}/", link.invitation.guest.code) for link, token in issued]
