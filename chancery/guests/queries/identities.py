"""Who has told what security asks for; what was told is opened by `guests.actions.identities` alone."""

from django.db.models import QuerySet

from chancery.events.models import Event
from chancery.guests.models import Invitation, SecurityIdentity, Standing, Terms

COMING = (Standing.ACCEPTED, Standing.REPRESENTED, Standing.WALK_IN)


def are_asked(event: Event) -> bool:
    """Whether guests of an event are asked for what security needs."""
    return Terms.objects.filter(event=event, asks_identity=True).exists()


def told_by(invitation: Invitation) -> SecurityIdentity | None:
    """That a party has told something, when and how; what it told stays sealed."""
    told = SecurityIdentity.objects.filter(invitation=invitation).select_related("entered_by")
    return told.defer("sealed").first()


def coming(event: Event) -> QuerySet[Invitation]:
    """The parties that come, by name, with the guest."""
    found = Invitation.objects.filter(guest__event=event, standing__in=COMING)
    beside = ("guest__person", "guest__office", "guest__body", "security_identity")
    found = found.prefetch_related("guest__person__names")
    return found.select_related(*beside).order_by("guest__person__sort_key", "pk")
