"""Mail goes out, or stays in the folder, or says in one sentence why it did not go."""

import smtplib
import ssl
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from chancery.base import mail


class Refusing(BaseEmailBackend):
    """A mail server that refuses; `refusal` is what the connection raises."""

    refusal: Exception

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise self.refusal


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (smtplib.SMTPAuthenticationError(535, b"no"), "refuses the user name or password in CHANCERY_MAIL"),
        (smtplib.SMTPRecipientsRefused({}), "refuses this address"),
        (smtplib.SMTPSenderRefused(550, b"no", "x"), "refuses the sender in CHANCERY_MAIL_FROM"),
        (smtplib.SMTPNotSupportedError("no"), "offers no encryption"),
        (smtplib.SMTPServerDisconnected("no"), "broke off (SMTPServerDisconnected)"),
        (ssl.SSLCertVerificationError("no"), "certificate of the mail server is not trusted"),
        (TimeoutError(), "does not answer"),
        (ConnectionRefusedError(111, "Connection refused"), "cannot be reached (Connection refused)"),
        (OSError(-2, "Name or service not known"), "cannot be reached (Name or service not known)"),
    ],
)
def test_every_failure_is_one_sentence(
    settings: Any, monkeypatch: pytest.MonkeyPatch, refusal: Exception, sentence: str
) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Refusing"}}
    monkeypatch.setattr(Refusing, "refusal", refusal, raising=False)

    with pytest.raises(mail.MailNotSent) as refused:
        mail.send(to="a@example.org", subject="Subject", text="Secret text")

    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "Secret" not in str(refused.value)


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MAILERS = {
        "default": {
            "BACKEND": "chancery.base.mail.MailboxFolder",
            "OPTIONS": {"file_path": tmp_path / "home" / "mailbox"},
        }
    }
    return tmp_path / "home" / "mailbox"


def test_the_folder_keeps_each_message_for_its_owner_alone(folder: Path) -> None:
    first = mail.send(to="a@example.org", subject="First\nline", text="Привет")
    second = mail.send(to="b@example.org", subject="Second", text="Two")

    assert {first.path, second.path} == set(folder.iterdir())
    assert first.path is not None
    assert folder.stat().st_mode & 0o077 == 0
    assert first.path.stat().st_mode & 0o077 == 0
    assert b"Subject: First line" in first.path.read_bytes()


def test_the_way_of_mail_is_the_folder_or_the_server(folder: Path, settings: Any) -> None:
    assert (mail.way().folder, mail.way().server) == (str(folder), "")

    options = {"host": "mail.example.org", "port": 587, "username": "u", "password": "p4ssw0rd"}
    settings.MAILERS = {"default": {"BACKEND": "x", "OPTIONS": options}}

    assert (mail.way().folder, mail.way().server) == ("", "mail.example.org:587")
    assert "p4ssw0rd" not in repr(mail.way())
