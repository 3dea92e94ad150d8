"""What the replies that count make of an invitation, of the guest's plan and of the list."""

from collections.abc import Sequence

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event, Participation
from chancery.guests.actions import representatives
from chancery.guests.actions.listing import raise_revision
from chancery.guests.models import Invitation, Standing
from chancery.guests.queries import answering
from chancery.rules import replies as rules

Planned = Participation.Planned

PLANNED: dict[str, Planned] = {
    Standing.NOT_INVITED: Planned.LISTED,
    Standing.SILENT: Planned.INVITED,
    Standing.UNDECIDED: Planned.INVITED,
    Standing.ACCEPTED: Planned.ACCEPTED,
    Standing.REGRETTED: Planned.DECLINED,
    Standing.WITHDRAWN: Planned.DECLINED,
    Standing.REPRESENTED: Planned.REPRESENTED,
    Standing.WALK_IN: Planned.NONE,
}


def locked(invitation: Invitation) -> Invitation:
    """Return the invitation as nobody else can answer it until this transaction ends."""
    rows = Invitation.objects.select_related("guest__event__organiser", "guest__person", "brought_by")
    return rows.select_for_update(of=("self",)).get(pk=invitation.pk)


def settle(invitation: Invitation, *, by: Actor) -> None:
    """
    Bring an invitation, the guest's plan, representatives and the list up to the replies that count.

    The caller holds the row by `locked` and has written what was said.
    """
    counting = answering.answers_that_count(invitation)
    invitation.reply = counting[-1] if counting else None
    unanswered = rules.Standing(answering.unanswered(invitation))
    invitation.standing = Standing(rules.standing_of(answering.given(counting), unanswered=unanswered))
    representatives.follow(invitation, by=by)
    invitation.coming = _people_coming(invitation)
    invitation.save(update_fields=["reply", "standing", "coming"])
    _plan(invitation)
    raise_revision(invitation.guest.event)


def name_replies_that_count(event: Event) -> None:
    """Point every answered invitation of an event at the reply that counts, without doing what it asks."""
    answered = Invitation.objects.filter(guest__event=event, replies__isnull=False).distinct()
    for invitation in answered.order_by("pk"):
        counting = answering.answers_that_count(invitation)
        invitation.reply = counting[-1] if counting else None
        invitation.save(update_fields=["reply"])


def _people_coming(invitation: Invitation) -> int:
    """How many come: with a representative the principal's party, until that one is a guest of the list."""
    said = invitation.reply or invitation.brought_by
    if said is None or invitation.standing not in (
        Standing.ACCEPTED,
        Standing.REPRESENTED,
        Standing.WALK_IN,
    ):
        return 0
    if invitation.standing == Standing.REPRESENTED and representatives.of(invitation).exists():
        return 0
    return representatives.people_with(said)


def _plan(invitation: Invitation) -> None:
    guest, said = invitation.guest, invitation.reply
    guest.planned = PLANNED[invitation.standing]
    guest.accepted_at = said.given_at if said and invitation.standing == Standing.ACCEPTED else None
    guest.save(update_fields=["planned", "accepted_at"])


@transaction.atomic
def ask_again(invitations: Sequence[Invitation], *, by: Actor) -> int:
    """
    Ask guests for a reply again because the day has changed; return how many (R83).

    Each invitation gets a new revision, and what was answered before no longer counts.
    """
    for invitation in invitations:
        row = locked(invitation)
        before = row.revision
        row.revision = row.answered_from = before + 1
        row.save(update_fields=["revision", "answered_from"])
        audit.note(
            row,
            by=by,
            code="guests.invitation.asked-again",
            changes={"revision": [before, row.revision], "answered_from": [before, row.revision]},
        )
        settle(row, by=by)
    return len(invitations)
