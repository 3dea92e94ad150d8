"""Collecting incoming mail: what lies in the mailbox, each message once, whatever happens in between."""

import hashlib
import logging
from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.base.inbox import mailboxes, messages
from chancery.base.inbox.mailboxes import CannotRead, Mailbox
from chancery.base.inbox.messages import Incoming, Unreadable
from chancery.guests.actions import incoming as actions
from chancery.guests.models import IncomingMessage
from chancery.guests.queries import incoming as queries

log = logging.getLogger(__name__)
TROUBLE = "inbox-trouble"
TROUBLE_SECONDS = 600
LONGEST_PLACE = 255


def collect(now: datetime) -> int:
    """
    Deal with everything new in the mailbox that is set, and put away what is dealt with; return how many.

    Where the mailbox cannot be read, the cause is kept for the page of incoming mail.
    """
    try:
        with mailboxes.opened() as mailbox:
            taken = collect_from(mailbox, now) if mailbox else 0
    except CannotRead as error:
        log.warning("The mailbox cannot be read: %s", error)
        cache.set(TROUBLE, str(error)[:300], TROUBLE_SECONDS)
        return 0
    cache.delete(TROUBLE)
    return taken


def collect_from(mailbox: Mailbox, now: datetime) -> int:
    """
    Deal with everything new in one mailbox; return how many messages that was.

    A message counts as dealt with once its row is stored. If everything ends between that and putting it
    away, the next round finds the row and puts it away.
    """
    office = queries.office_for([])
    if office is None:
        return 0
    places = {place: f"{mailbox.name}#{place}"[-LONGEST_PLACE:] for place in mailbox.places()}
    known = {row.place: row for row in _rows().filter(place__in=places.values())}
    taken, over = 0, []
    for place, kept in places.items():
        row = known.get(kept)
        if row is None:
            row, is_new = _take(mailbox, place, kept, office, now)
            taken += is_new
        if row is not None and (not row.is_open or _is_copy(row, kept, places.values())):
            over.append(place)
    # Last, so that a mailbox in which nothing can be moved is read all the same.
    for place in over:
        mailbox.put_away(place)
    return taken


def _is_copy(row: IncomingMessage, kept: str, listed: Collection[str]) -> bool:
    """
    Whether the message lies in the mailbox a second time.

    Where it lies under another name alone, the mailbox was numbered anew, and it waits under that one.
    """
    if row.place == kept or row.place in listed:
        return row.place != kept
    IncomingMessage.objects.filter(pk=row.pk).update(place=kept)
    return False


def _take(
    mailbox: Mailbox, place: str, kept: str, office: Organiser, now: datetime
) -> tuple[IncomingMessage | None, bool]:
    """Deal with one message unless a copy of it was; return its row, and whether it is new."""
    raw = mailbox.fetch(place)
    if raw is None:
        return None, False
    identity, message = _read(raw)
    earlier = _rows().filter(identity=identity).first()
    if earlier is not None:
        return earlier, False
    return _take_new(message, identity, kept, office, now), True


def _read(raw: bytes) -> tuple[str, Incoming | None]:
    try:
        message = messages.read(raw)
        return message.identity, message
    except Unreadable:
        return hashlib.sha256(raw).hexdigest(), None


def _take_new(
    message: Incoming | None, identity: str, kept: str, office: Organiser, now: datetime
) -> IncomingMessage:
    """Deal with a message that nobody has seen; one that breaks the reader waits for a person."""
    if message is not None:
        whose = queries.office_for(message.recipients) or office
        try:
            with override(_language(whose)):
                return actions.take_in(message, place=kept, office=whose, now=now)
        except OperationalError:
            # The database is not there or busy: the message waits in the mailbox.
            raise
        except Exception:
            # Another worker may have been faster. Else one message must not keep all others from being read.
            if (row := _rows().filter(identity=identity).first()) is not None:
                return row
            log.exception("A message could not be dealt with; it waits on the page of incoming mail.")
    subject = message.subject if message else ""
    return actions.leave_unread(identity=identity, place=kept, office=office, subject=subject, now=now)


def _language(office: Organiser) -> str:
    """The language in which sentences about a message are kept: the first of the office that we speak."""
    spoken = dict(settings.LANGUAGES)
    return next((language for language in office.languages if language in spoken), "en")


def _rows() -> QuerySet[IncomingMessage]:
    return IncomingMessage.objects.defer("sealed_text").order_by("id")


def trouble() -> str:
    """Why the mailbox cannot be read at present; empty where it can."""
    return str(cache.get(TROUBLE, ""))
