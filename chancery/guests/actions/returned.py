"""What servers and providers report about messages to guests."""

from datetime import datetime

from django.db import transaction

from chancery.base import outbox
from chancery.base.audit import Actor
from chancery.base.mail_events import ProviderReport
from chancery.base.models import MailEvent, OutboxMessage
from chancery.guests.actions import dispatches
from chancery.guests.models import Dispatch
from chancery.guests.queries import incoming

What = MailEvent.What


@transaction.atomic
def report(message: OutboxMessage, *, what: MailEvent.What, words: str, at: datetime) -> Dispatch | None:
    """
    Keep what is reported about a message, and bring the dispatch that it carries up to it.

    The same report twice is kept once; a receipt after a return changes nothing any more. Returns the
    dispatch, None for mail that is no invitation.
    """
    outbox.came_back(message, what=what, words=words, at=at)
    dispatch = incoming.dispatch_of(message)
    if dispatch is None:
        return None
    by = Actor(dispatch.invitation.guest.event.organiser_id)
    if what in (What.BOUNCED, What.REFUSED):
        dispatches.enter_returned([dispatch], remark=words, by=by, now=at)
    elif what == What.DELIVERED:
        dispatches.enter_received([dispatch], remark=words, by=by, now=at)
    return dispatch


@transaction.atomic
def take_report(said: ProviderReport, *, now: datetime) -> bool:
    """
    Keep what the provider reports; return whether it is about a message of ours.

    A provider repeats its reports until they are taken: by its own moment the same one is kept once.
    """
    message = incoming.message_about(said.identifiers, said.recipient, before=now)
    if message is None:
        return False
    at = said.at or message.sent_at or message.made_at
    report(message, what=said.what, words=said.words, at=min(at, now))
    return True
