"""Posting: a message becomes real with the transaction that decides it, and once by its key."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import secret_box
from chancery.base.audit import Actor, kind_of
from chancery.base.codes import new_code
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import mime, waking
from chancery.base.outbox.addresses import UnusableAddress, bare, split_address
from chancery.base.outbox.mails import Mail, Posting
from chancery.configuration import LOCAL_HOSTS

# Enough to spare statements, few enough that the sealed messages of one insert stay small.
AT_ONCE = 500


def post(mail: Mail, *, key: str, about: models.Model | None, by: Actor | None) -> OutboxMessage:
    """
    Put one message into the outbox, in the caller's transaction.

    Where the key is known already, its first message comes back and nothing is added. An address that no
    message can go to makes a message that is refused at once, with the reason in `answer`. `by` is None for
    mail of the installation, which belongs to no office.
    """
    return post_all([Posting(key, about, mail)], by=by)[0]


@transaction.atomic
def post_all(entries: Sequence[Posting], *, by: Actor | None) -> list[OutboxMessage]:
    """
    Put many messages into the outbox, in the caller's transaction; see `post`.

    Shape: one message an entry, in the order given, `sealed` not loaded. Statements: a few for each 500.
    """
    organiser_id = by.organiser_id if by else None
    messages = [message for some in batched(entries, AT_ONCE) for message in _post_some(some, organiser_id)]
    transaction.on_commit(waking.wake)
    return messages


def _post_some(entries: Sequence[Posting], organiser_id: int | None) -> list[OutboxMessage]:
    by_key = {entry.key: entry for entry in reversed(entries)}
    known = set(_of_keys(by_key).values_list("key", flat=True))
    now = timezone.now()
    fresh = [_message(entry, organiser_id, now) for key, entry in by_key.items() if key not in known]
    # Another transaction may post the same key meanwhile: its message is then the first one.
    OutboxMessage.objects.bulk_create(reversed(fresh), ignore_conflicts=True)
    stored = {message.key: message for message in _of_keys(by_key).defer("sealed")}
    _note_refusals(fresh, stored)
    return [stored[entry.key] for entry in entries]


def _of_keys(keys: Iterable[str]) -> models.QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(key__in=list(keys))


def _message(entry: Posting, organiser_id: int | None, now: datetime) -> OutboxMessage:
    message = OutboxMessage(
        organiser_id=organiser_id,
        code=new_code(),
        key=entry.key,
        kind=kind_of(entry.about) if entry.about else "",
        object_id=entry.about.pk if entry.about else 0,
        recipient=entry.mail.to.strip()[:320],
        made_at=now,
        next_try_at=now,
    )
    message.message_id = f"<{message.code}@{host()}>"
    try:
        local, message.domain = split_address(entry.mail.to)
    except UnusableAddress:
        message.state = OutboxMessage.State.REFUSED
        message.answer = _("“%(address)s” is no address for e-mail; correct it.") % {
            "address": message.recipient
        }
        message.sealed = b""
        return message
    message.recipient = f"{local}@{message.domain}"
    message.sealed = secret_box.seal(_bytes_of(message, entry.mail, now))
    return message


def _bytes_of(message: OutboxMessage, mail: Mail, now: datetime) -> bytes:
    return mime.build(
        mail,
        to=message.recipient,
        sender=settings.DEFAULT_FROM_EMAIL,
        message_id=message.message_id,
        code=message.code,
        at=now,
    )


def _note_refusals(fresh: Iterable[OutboxMessage], stored: dict[str, OutboxMessage]) -> None:
    refused = [message for message in fresh if message.state == OutboxMessage.State.REFUSED]
    MailEvent.objects.bulk_create(
        MailEvent(message=stored[message.key], what=MailEvent.What.REFUSED, words=message.answer)
        for message in refused
        if stored[message.key].code == message.code
    )


def host() -> str:
    """Return the name in Message-IDs: the host of the office, else that of its sender."""
    named = urlsplit(settings.BASE_URL).hostname or ""
    if named and named not in LOCAL_HOSTS:
        return named
    return bare(settings.DEFAULT_FROM_EMAIL).rpartition("@")[2] or "localhost"
