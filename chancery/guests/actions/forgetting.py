"""Diets and access needs are kept no longer than the guest consents and the event needs them (R120-R123)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.models import Invitation, Reply
from chancery.guests.queries.reply_page import NEEDS_KEPT_DAYS

DELETED = "guests.needs.deleted"
_TOLD = Q(sealed_diet__isnull=False) | Q(sealed_access__isnull=False)


@transaction.atomic
def forget_needs(invitation: Invitation, *, before: Reply, by: Actor) -> int:
    """
    Delete the diets and access needs that a party told before its answer `before`; return how many.

    The answers themselves stay, and a line says that something was deleted, never what.
    """
    told = Reply.objects.filter(_TOLD, invitation=invitation, pk__lt=before.pk)
    count = told.update(sealed_diet=None, sealed_access=None)
    if count:
        audit.note(invitation, by=by, code=DELETED)
    return count


@transaction.atomic
def forget_needs_of_past_events(now: datetime) -> int:
    """Delete the diets and access needs of events that are over for two weeks; return how many parties."""
    last_day = now.date() - timedelta(days=NEEDS_KEPT_DAYS)
    ended = Coalesce("invitation__guest__event__held_until_on", "invitation__guest__event__held_on")
    told = Reply.objects.filter(_TOLD).annotate(ended_on=ended).filter(ended_on__lte=last_day)
    replies = list(
        told.select_related("invitation__guest__event", "invitation__guest__person").order_by("pk")
    )
    Reply.objects.filter(pk__in=[reply.pk for reply in replies]).update(sealed_diet=None, sealed_access=None)
    parties = {reply.invitation_id: reply.invitation for reply in replies}.values()
    audit.write(
        audit.line(party, by=Actor(party.guest.event.organiser_id), code=DELETED, changes={})
        for party in parties
    )
    return len(parties)
