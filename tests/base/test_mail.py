"""Mail that somebody waits for goes at once, or stays in the folder, or says in one sentence why not."""

import smtplib
import ssl
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from chancery.base import mail, outbox
from chancery.base.models import OutboxMessage
from chancery.base.outbox.outcomes import trouble_of
from chancery.base.outbox.smtp import Wire
from chancery.configuration import MailServer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (smtplib.SMTPAuthenticationError(535, b"no"), "refuses the user name or password in CHANCERY_MAIL"),
        (smtplib.SMTPSenderRefused(550, b"no", "x"), "refuses the sender in CHANCERY_MAIL_FROM"),
        (smtplib.SMTPNotSupportedError("no"), "offers no encryption"),
        (smtplib.SMTPConnectError(421, b"busy"), "broke off (421 busy)"),
        (smtplib.SMTPServerDisconnected("no"), "broke off (SMTPServerDisconnected)"),
        (ssl.SSLCertVerificationError("no"), "certificate of the mail server is not trusted"),
        (TimeoutError(), "does not answer"),
        (ConnectionRefusedError(111, "Connection refused"), "cannot be reached (Connection refused)"),
        (OSError(-2, "Name or service not known"), "cannot be reached (Name or service not known)"),
    ],
)
def test_every_trouble_of_a_server_is_one_sentence(
    settings: Any, monkeypatch: pytest.MonkeyPatch, refusal: OSError, sentence: str
) -> None:
    server = MailServer("mail.example.org", 587, "u", "p4ssw0rd", is_encrypted=False)
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=server)

    def refuse(_wire: Wire) -> None:
        raise refusal

    monkeypatch.setattr(Wire, "_connect", refuse)
    with pytest.raises(mail.MailNotSent) as refused:
        mail.send(to="a@example.org", subject="Subject", text="Secret text")

    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "Secret" not in str(refused.value)
    assert trouble_of(refusal).kind
    assert OutboxMessage.objects.get().state == OutboxMessage.State.CANCELLED


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, folder=tmp_path / "home" / "mailbox")
    return tmp_path / "home" / "mailbox"


def test_the_folder_keeps_each_message_for_its_owner_alone(folder: Path) -> None:
    first = mail.send(to="a@example.org", subject="First\nline", text="Привет")
    second = mail.send(to="b@example.org", subject="Second", text="Two")

    assert {first.path, second.path} == set(folder.iterdir())
    assert first.path is not None
    assert folder.stat().st_mode & 0o077 == 0
    assert first.path.stat().st_mode & 0o077 == 0
    assert b"Subject: First line" in first.path.read_bytes()
    assert b"Auto-Submitted: auto-generated" in first.path.read_bytes()


def test_an_address_that_cannot_be_used_is_said(folder: Path) -> None:
    with pytest.raises(mail.MailNotSent, match="refuses this address"):
        mail.send(to="not an address", subject="Subject", text="Text")

    assert not folder.exists()


def test_a_message_that_is_waited_for_is_not_carried_by_others_meanwhile(folder: Path) -> None:
    message = mail.post(to="a@example.org", subject="Subject", text="Text", about=None, by=None)

    assert outbox.deliver_due(timezone.now()) == 0
    assert outbox.deliver_due(timezone.now() + mail.HELD) == 1
    assert mail.leave(message).path == next(folder.iterdir())


def test_the_way_of_mail_is_the_folder_or_the_server(folder: Path, settings: Any) -> None:
    assert (mail.way().folder, mail.way().server) == (str(folder), "")

    server = MailServer("mail.example.org", 587, "u", "p4ssw0rd", is_encrypted=False)
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=server)

    assert (mail.way().folder, mail.way().server) == ("", "mail.example.org:587")
    assert "p4ssw0rd" not in repr(mail.way())
