"""How long an office keeps what, and which events it holds back."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings

from chancery.accounts.models import Organiser
from chancery.events.models import Event
from chancery.privacy.models import Hold, KeepingRule, OfficePrivacy

NEEDS = "needs"
IDENTITY = "identity"
IDENTITY_DAYS = 3
"""Proposed for what identifies people to security: days, not weeks (R123)."""


def rules_of(organiser: Organiser) -> Mapping[str, KeepingRule]:
    """The times of keeping that an office has settled itself, by kind."""
    return {rule.kind: rule for rule in KeepingRule.objects.filter(organiser=organiser).order_by("kind")}


def settled_by(organiser: Organiser) -> OfficePrivacy:
    """What an office says of itself in the notice; empty where it has said nothing yet."""
    found = OfficePrivacy.objects.filter(organiser=organiser).first()
    return found or OfficePrivacy(organiser=organiser)


def needs_days(organiser: Organiser) -> int:
    """How many days diets and access needs are kept; never longer than the installation says."""
    rule = KeepingRule.objects.filter(organiser=organiser, kind=NEEDS).values_list("days", flat=True).first()
    return settings.NEEDS_DAYS if rule is None else min(rule, settings.NEEDS_DAYS)


def identity_days(organiser: Organiser) -> int:
    """How many days after the event identities for security are kept."""
    rule = (
        KeepingRule.objects.filter(organiser=organiser, kind=IDENTITY).values_list("days", flat=True).first()
    )
    return IDENTITY_DAYS if rule is None else rule


def held_events(organiser: Organiser) -> dict[int, Hold]:
    """The holds that stand, by event."""
    standing = Hold.objects.filter(event__organiser=organiser, ended_at=None).select_related(
        "event", "began_by"
    )
    return {hold.event_id: hold for hold in standing.order_by("pk")}


def is_held(event: Event) -> bool:
    """Whether nothing of an event may be deleted now."""
    return Hold.objects.filter(event=event, ended_at=None).exists()


def last_day(event: Event) -> date | None:
    """The last day of an event, from which days of keeping count; None where none is planned."""
    return event.held_until_on or event.held_on
