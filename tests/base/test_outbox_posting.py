"""A message is posted once by its key, and leaves as what its mail says."""

import email
import email.policy
from contextlib import suppress
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import outbox, secret_box
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, MailEvent, OutboxMessage
from chancery.base.outbox import Mail, Posting, mime
from tests import make
from tests.conftest import People

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def built(mail: Mail) -> bytes:
    return mime.build(
        mail,
        to="a@example.org",
        sender="Chancery <c@example.org>",
        message_id="<x@example.org>",
        code="code",
        at=NOW,
    )


def read(mail: Mail) -> EmailMessage:
    """What the parser of the standard library makes of a mail."""
    whole = built(mail)
    assert all(len(line) <= 998 for line in whole.split(b"\r\n"))
    assert b"\n" not in whole.replace(b"\r\n", b"")
    read_back = email.message_from_bytes(whole, policy=email.policy.default)
    assert isinstance(read_back, EmailMessage)
    assert read_back.defects == []
    return read_back


def lines_of(part: EmailMessage) -> list[str]:
    return str(part.get_content()).removesuffix("\r\n").split("\r\n")


def mail(**given: object) -> Mail:
    return Mail(**({"to": "a@example.org", "subject": "Subject", "text": "Text"} | given))  # type: ignore[arg-type]


def test_a_plain_mail_has_its_headers() -> None:
    found = read(mail(text="One\nTwo", language="fr", reply_to="r@example.org"))

    assert dict(found.items()) == {
        "From": "Chancery <c@example.org>",
        "To": "a@example.org",
        "Subject": "Subject",
        "Date": "Sun, 01 Mar 2026 09:30:00 +0000",
        "Message-ID": "<x@example.org>",
        "MIME-Version": "1.0",
        "Content-Language": "fr",
        "Reply-To": "r@example.org",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "7bit",
    }
    assert lines_of(found) == ["One", "Two"]


def test_a_mail_with_a_calendar_has_it_as_a_reading_and_as_a_file() -> None:
    found = read(mail(html="<p>Text</p>", calendar=CALENDAR, method="REQUEST"))

    readings, file = found.iter_parts()
    assert [part.get_content_type() for part in readings.iter_parts()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    [_text, _html, calendar] = readings.iter_parts()
    assert calendar["Content-Type"].params == {"charset": "utf-8", "method": "REQUEST"}
    assert calendar.get_payload(decode=True) == CALENDAR
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "invitation.ics")
    assert file.get_payload(decode=True) == CALENDAR


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("plain", "7bit"),
        ("Zati-Aliləri, " + "bir çox söz " * 40, "quoted-printable"),
        ("Ваше Превосходительство", "base64"),
        ("سعادة السفير", "base64"),
        ("x" * 2000, "quoted-printable"),
        (".\n..\nFrom here", "7bit"),
    ],
)
def test_a_text_is_encoded_by_what_it_is_made_of(text: str, encoding: str) -> None:
    found = read(mail(text=text))

    assert lines_of(found) == text.split("\n")
    assert found["Content-Transfer-Encoding"] == encoding


