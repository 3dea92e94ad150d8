"""
Mail of the installation: through its server, or into a folder where none is set.

The folder holds one file a message, readable by its owner alone, because messages carry links that sign in.
"""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from chancery.base.codes import new_code


class MailNotSent(Exception):
    """The message was not sent; the words are one sentence for whoever wanted to send it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message: `path` is its file in the mailbox folder, None where it left the house."""

    text: str
    path: Path | None


class MailboxFolder(BaseEmailBackend):
    """Keeps each message as a file in a folder, where no server is set."""

    def __init__(self, *, file_path: Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = Path(file_path)
        self.last_kept: Path | None = None

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages; returns how many."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            self.last_kept = self.folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{new_code()}.eml"
            self.last_kept.touch(mode=0o600)
            self.last_kept.write_bytes(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True, slots=True)
class Way:
    """How mail leaves: through `server` (`host:port`), or into `folder` and nowhere; the other is empty."""

    server: str
    folder: str
    sender: str


def way() -> Way:
    """Return how this installation sends mail; no password is in it."""
    mailers_set: dict[str, dict[str, Any]] = settings.MAILERS
    options = mailers_set["default"].get("OPTIONS", {})
    server = f"{options['host']}:{options['port']}" if "host" in options else ""
    return Way(server, "" if server else str(options.get("file_path", "")), settings.DEFAULT_FROM_EMAIL)


def send(*, to: str, subject: str, text: str) -> Sent:
    """
    Send one plain message now.

    Errors: MailNotSent with a sentence that names the cause; nothing of the message is in it.
    """
    message = EmailMessage(subject=" ".join(subject.split()), body=text, to=[to])
    mailer = mailers.default
    try:
        mailer.send_messages([message])
    except OSError as error:
        is_folder = isinstance(mailer, MailboxFolder)
        raise MailNotSent(_folder_in_words(error) if is_folder else _in_words(error)) from error
    return Sent(text, mailer.last_kept if isinstance(mailer, MailboxFolder) else None)


def _folder_in_words(error: OSError) -> str:
    return _("The mailbox folder cannot be written (%(cause)s); ask whoever runs the server.") % {
        "cause": error.strerror or type(error).__name__
    }


def _in_words(error: OSError) -> str:
    """Say in one sentence why a server did not take a message."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return _("The mail server refuses the user name or password in CHANCERY_MAIL; correct them.")
        case smtplib.SMTPRecipientsRefused():
            return _("The mail server refuses this address; check how it is written.")
        case smtplib.SMTPSenderRefused():
            return _("The mail server refuses the sender in CHANCERY_MAIL_FROM; use one it may send for.")
        case smtplib.SMTPNotSupportedError():
            return _("The mail server offers no encryption; use smtps:// or a server that does.")
        case ssl.SSLError():
            return _("The certificate of the mail server is not trusted; check the name in CHANCERY_MAIL.")
        case TimeoutError():
            return _("The mail server does not answer; check the name and port in CHANCERY_MAIL.")
        case smtplib.SMTPException():
            return _("The mail server broke off (%(cause)s); try again or check CHANCERY_MAIL.") % {
                "cause": type(error).__name__
            }
        case _other:
            return _("The mail server cannot be reached (%(cause)s); check CHANCERY_MAIL.") % {
                "cause": error.strerror or error
            }
