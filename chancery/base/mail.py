"""
Mail of the installation that somebody waits for: a link to sign in, an invitation of a colleague, a test.

It leaves through the outbox like all mail, but at once, so that the page can say what became of it; what
could not leave at once is not sent behind the reader's back.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base import outbox
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.models import OutboxMessage
from chancery.base.outbox.folder import file_name
from chancery.base.outbox.mailer import GENERATED
from chancery.base.outbox.mails import Mail
from chancery.base.outbox.outcomes import Trouble, sentence

# Long enough for `leave`; a postman takes the message where the process dies before it.
HELD = timedelta(minutes=5)


class MailNotSent(Exception):
    """The message was not sent; the words are one sentence for whoever wanted to send it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message: `path` is its file in the mailbox folder, None where it left the house."""

    path: Path | None


@dataclass(frozen=True, slots=True)
class Way:
    """How mail leaves: through `server` (`host:port`), or into `folder` and nowhere; the other is empty."""

    server: str
    folder: str
    sender: str


def way() -> Way:
    """Return how this installation sends mail; no password is in it."""
    route = settings.MAIL_ROUTE
    server = f"{route.server.host}:{route.server.port}" if route.server else ""
    return Way(server, "" if server else str(route.folder), settings.DEFAULT_FROM_EMAIL)


@transaction.atomic
def post(
    *, to: str, subject: str, text: str, about: models.Model | None, by: Actor | None, key: str = ""
) -> OutboxMessage:
    """Post one plain message in the caller's transaction, and hold it for `leave` after it."""
    generated = Mail(to, subject, text, language=get_language() or "en", headers=GENERATED)
    message = outbox.post(generated, key=key or f"mail:{new_code()}", about=about, by=by)
    message.next_try_at = timezone.now() + HELD
    message.save(update_fields=["next_try_at"])
    return message


def leave(message: OutboxMessage) -> Sent:
    """
    Send a message now that `post` made; call it after that transaction.

    Errors: MailNotSent with a sentence that names the cause; the message is then cancelled or refused, except
    where its acknowledgement was lost: that one goes again.
    """
    trouble = outbox.deliver_now(message)
    if message.state == OutboxMessage.State.SENT:
        return Sent(_file_of(message))
    outbox.cancel(OutboxMessage.objects.filter(pk=message.pk, state=OutboxMessage.State.WAITING), by=None)
    raise MailNotSent(_in_words(message, trouble))


def send(*, to: str, subject: str, text: str, about: models.Model | None = None) -> Sent:
    """Send one plain message now, outside any transaction. Errors: as `leave`."""
    return leave(post(to=to, subject=subject, text=text, about=about, by=None))


def _file_of(message: OutboxMessage) -> Path | None:
    route = settings.MAIL_ROUTE
    return None if route.server else Path(route.folder) / file_name(message.code, message.made_at)


def _in_words(message: OutboxMessage, trouble: Trouble | None) -> str:
    """Say in one sentence why a message did not go."""
    if message.state == OutboxMessage.State.UNCERTAIN:
        return _(
            "The mail server did not confirm the message, so it goes once more; look whether it arrived."
        )
    if trouble:
        return sentence(trouble)
    return _("The mail server refuses this address (%(cause)s); check how it is written.") % {
        "cause": message.answer
    }
