"""The versions of the notice that were kept, and the consents of a guest."""

from django.db.models import QuerySet

from chancery.events.models import Event
from chancery.guests.models import Consent, Invitation, Notice
from chancery.guests.notice_words import Facts


def version_of(facts: Facts) -> Notice | None:
    """The kept version that says what is told now; None until somebody consents to it."""
    last = versions_of(facts.event).first()
    return last if last is not None and last.digest == facts.digest else None


def versions_of(event: Event) -> QuerySet[Notice]:
    """Every version that was kept, the newest first."""
    return Notice.objects.filter(event=event).order_by("-number")


def consents_of(invitation: Invitation) -> QuerySet[Consent]:
    """What a guest consented to, in the order in which it was given."""
    found = Consent.objects.filter(invitation=invitation).select_related("notice", "entered_by")
    return found.order_by("given_at", "pk")