@given(st.text(), st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"])), st.text())
def test_every_text_is_read_back_as_it_was(text: str, subject: str, sender_name: str) -> None:
    """The parser of the standard library finds what was put in, whatever it was."""
    text = text.encode("utf-8", "replace").decode()

    found = read(mail(text=text, html=f"<p>{text}</p>", subject=subject, sender_name=sender_name))

    plain, html = found.iter_parts()
    assert plain.get_content().splitlines() == (text.splitlines() or [""])
    assert html.get_content().splitlines() == f"<p>{text}</p>".splitlines()
    assert found["Subject"] == subject
    assert found["From"].addresses[0].addr_spec == "c@example.org"


@pytest.mark.parametrize("break_", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\0"])
def test_nothing_is_smuggled_into_the_headers(break_: str) -> None:
    bad = f"Subject{break_}Bcc: b@example.org"

    found = read(mail(subject=bad, sender_name=bad, reply_to=bad, language=bad, headers={"X-Kind": bad}))

    assert found["Bcc"] is None
    assert found["Subject"] == "Subject Bcc: b@example.org"


@pytest.mark.parametrize("headers", [{"Bcc\r\nX": "a"}, {"Subject": "a"}, {"Content-Type": "a"}])
def test_a_header_of_ones_own_cannot_be_one_of_the_message(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is no header"):
        read(mail(headers=headers))


def test_a_long_name_of_the_sender_in_any_script_is_read_back() -> None:
    name = "Посольство Азербайджанской Республики в Румынии, отдел протокола"

    # The newer parser puts a space between the words of a name, where RFC 2047 has none.
    found = email.message_from_bytes(built(mail(sender_name=name)))

    assert str(make_header(decode_header(found["From"]))) == f"{name} <c@example.org>"


def test_the_same_key_gives_the_first_message_back(people: People) -> None:
    by, about = make.actor(people.office), people.office
    first = outbox.post(mail(subject="First"), key="k", about=about, by=by)

    second = outbox.post(mail(subject="Second"), key="k", about=about, by=by)
    both = outbox.post_all([Posting("k", about, mail()), Posting("l", about, mail())] * 2, by=by)

    assert first == second == both[0] == both[2]
    assert [message.key for message in both] == ["k", "l", "k", "l"]
    assert OutboxMessage.objects.count() == 2
    first.refresh_from_db()
    assert b"Subject: First" in secret_box.unseal(first.sealed)


def test_a_message_knows_its_office_its_matter_and_its_name(people: People) -> None:
    message = outbox.post(
        mail(to=" A.b@EXAMPLE.org "), key="k", about=people.office, by=Actor(people.office.pk)
    )

    assert (message.recipient, message.domain) == ("A.b@example.org", "example.org")
    assert (message.kind, message.object_id) == ("accounts.organiser", people.office.pk)
    assert message.message_id == f"<{message.code}@localhost>"
    assert message.state == OutboxMessage.State.WAITING
    assert b"example" not in bytes(OutboxMessage.objects.get().sealed)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a",
        "a@",
        "@example.org",
        "a b@example.org",
        "a@b@example.org",
        "a@exa mple.org",
        "é@b.org",
        "a@example.org\r\nDATA",
        "a@example.org, b@example.org",
        "<a@example.org>",
        "a@-b.org",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(people: People, address: str) -> None:
    good = Posting("good", people.office, mail())

    bad, other = outbox.post_all([Posting("bad", people.office, mail(to=address)), good], by=None)

    assert bad.state == OutboxMessage.State.REFUSED
    assert bad.answer.endswith("is no address for e-mail; correct it.")
    assert MailEvent.objects.get().message == bad
    assert other.state == OutboxMessage.State.WAITING


def test_a_domain_of_any_script_goes_out_in_ascii(people: People) -> None:
    message = outbox.post(mail(to="a@bücher.example"), key="k", about=people.office, by=None)

    assert message.domain == "xn--bcher-kva.example"


def test_a_message_goes_with_the_transaction_that_decided_it(people: People) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        outbox.post(mail(), key="k", about=people.office, by=None)
        raise ZeroDivisionError

    assert not OutboxMessage.objects.exists()


def test_posting_takes_as_many_statements_for_many(people: People, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    for number in (1, 3, 500):
        entries = [Posting(f"{number}-{place}", people.office, mail()) for place in range(number)]
        with django_assert_num_queries(5):
            outbox.post_all(entries, by=None)


def test_what_waits_can_be_stopped_and_goes_again(people: People) -> None:
    by = make.actor(people.office, people.owner)
    message = outbox.post(mail(), key="k", about=people.office, by=by)

    assert outbox.cancel(OutboxMessage.objects.all(), by=by) == 1
    assert outbox.cancel(OutboxMessage.objects.all(), by=by) == 0
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.CANCELLED
    assert outbox.try_again(OutboxMessage.objects.all(), by=by, now=NOW) == 1
    message.refresh_from_db()
    assert message.state == OutboxMessage.State.WAITING
    assert set(AuditLine.objects.values_list("code", flat=True)) == {"base.mail.cancelled", "base.mail.again"}


def test_what_was_sent_is_neither_stopped_nor_sent_again(people: People) -> None:
    outbox.post(mail(), key="k", about=people.office, by=None)
    OutboxMessage.objects.update(state=OutboxMessage.State.SENT)

    assert outbox.cancel(OutboxMessage.objects.all(), by=None) == 0
    assert outbox.try_again(OutboxMessage.objects.all(), by=make.actor(people.office), now=NOW) == 0


def test_a_report_of_another_server_is_kept_once(people: People) -> None:
    message = outbox.post(mail(), key="k", about=people.office, by=None)

    for _time in range(2):
        outbox.came_back(message, what=MailEvent.What.DELAYED, words="Later.", at=NOW)
        outbox.came_back(message, what=MailEvent.What.BOUNCED, words="Box full.", at=NOW)

    message.refresh_from_db()
    assert (message.state, message.answer) == (OutboxMessage.State.BOUNCED, "Box full.")
    assert [event.what for event in message.events.order_by("id")] == ["delayed", "bounced"]
