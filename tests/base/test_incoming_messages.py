"""Messages that came in: what programs of every kind send, and what nobody should send."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import itip
from chancery.base.inbox import messages, reports
from chancery.base.inbox.messages import Incoming, Unreadable
from chancery.base.inbox.reports import Fate
from chancery.base.itip import CalendarAnswer, Mailbox, Method, NotAnAnswer, Word

SAMPLES = Path(__file__).parents[1] / "incoming"
UID = "invitation-23456789bcdf@events.chancery.invalid"
ORIGINAL = "<wxyz23456789@events.example.org>"
GUEST = "ana.sample@ministry.example.net"


def sample(name: str) -> Incoming:
    return messages.read((SAMPLES / f"{name}.eml").read_bytes())


def answer_in(incoming: Incoming) -> CalendarAnswer:
    """The first calendar message that is an answer."""
    return itip.read_answer(incoming.calendars[0])


@pytest.mark.parametrize(
    ("name", "word", "sequence", "cn"),
    [
        ("exchange_accepted", Word.ACCEPTED, 2, "Ăna Sample"),
        ("exchange_assistant_declined", Word.DECLINED, 2, "Ana Sample"),
        ("outlook_declined", Word.DECLINED, 2, ""),
        ("google_accepted", Word.ACCEPTED, 2, "Ana Sample"),
        ("google_old_date", Word.ACCEPTED, 0, "Ana Sample"),
        ("apple_tentative", Word.TENTATIVE, 2, "Ana Sample"),
        ("delegated", Word.DELEGATED, 2, "Ana Sample"),
    ],
)
def test_answer_of_a_program_is_read(name: str, word: Word, sequence: int, cn: str) -> None:
    answer = answer_in(sample(name))

    assert (answer.method, answer.uid, answer.word) == (Method.REPLY, UID, word)
    assert (answer.sequence, answer.attendee) == (sequence, Mailbox(cn, GUEST))
    assert answer.at is not None
    assert answer.at.isoformat() == "2027-01-12T09:15:02+00:00"


def test_comment_comes_with_the_answer() -> None:
    assert answer_in(sample("exchange_accepted")).comment == "It will be an honour."
    assert answer_in(sample("google_accepted")).comment == "With my wife."


def test_assistant_who_answers_is_named() -> None:
    assert answer_in(sample("exchange_assistant_declined")).sent_by == "office@ministry.example.net"


def test_delegate_is_named_by_the_guest_and_names_the_guest() -> None:
    delegate = Mailbox("Ion Invented", "ion.invented@ministry.example.net")

    assert answer_in(sample("delegated")).delegated_to == delegate
    for name, word in (("delegate_accepted", Word.ACCEPTED), ("delegate_declined", Word.DECLINED)):
        answer = answer_in(sample(name))
        assert (answer.attendee, answer.word, answer.delegated_from) == (delegate, word, GUEST)


def test_proposal_of_another_time_is_no_reply() -> None:
    answer = answer_in(sample("counter"))

    assert (answer.method, answer.word, answer.uid) == (Method.COUNTER, None, UID)
    assert answer.comment == "Could it be an hour later?"


def test_letter_is_read_without_its_markup() -> None:
    letter = sample("letter")

    assert letter.text == "With pleasure, my wife & I will come."
    assert letter.answers == [ORIGINAL]
    assert (letter.sender, letter.sender_name, letter.subject) == (
        GUEST,
        "Ana Sample",
        "Re: Evening of remembrance",
    )
    assert letter.sent_at is not None
    assert letter.sent_at.isoformat() == "2027-01-11T08:10:09+00:00"


def test_headers_in_other_alphabets_are_words() -> None:
    assert sample("exchange_accepted").sender_name == "Ăna Sample"
    assert sample("outlook_declined").subject == "Declined: Seară comemorativă"


@pytest.mark.parametrize(
    ("name", "fate", "status", "words"),
    [
        ("postfix_failed", Fate.FAILED, "5.1.1", "User unknown in relay recipient table"),
        ("postfix_delayed", Fate.DELAYED, "4.4.1", "Connection timed out"),
        ("postfix_delivered", Fate.DELIVERED, "2.0.0", "queued as 7D1"),
        ("exchange_failed", Fate.FAILED, "5.2.2", "mailbox full"),
        ("gmail_failed", Fate.FAILED, "5.1.1", "does not exist"),
        ("qmail_failed", Fate.FAILED, "5.1.1", "no mailbox here by that name"),
        ("exim_failed", Fate.FAILED, "5.7.1", "Message refused by policy"),
    ],
)
def test_report_of_a_server_is_read(name: str, fate: Fate, status: str, words: str) -> None:
    report = reports.report_in(sample(name))

    assert report is not None
    assert (report.fate, report.recipient, report.status) == (fate, GUEST, status)
    assert words in report.words
    assert report.originals[0] == ORIGINAL


@pytest.mark.parametrize("name", ["out_of_office", "letter", "exchange_accepted", "google_accepted"])
def test_what_a_person_or_calendar_sends_is_no_report(name: str) -> None:
    assert reports.report_in(sample(name)) is None


def test_absence_note_is_automatic_and_a_letter_is_not() -> None:
    assert reports.is_automatic(sample("out_of_office"))
    assert not reports.is_automatic(sample("letter"))


def test_sentences_of_a_server_from_a_persons_address_are_no_report() -> None:
    text = (SAMPLES / "qmail_failed.eml").read_bytes()
    forged = text.replace(b"Return-Path: <>\n", b"", 1).replace(b"MAILER-DAEMON@old", b"somebody@old")

    assert reports.report_in(messages.read(forged)) is None


def test_copies_of_one_message_are_the_same_and_others_are_not() -> None:
    raw = (SAMPLES / "exchange_accepted.eml").read_bytes()
    copy = b"Received: from elsewhere\r\n" + raw.replace(b"_000_AM0PR0101MB0001_", b"_other_boundary_")

    assert messages.read(copy).identity == messages.read(raw).identity
    assert messages.read(raw.replace(b"an honour", b"a pleasure")).identity != messages.read(raw).identity


def read_wholly(raw: bytes) -> None:
    """Read everything that the house reads of a message."""
    try:
        incoming = messages.read(raw)
    except Unreadable:
        return
    for text in (incoming.sender, incoming.sender_name, incoming.subject, incoming.message_id, incoming.text):
        assert "\0" not in text
        text.encode("utf-8")
    assert len(incoming.identity) == 64
    assert all(incoming.recipients)
    assert incoming.answers is not None
    assert incoming.sent_at is None or incoming.sent_at.tzinfo
    reports.report_in(incoming)
    reports.is_automatic(incoming)
    for calendar in incoming.calendars:
        with suppress(NotAnAnswer):
            itip.read_answer(calendar)


ALL = sorted(path.read_bytes() for path in SAMPLES.glob("*.eml"))
HEADERS = ("From", "To", "Subject", "Date", "Message-ID", "References", "Content-Type", "Content-Disposition")


@given(st.binary(max_size=600))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    read_wholly(raw)


@given(st.dictionaries(st.sampled_from(HEADERS), st.text(max_size=80)), st.text(max_size=200))
def test_no_headers_break_the_reader(headers: dict[str, str], body: str) -> None:
    lines = "".join(f"{name}: {value}\n" for name, value in headers.items())

    read_wholly(f"{lines}\n{body}".encode("utf-8", "replace"))


@given(st.sampled_from(ALL), st.data())
def test_no_damage_on_the_way_breaks_the_reader(raw: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))

    read_wholly(raw[:start] + data.draw(st.binary(max_size=30)) + raw[end:])
    read_wholly(raw[:start])


@pytest.mark.parametrize(
    "charset", ["no-such", "utf-7", "idna", "punycode", "rot13", "\u0131so-8859-1", "utf-16", "undefined"]
)
def test_no_alphabet_breaks_the_reader(charset: str) -> None:
    for header in ("Content-Type: text/plain", "Content-Type: text/calendar; method=REPLY"):
        read_wholly(
            f"From: =?{charset}?q?=ff=fe?= <a@example.org>\n{header}; charset={charset}\n\n".encode()
            + b"\xff\xfe+AG"
        )


@pytest.mark.parametrize("depth", [150, 3000, 20_000])
def test_message_within_message_within_message_ends(depth: int) -> None:
    opening = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    read_wholly(opening.encode())
    read_wholly(b"Content-Type: message/rfc822\n\n" * depth)


def test_message_of_thousands_of_parts_is_refused() -> None:
    raw = b'Content-Type: multipart/mixed; boundary="x"\n\n' + b"--x\n\na\n" * 5000 + b"--x--\n"

    with pytest.raises(Unreadable):
        messages.read(raw)


def test_message_too_large_is_refused() -> None:
    with pytest.raises(Unreadable):
        messages.read(b"a" * (messages.MOST_BYTES + 1))
