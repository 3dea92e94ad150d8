"""What was sent to a guest and what came back, each as it was."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.base.models import MailEvent, OutboxMessage
from chancery.events.models import Event, Participation
from chancery.guests import correspondence_words
from chancery.guests.models import Dispatch, NoteVerbale, Reply
from chancery.guests.queries.correspondence import correspondence_of
from tests import make
from tests.guests import built

NOW = datetime(2027, 1, 20, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


@pytest.fixture
def event(office: Organiser) -> Event:
    return make.event(office)


@pytest.fixture
def ana(event: Event) -> Participation:
    return built.guest(event)


def answered(guest: Participation, standing: str, at: datetime, **fields: Any) -> Reply:
    return Reply.objects.create(
        invitation=guest.invitation,
        standing=standing,
        channel="telephone",
        given_at=at,
        entered_at=at,
        **fields,
    )


def mailed(dispatch: Dispatch, state: str, *events: tuple[str, str]) -> None:
    message = OutboxMessage.objects.create(
        key=dispatch.key,
        kind="guests.dispatch",
        object_id=dispatch.pk,
        recipient="ana@example.org",
        domain="example.org",
        message_id=f"<{dispatch.code}@example.org>",
        sealed=b"",
        state=state,
    )
    Dispatch.objects.filter(pk=dispatch.pk).update(message=message)
    for what, words in events:
        MailEvent.objects.create(message=message, what=what, words=words, at=NOW)


def told(guest: Participation) -> list[correspondence_words.Line]:
    return correspondence_words.lines_of(correspondence_of(guest.invitation))


def test_everything_stands_in_the_order_of_time(ana: Participation) -> None:
    officer = make.user(name="Olga Officer")
    make.sent(ana.invitation, gone_at=NOW, gone_by=officer, address="ana@example.org")
    answered(ana, "accepted", NOW + DAY, entered_by=officer, speaker="assistant", speaker_name="Bo")
    make.sent(ana.invitation, kind="change", channel="post", gone_at=NOW + 2 * DAY)
    late = {"is_late": True, "why_open": "contradicts", "decision": "taken"}
    answered(ana, "regretted", NOW + 3 * DAY, **late, decided_at=NOW + 5 * DAY, decided_by=officer)

    lines = told(ana)

    assert [(line.title, line.mark.word, line.by) for line in lines] == [
        ("invitation · e-mail", "sent", "Olga Officer"),
        ("Answer · telephone", "accepted", "Olga Officer"),
        ("change · post", "sent", ""),
        ("Answer · telephone", "regretted", ""),
        ("Decision about an answer", "taken", "Olga Officer"),
    ]
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert lines[0].details == ["ana@example.org"]
    assert lines[1].details == ["Said by an assistant, Bo"]
    assert lines[3].details == ["late", "contradicts an earlier answer"]


STATES = {
    "uncertain": ("perhaps sent, goes again", [("uncertain", "")], ["acknowledgement lost"]),
    "refused": ("refused", [("refused", "550 no such user")], ["refused: 550 no such user"]),
    "bounced": ("came back", [("bounced", "mailbox\n full")], ["came back: mailbox full"]),
    "waiting": ("waits to be sent", [("put-off", "try later")], ["put off: try later"]),
    "sent": ("sent", [], []),
}


@pytest.mark.parametrize("state", STATES)
def test_what_the_mail_server_says_is_told(ana: Participation, state: str) -> None:
    word, events, details = STATES[state]
    mailed(make.sent(ana.invitation), state, *events)

    (line,) = told(ana)

    assert (line.mark.word, line.details) == (word, details)


def test_the_number_of_a_note_and_the_reason_of_a_return_are_told(ana: Participation) -> None:
    values = {"dated_on": NOW.date(), "addressed_to": "Embassy", "subject": "Reception"}
    note = NoteVerbale.objects.create(organiser=ana.event.organiser, year=2027, number=12, **values)
    make.sent(ana.invitation, channel="note", note=note, state="returned", remark="moved away")

    (line,) = told(ana)

    assert (line.mark.word, line.details) == ("came back", ["Note verbale 12/2027", "moved away"])


@pytest.fixture
def read(client: Client, office: Organiser) -> Callable[..., Any]:
    client.force_login(make.member(office).user)
    return client.get


def test_the_page_of_a_guest_opens_what_was_sent(ana: Participation, read: Callable[..., Any]) -> None:
    sent = make.sent(ana.invitation)

    text = read(built.address(ana.event, "guest", guest=ana.code)).content.decode()

    assert "What was sent and what came back" in text
    assert f'href="{built.address(ana.event, "as_sent", dispatch=sent.code)}" data-ch-drawer' in text


def test_a_message_is_shown_as_it_was_sent_whatever_changed_since(
    ana: Participation, read: Callable[..., Any]
) -> None:
    words = {"subject": "Old name", "text": "Dear <b>Old</b> Name,\n\ncome.", "recipient": "Old Name"}
    sent = make.sent(ana.invitation, **words, language="ar")

    text = read(built.address(ana.event, "as_sent", dispatch=sent.code)).content.decode()

    assert 'lang="ar" dir="rtl"' in text
    assert "<p>Dear &lt;b&gt;Old&lt;/b&gt; Name,</p>" in text
    assert text.count("Old Name") >= 1


def test_the_html_of_an_e_mail_is_shown_where_nothing_in_it_runs(
    ana: Participation, read: Callable[..., Any]
) -> None:
    sent = make.sent(ana.invitation, html="<p>Come.</p><script>alert(1)</script>")

    answer = read(built.address(ana.event, "as_mail", dispatch=sent.code))

    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert answer.content.decode() == sent.html
    assert policy["default-src"] == "'none'"
    assert policy["sandbox"] == ""
    assert "script-src" not in policy


def test_a_letter_is_pictured_as_it_was_printed(ana: Participation, read: Callable[..., Any]) -> None:
    sent = make.sent(ana.invitation, channel="post", printed=make.letter())
    page = {"dispatch": sent.code, "number": 1}

    answer = read(built.address(ana.event, "as_printed", **page))  # type: ignore[arg-type]  # a number is written

    assert answer.content.startswith(b"\x89PNG")
    assert "page-1.png" in read(built.address(ana.event, "as_sent", dispatch=sent.code)).content.decode()


@pytest.mark.parametrize("page", ["as_mail", "as_printed"])
def test_what_a_message_is_not_does_not_exist(
    ana: Participation, read: Callable[..., Any], page: str
) -> None:
    sent = make.sent(ana.invitation, channel="telephone")
    more: Any = {"number": 1} if page == "as_printed" else {}

    assert read(built.address(ana.event, page, dispatch=sent.code, **more)).status_code == 404


def test_a_message_of_another_event_does_not_exist(ana: Participation, read: Callable[..., Any]) -> None:
    other = make.dispatch(make.event(ana.event.organiser, "Other"))

    assert read(built.address(ana.event, "as_sent", dispatch=other.code)).status_code == 404


def test_queries_do_not_grow_with_what_was_sent(ana: Participation) -> None:
    counts = []
    for _round in range(3):
        mailed(make.sent(ana.invitation), "bounced", ("bounced", "full"))
        answered(ana, "accepted", NOW, entered_by=make.user())
        with CaptureQueriesContext(connection) as queries:
            told(ana)
        counts.append(len(queries))

    assert counts == [4, 4, 4]
