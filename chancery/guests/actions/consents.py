"""Consents of guests: kept with words, notice and way, and taken back with what hung on them (R121)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.actions import notices
from chancery.guests.models import Consent, Invitation, Reply

COLUMNS = {Consent.Kind.DIET: "sealed_diet", Consent.Kind.ACCESS: "sealed_access"}


def keep(
    reply: Reply, *, told: Mapping[str, str], words: Mapping[str, str], language: str, by: Actor
) -> None:
    """
    Keep a consent for each need that an answer tells; what was read anew replaces the earlier one.

    A guest who consents again without telling a need takes the consent to it back.
    """
    if reply.consented_at is None:
        return
    standing = {each.kind: each for each in _standing(reply.invitation)}
    for kind in Consent.Kind:
        before = standing.get(kind)
        if not told.get(kind):
            if before is not None and reply.speaker == Reply.Speaker.GUEST:
                _take_back(before, reply.entered_at, by)
            continue
        if before is not None and kind not in words and reply.channel == Reply.Channel.PAGE:
            # Carried over from an earlier answer: the guest read nothing new about it.
            continue
        if before is not None:
            Consent.objects.filter(pk=before.pk).update(withdrawn_at=reply.entered_at)
        _give(reply, kind, words.get(kind, ""), language, by)


def _give(reply: Reply, kind: Consent.Kind, words: str, language: str, by: Actor) -> None:
    made = Consent(
        invitation=reply.invitation,
        reply=reply,
        kind=kind,
        words=words,
        language=language,
        given_at=reply.given_at,
        way=reply.channel,
        notice=notices.current(reply.invitation.guest.event, language=language, now=reply.entered_at),
        entered_by_id=by.user.pk if by.user else None,
    )
    made.save(force_insert=True)
    audit.note(made, by=by, code="guests.consent.given")


@transaction.atomic
def withdraw(consent: Consent, *, now: datetime, by: Actor) -> None:
    """Take a consent back for a guest who said so, and delete what hung on it."""
    Invitation.objects.select_for_update().get(pk=consent.invitation_id)
    Reply.objects.filter(invitation=consent.invitation_id).update(
        **{COLUMNS[Consent.Kind(consent.kind)]: None}
    )
    _take_back(consent, now, by)


def _take_back(consent: Consent, now: datetime, by: Actor) -> None:
    if consent.withdrawn_at is None:
        consent.withdrawn_at = now
        consent.save(update_fields=["withdrawn_at"])
        audit.note(consent, by=by, code="guests.consent.withdrawn")


def _standing(invitation: Invitation) -> QuerySet[Consent]:
    return Consent.objects.filter(invitation=invitation, withdrawn_at=None).order_by("pk")
