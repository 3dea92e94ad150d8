"""What servers and providers report about messages to guests."""

from datetime import datetime

from django.db import transaction

from chancery.base import audit, outbox
from chancery.base.audit import Actor
from chancery.base.models import MailEvent, OutboxMessage
from chancery.guests.actions import settling
from chancery.guests.models import Dispatch
from chancery.guests.queries import incoming

What = MailEvent.What
CODES = {
    Dispatch.State.RETURNED: "guests.dispatch.returned",
    Dispatch.State.DELIVERED: "guests.dispatch.received",
}


@transaction.atomic
def report(message: OutboxMessage, *, what: MailEvent.What, words: str, at: datetime) -> Dispatch | None:
    """
    Keep what is reported about a message, and bring the dispatch that it carries up to it.

    The same report twice is kept once; a receipt after a return changes nothing any more. Returns the
    dispatch, None for mail that is no invitation.
    """
    outbox.came_back(message, what=what, words=words, at=at)
    dispatch = incoming.dispatch_of(message)
    if dispatch is not None and (state := _state_after(dispatch, what)):
        dispatch.state, dispatch.closed_at, dispatch.remark = state, at, words[:300]
        by = Actor(dispatch.invitation.guest.event.organiser_id)
        audit.update(dispatch, by=by, code=CODES[state])
        # Whom nothing reached has not been invited.
        settling.settle(settling.locked(dispatch.invitation), by=by)
    return dispatch


def _state_after(dispatch: Dispatch, what: MailEvent.What) -> Dispatch.State | None:
    """The new state of a dispatch; None where it stays."""
    if what in (What.BOUNCED, What.REFUSED) and dispatch.state != Dispatch.State.RETURNED:
        return Dispatch.State.RETURNED
    if what == What.DELIVERED and dispatch.state == Dispatch.State.GONE:
        return Dispatch.State.DELIVERED
    return None
