"""What was sent to a party and what came back, in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from chancery.base.models import MailEvent
from chancery.events.models import Event
from chancery.guests.models import Dispatch, IncomingMessage, Invitation, Reply
from chancery.guests.queries.answering import replies_of


@dataclass(frozen=True, slots=True)
class Sent:
    """A message, at the moment it left or, until then, was written."""

    at: datetime
    dispatch: Dispatch


@dataclass(frozen=True, slots=True)
class Came:
    """An answer, at the moment it was given."""

    at: datetime
    reply: Reply


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the office about an answer."""

    at: datetime
    reply: Reply


@dataclass(frozen=True, slots=True)
class Received:
    """A message of the guest that made no reply, at the moment it was written."""

    at: datetime
    message: IncomingMessage


type Entry = Sent | Came | Decided | Received


def correspondence_of(invitation: Invitation) -> list[Entry]:
    """
    Return all that passed between the office and a party, the earliest first, by a fixed number of queries.

    Ties: what was sent stands before what came back, and that before what was decided.
    """
    if invitation.pk is None:
        return []
    entries = [*_sent(invitation), *_came(invitation), *_received(invitation)]
    return sorted(entries, key=lambda entry: entry.at)


def _sent(invitation: Invitation) -> Iterator[Entry]:
    for dispatch in dispatches().filter(invitation=invitation).order_by("pk"):
        yield Sent(dispatch.gone_at or dispatch.made_at, dispatch)


def _came(invitation: Invitation) -> Iterator[Entry]:
    replies = list(replies_of(invitation))
    for reply in replies:
        yield Came(reply.given_at, reply)
    for reply in replies:
        if reply.decided_at is not None:
            yield Decided(reply.decided_at, reply)


def _received(invitation: Invitation) -> Iterator[Entry]:
    """Letters, proposals and automatic answers; what servers report stands with the message itself."""
    kinds = IncomingMessage.Kind
    written = IncomingMessage.objects.filter(
        invitation=invitation, reply=None, kind__in=[kinds.ANSWER, kinds.AUTOMATIC, kinds.LETTER]
    )
    for message in written.defer("sealed_text").select_related("closed_by").order_by("pk"):
        yield Received(message.sent_at or message.received_at, message)


def dispatches() -> QuerySet[Dispatch]:
    """Messages with everything that is told of them."""
    events = MailEvent.objects.order_by("at", "pk")
    return Dispatch.objects.select_related(
        "wave", "note", "message", "gone_by", "caller__user"
    ).prefetch_related(Prefetch("message__events", events))


def dispatch_of(event: Event, code: str) -> Dispatch | None:
    """Return one message of an event; None where there is none of that code."""
    found = dispatches().filter(invitation__guest__event=event, code=code)
    return found.select_related("invitation__guest__person").first()
