"""Guests who came uninvited (R83)."""

from datetime import datetime

from django.db import transaction

from chancery.base.audit import Actor
from chancery.directory.models import Person
from chancery.events.models import Event, Participation
from chancery.guests.actions import listing, newcomers, replies
from chancery.guests.actions.replies import Answer
from chancery.guests.models import Reply, Standing
from chancery.guests.queries import parties


@transaction.atomic
def walk_in(event: Event, who: Person | str, *, companions: int, by: Actor, now: datetime) -> Reply:
    """
    Put somebody on the list who came uninvited, by name only where the directory does not know them.

    Errors: ReplyRefused where they were invited, or the event is not on.
    """
    person = who if isinstance(who, Person) else newcomers.enter(who, event, by=by)
    guest_row = parties.guests_of(event).filter(person=person)
    if not guest_row.exists():
        listing.list_guests(
            event, people=[person], category=None, inviter=None, capacity=Participation.Capacity.GUEST, by=by
        )
    answer = Answer(Standing.WALK_IN, unnamed_companions=companions)
    [invitation] = replies.invitations_of([guest_row.get()], by=by)
    return replies.record(invitation, answer, channel=Reply.Channel.IN_PERSON, given_at=now, by=by, now=now)
