"""How long an office keeps what: settled with a reason, and held back for one event."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.privacy.models import Hold, KeepingRule, OfficePrivacy


class HoldRefused(Exception):
    """The event cannot be held back; the message is one sentence."""


@transaction.atomic
def settle(organiser: Organiser, *, kind: str, days: int, reason: str, by: Actor) -> KeepingRule:
    """Settle how many days an office keeps a kind, and why."""
    rule = KeepingRule.objects.filter(organiser=organiser, kind=kind).first()
    if rule is None:
        made = KeepingRule(organiser=organiser, kind=kind, days=days, reason=reason)
        return audit.create(made, by=by, code="privacy.rule.settled")
    rule.days, rule.reason = days, reason
    audit.update(rule, by=by, code="privacy.rule.settled")
    return rule


@transaction.atomic
def take_back(rule: KeepingRule, *, by: Actor) -> None:
    """Go back to what is proposed."""
    audit.delete(rule, by=by, code="privacy.rule.taken-back")


@transaction.atomic
def hold(event: Event, *, reason: str, by: Actor, now: datetime) -> Hold:
    """Delete nothing of an event until the hold ends. Errors: HoldRefused where one stands already."""
    Event.objects.select_for_update().get(pk=event.pk)
    if Hold.objects.filter(event=event, ended_at=None).exists():
        raise HoldRefused(_("This event is held back already; end that hold first."))
    made = Hold(event=event, reason=reason, began_at=now, began_by=by.user)
    return audit.create(made, by=by, code="privacy.hold.begun")


@transaction.atomic
def end(standing: Hold, *, by: Actor, now: datetime) -> None:
    """End a hold: what is due by then is deleted at the next look."""
    if standing.ended_at is None:
        standing.ended_at = now
        audit.update(standing, by=by, code="privacy.hold.ended")


@transaction.atomic
def say(said: OfficePrivacy, *, by: Actor) -> None:
    """Keep what the office says of itself in the notice to guests."""
    if said.pk is None:
        audit.create(said, by=by, code="privacy.office.said")
    else:
        audit.update(said, by=by, code="privacy.office.said")
