"""Reports of mail providers: proved by their secret, taken once, and only from the provider that is set."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import mail_events, outbox
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import Mail
from chancery.configuration import PROVIDERS, MailEvents
from chancery.guests.models import Channel, Dispatch, Invitation, Kind
from tests import make
from tests.conftest import People

KEY = "key-of-the-sample"
SENT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
MESSAGE_ID = "wxyz23456789@events.example.org"


@pytest.fixture
def dispatch(people: People) -> Dispatch:
    """An invitation that the mail server has taken."""
    event = make.event(people.office)
    invitation = Invitation.objects.create(guest=make.participation(event, make.person(people.office)))
    mail = Mail(to="ana@example.net", subject="s", text="t")
    message = outbox.post(mail, key="k", about=invitation, by=make.actor(people.office))
    OutboxMessage.objects.filter(pk=message.pk).update(
        message_id=f"<{MESSAGE_ID}>", state=OutboxMessage.State.SENT, sent_at=SENT
    )
    return Dispatch.objects.create(
        invitation=invitation,
        key="k",
        kind=Kind.INVITATION,
        channel=Channel.EMAIL,
        language="en",
        recipient="Ana Sample",
        address="ana@example.net",
        message=message,
        state=Dispatch.State.GONE,
        gone_at=SENT,
    )


def mailgun(
    event: str = "failed", key: str = KEY, message_id: str = MESSAGE_ID, **more: Any
) -> dict[str, Any]:
    """A report as Mailgun signs and sends it."""
    stamp, token = "1763629200", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0"
    signature = hmac.new(key.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {
        "signature": {"timestamp": stamp, "token": token, "signature": signature},
        "event-data": {
            "event": event,
            "severity": "permanent",
            "id": "G9Bn5sl1TC6nu79C8C0bwg",
            "timestamp": 1763629200.5,
            "log-level": "error",
            "reason": "bounce",
            "recipient": "ana@example.net",
            "delivery-status": {
                "attempt-no": 1,
                "code": 550,
                "message": "5.1.1 The email account that you tried to reach does not exist",
                "description": "",
                "session-seconds": 0.4,
            },
            "message": {"headers": {"to": "ana@example.net", "message-id": message_id, "subject": "s"}},
            "user-variables": {},
            "tags": [],
            **more,
        },
    }


def postmark(kind: str = "HardBounce", record: str = "Bounce") -> dict[str, Any]:
    """A report as Postmark sends it: it names the message by its own number only."""
    return {
        "RecordType": record,
        "MessageStream": "outbound",
        "ID": 4323372036854775807,
        "Type": kind,
        "TypeCode": 1,
        "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
        "Description": "The server was unable to deliver your message.",
        "Details": "smtp;550 5.1.1 The email account does not exist.",
        "Email": "Ana@example.net",
        "From": "replies@example.org",
        "BouncedAt": "2026-11-20T09:00:00Z",
        "DeliveredAt": "2026-11-20T09:00:00Z",
        "Recipient": "Ana@example.net",
    }


def sent(provider: str, body: Any, *, user: str = "") -> Any:
    headers = {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(user.encode()).decode()} if user else {}
    return Client().post(
        f"/mail-events/{provider}/", json.dumps(body), content_type="application/json", **headers
    )


@pytest.fixture(autouse=True)
def chosen(settings: Any) -> None:
    settings.MAIL_EVENTS = MailEvents("mailgun", KEY)


def test_return_reported_by_mailgun_marks_the_guest(dispatch: Dispatch) -> None:
    assert sent("mailgun", mailgun()).status_code == 200

    dispatch.refresh_from_db()
    assert dispatch.state == Dispatch.State.RETURNED
    assert "does not exist" in dispatch.remark
    event = MailEvent.objects.get()
    assert (event.what, event.at) == ("bounced", datetime(2025, 11, 20, 9, 0, 0, 500000, tzinfo=UTC))


def test_return_reported_by_postmark_is_told_by_its_recipient(dispatch: Dispatch, settings: Any) -> None:
    settings.MAIL_EVENTS = MailEvents("postmark", "office:secret")
    OutboxMessage.objects.update(sent_at=datetime.now(UTC))

    assert sent("postmark", postmark(), user="office:secret").status_code == 200

    dispatch.refresh_from_db()
    assert dispatch.state == Dispatch.State.RETURNED
    assert "does not exist" in dispatch.remark


@pytest.mark.parametrize(
    ("event", "severity", "what", "state"),
    [
        ("failed", "temporary", "delayed", Dispatch.State.GONE),
        ("rejected", "permanent", "refused", Dispatch.State.RETURNED),
        ("complained", "", "complained", Dispatch.State.GONE),
        ("delivered", "", "delivered", Dispatch.State.DELIVERED),
    ],
)
def test_each_report_is_kept_for_what_it_is(
    dispatch: Dispatch, event: str, severity: str, what: str, state: str
) -> None:
    sent("mailgun", mailgun(event, severity=severity))

    dispatch.refresh_from_db()
    assert (dispatch.state, MailEvent.objects.get().what) == (state, what)


def test_opening_and_clicking_are_not_kept(dispatch: Dispatch) -> None:
    assert sent("mailgun", mailgun("opened")).status_code == 200
    assert sent("mailgun", mailgun("clicked")).status_code == 200

    assert not MailEvent.objects.exists()


def test_report_that_is_repeated_is_kept_once(dispatch: Dispatch) -> None:
    for _time in range(3):
        assert sent("mailgun", mailgun()).status_code == 200

    assert MailEvent.objects.count() == 1


def test_report_without_a_moment_is_kept_once(dispatch: Dispatch) -> None:
    body = mailgun()
    del body["event-data"]["timestamp"]
    for _time in range(2):
        assert sent("mailgun", body).status_code == 200

    assert MailEvent.objects.get().at == SENT


def test_report_on_an_unknown_message_is_answered_well_and_logged_without_the_address(
    db: Any, caplog: pytest.LogCaptureFixture
) -> None:
    assert sent("mailgun", mailgun(message_id="other@example.org")).status_code == 200

    assert "mailgun reports on a message that is not known here" in caplog.text
    assert "ana@" not in caplog.text
    assert "other@" not in caplog.text


def test_wrong_signature_changes_nothing(dispatch: Dispatch, settings: Any) -> None:
    assert sent("mailgun", mailgun(key="another key")).status_code == 403
    settings.MAIL_EVENTS = MailEvents("postmark", "office:secret")
    assert sent("postmark", postmark()).status_code == 403
    assert sent("postmark", postmark(), user="office:wrong").status_code == 403

    assert not MailEvent.objects.exists()


def test_other_providers_have_no_address(dispatch: Dispatch, settings: Any) -> None:
    assert sent("postmark", postmark(), user=f"{KEY}").status_code == 404
    settings.MAIL_EVENTS = None
    assert sent("mailgun", mailgun()).status_code == 404
    assert not MailEvent.objects.exists()


def test_provider_may_ask_whether_the_address_is_there(db: Any) -> None:
    assert Client().head("/mail-events/mailgun/").status_code == 200
    assert Client().get("/mail-events/mailgun/").status_code == 405


@pytest.mark.parametrize("body", [[], {}, "x", 7, {"signature": 1}, {"signature": {"timestamp": 1}}])
def test_what_is_no_report_is_refused(db: Any, body: Any) -> None:
    assert sent("mailgun", body).status_code in {400, 403}


def test_signed_nonsense_is_refused(db: Any) -> None:
    signed = mailgun()
    for nonsense in (None, [], {"event": []}, {"event": "failed", "message": 7}):
        assert sent("mailgun", {**signed, "event-data": nonsense}).status_code in {200, 400}


SIGNED_BY_KEY_PAIR = {"postal"}


def _public_key() -> str:
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    return base64.b64encode(key.public_bytes(*form)).decode()


@pytest.mark.parametrize("provider", sorted(PROVIDERS))
def test_every_provider_refuses_whoever_has_no_secret(db: Any, settings: Any, provider: str) -> None:
    settings.MAIL_EVENTS = MailEvents(provider, _public_key() if provider in SIGNED_BY_KEY_PAIR else KEY)

    assert sent(provider, {"event": "bounce"}).status_code == 403


def test_every_provider_in_the_settings_has_a_reader() -> None:
    assert set(mail_events.READERS) == PROVIDERS


@given(
    st.recursive(st.text(max_size=9), lambda inner: st.dictionaries(st.text(max_size=9), inner, max_size=3))
)
def test_identifiers_are_found_in_any_shape(shape: Any) -> None:
    found = list(mail_events._identifiers({"deep": shape, "smtp-id": "<a@b>"}))

    assert found[-1] == "<a@b>"
