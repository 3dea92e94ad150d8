"""The page of incoming mail: what waits, whose it is, and replies entered from it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from chancery.base import secret_box
from chancery.base.audit import lines_of
from chancery.configuration import ImapServer
from chancery.directory.actions import index
from chancery.guests import collecting
from chancery.guests.models import IncomingMessage, Invitation, Reply, Standing
from tests import make
from tests.conftest import People
from tests.guests import built

State = IncomingMessage.State


def letter(office: Any, number: int = 1, **fields: Any) -> IncomingMessage:
    fields = {"sender": "ana@example.net", "sender_name": "Ana Sample", "why": "letter", **fields}
    return IncomingMessage.objects.create(
        organiser=office,
        identity=f"{office.ref}{number:x>64}"[-64:],
        place=str(number),
        subject="Re: Evening",
        **fields,
    )


@pytest.fixture
def ana(people: People) -> Invitation:
    event = make.event(people.office, held_on=date(2090, 2, 26))
    person = make.person(people.office, "Ana Sample")
    index.index_rows([person])
    return Invitation.objects.create(guest=make.participation(event, person))


def url(message: IncomingMessage, page: str = "incoming_message") -> str:
    return reverse(f"guests:{page}", args=[message.organiser.ref, message.code])


def test_list_shows_what_waits_and_on_wish_everything(people: People, signed_in: Client) -> None:
    letter(people.office)
    letter(people.office, 2, sender_name="Dan Done", state=State.DONE)
    address = reverse("guests:incoming", args=["mission"])

    waiting, everything = signed_in.get(address), signed_in.get(address, {"show": "all"})

    assert "Ana Sample" in waiting.text
    assert "1 message to be read" in waiting.text
    assert "Dan Done" not in waiting.text
    assert "Dan Done" in everything.text


def test_list_holds_nothing_of_another_office(people: People, signed_in: Client) -> None:
    letter(people.stranger.memberships.get().organiser, sender_name="Eve Elsewhere")

    page = signed_in.get(reverse("guests:incoming", args=["mission"]), {"show": "all"})

    assert "Eve Elsewhere" not in page.text


def test_message_shows_its_text_as_text(people: People, signed_in: Client) -> None:
    row = letter(people.office, sealed_text=secret_box.seal_text("<b>Yes</b>\n\nwith pleasure"))

    page = signed_in.get(url(row))

    assert "&lt;b&gt;Yes&lt;/b&gt;" in page.text
    assert "with pleasure" in page.text


def test_reply_read_by_a_person_is_entered(ana: Invitation, people: People, signed_in: Client) -> None:
    row = letter(people.office, sent_at=datetime(2026, 1, 5, 9, tzinfo=UTC))

    answer = signed_in.post(
        url(row), {"invitation": ana.code, "standing": "accepted", "companions": "0", "message": "Gladly."}
    )

    reply = Reply.objects.get()
    assert answer.status_code == 302
    assert (reply.standing, reply.channel, reply.message) == (
        Standing.ACCEPTED,
        Reply.Channel.EMAIL,
        "Gladly.",
    )
    assert (reply.given_at, reply.entered_by) == (row.sent_at, people.owner)
    row.refresh_from_db()
    assert (row.state, row.reply, row.invitation, row.closed_by) == (State.ENTERED, reply, ana, people.owner)
    assert [line.code for line in lines_of(row)] == ["guests.incoming.entered"]


def test_refused_reply_leaves_the_message_and_what_was_typed(
    ana: Invitation, people: People, signed_in: Client
) -> None:
    row = letter(people.office)

    page = signed_in.post(
        url(row), {"invitation": ana.code, "standing": "accepted", "companions": "7", "message": "Gladly."}
    )

    assert "nobody else can be brought" in page.text
    assert "Gladly." in page.text
    row.refresh_from_db()
    assert row.is_open
    assert not Reply.objects.exists()


def test_guest_of_another_office_cannot_be_chosen(people: People, signed_in: Client) -> None:
    elsewhere = make.organiser("third")
    event = make.event(elsewhere, held_on=date(2090, 2, 26))
    foreign = Invitation.objects.create(guest=make.participation(event, make.person(elsewhere)))
    row = letter(people.office)

    signed_in.post(url(row), {"invitation": foreign.code, "standing": "accepted"})

    assert not Reply.objects.exists()


def test_guest_is_found_by_another_name(ana: Invitation, people: People, signed_in: Client) -> None:
    row = letter(people.office, sender_name="Office of somebody")

    assert ana.code not in signed_in.get(url(row)).text
    assert ana.code in signed_in.get(url(row), {"q": "sample"}).text


def test_message_is_set_aside_and_taken_up_again(people: People, signed_in: Client) -> None:
    row = letter(people.office)

    signed_in.post(url(row, "set_aside"))
    row.refresh_from_db()
    assert (row.state, row.closed_by) == (State.ASIDE, people.owner)
    again = signed_in.post(url(row, "set_aside"), follow=True)
    assert "Somebody has dealt with this message already" in again.text

    signed_in.post(url(row, "take_up"))
    row.refresh_from_db()
    assert (row.state, row.closed_at) == (State.OPEN, None)


@pytest.mark.enable_socket
def test_mailbox_that_cannot_be_read_is_told(signed_in: Client, settings: Any) -> None:
    settings.INBOX = ImapServer("127.0.0.1", 1, "office", "secret", "INBOX", False)
    collecting.collect(datetime(2027, 1, 1, tzinfo=UTC))

    page = signed_in.get(reverse("guests:incoming", args=["mission"]))

    assert "The mailbox cannot be read at present (" in page.text
    assert "secret" not in page.text


def test_home_says_that_mail_waits(people: People, signed_in: Client) -> None:
    letter(people.office)
    home = reverse("desk:office", args=["mission"])
    press = Client()
    press.force_login(make.member(people.office, "press").user)

    assert "1 message that came in is to be read" in signed_in.get(home).text
    assert "is to be read" not in press.get(home).text


def test_guest_shows_what_was_written(ana: Invitation, people: People, signed_in: Client) -> None:
    letter(people.office, invitation=ana)
    letter(people.office, 2, invitation=ana, kind="automatic", state=State.DONE, why="")

    page = signed_in.get(built.address(ana.guest.event, "guest", guest=ana.guest.code))

    assert "Incoming mail · message" in page.text
    assert "Incoming mail · automatic answer" in page.text
    assert "Somebody has written" in page.text


def test_tab_is_shown_where_a_mailbox_is_read(signed_in: Client, settings: Any, tmp_path: Any) -> None:
    address = reverse("guests:incoming", args=["mission"])
    outgoing = reverse("guests:outgoing", args=["mission"])
    assert address not in signed_in.get(outgoing).text

    settings.INBOX = tmp_path

    assert address in signed_in.get(outgoing).text


def test_long_list_costs_no_more_queries(
    people: People, signed_in: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event = make.event(people.office)
    address = reverse("guests:incoming", args=["mission"])
    letter(people.office, 0)
    signed_in.get(address)
    with django_assert_max_num_queries(25) as counted:
        signed_in.get(address)
    for number in range(1, 40):
        guest = make.participation(event, make.person(people.office, f"Guest {number}"))
        letter(people.office, number, invitation=Invitation.objects.create(guest=guest))

    with django_assert_max_num_queries(len(counted) + 1):
        signed_in.get(address)
