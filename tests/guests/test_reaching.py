"""Which channel, address and language each guest gets, and the sentence where nobody can be reached."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.directory.models import ContactPoint, Relation
from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.guests.models.vocabulary import Channel, Form
from chancery.guests.queries.reaching import Reach, reach_of
from tests import make
from tests.conftest import People
from tests.guests import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def contact(kind: str, value: str, **of: Any) -> ContactPoint:
    return ContactPoint.objects.create(kind=kind, value=value, **of)


def reached(guest: Participation, **fields: Any) -> Reach:
    Invitation.objects.filter(guest=guest).update(**fields)
    return reach_of(guest.event, list(Invitation.objects.filter(guest=guest)))[0]


def found(reach: Reach) -> tuple[str, str, str]:
    return reach.channel, reach.address, reach.through


def test_the_own_address_stands_before_that_of_the_assistant_and_of_the_body(event: Event) -> None:
    guest = built.guest(event, "Ada One")
    assert guest.person is not None
    embassy = make.body(event.organiser, kind="mission")
    make.tenure(guest.person, make.post(embassy))
    assistant = make.person(event.organiser, "Bo Two")
    Relation.objects.create(person=assistant, kind="assistant", other=guest.person)

    contact("email", "embassy@example.org", body=embassy)
    assert found(reached(guest)) == ("email", "embassy@example.org", "Embassy of Sampleland")
    contact("email", "bo@example.org", person=assistant)
    assert found(reached(guest)) == ("email", "bo@example.org", "Bo Two")
    contact("email", "ada@example.org", person=guest.person)
    assert found(reached(guest)) == ("email", "ada@example.org", "")


def test_an_address_that_somebody_else_answers_says_who(event: Event) -> None:
    guest = built.guest(event, "Ada One")
    assistant = make.person(event.organiser, "Bo Two")
    contact("email", "office@example.org", person=guest.person, via=assistant)

    assert found(reached(guest)) == ("email", "office@example.org", "Bo Two")


@pytest.mark.parametrize(
    ("kind", "contacts", "channel"),
    [
        ("mission", ["post", "phone"], Channel.NOTE),
        ("consulate", [], Channel.NOTE),
        ("academic", ["post", "phone"], Channel.POST),
        ("academic", ["mobile"], Channel.TELEPHONE),
        ("academic", ["email", "post"], Channel.EMAIL),
    ],
)
def test_without_a_wish_the_channel_follows_what_is_known(
    event: Event, kind: str, contacts: list[str], channel: Channel
) -> None:
    guest = built.guest(event, "Ada One")
    assert guest.person is not None
    make.tenure(guest.person, make.post(make.body(event.organiser, kind=kind)))
    for each in contacts:
        contact(each, f"{each}@example.org", person=guest.person)

    reach = reached(guest)

    assert (reach.channel, reach.why_not) == (channel, "")


@pytest.mark.parametrize(
    ("channel", "sentence"),
    [
        ("", "Neither an e-mail address nor a postal address nor a number is known; write one."),
        ("email", "No e-mail address is known; write one or choose another channel."),
        ("post", "No postal address is known; write one or choose another channel."),
        ("hand", "No address is known to bring it to; write one or choose another channel."),
        ("note", "No body is known to address a note to; choose another channel."),
        ("telephone", "No telephone number is known; write one or choose another channel."),
    ],
)
def test_who_cannot_be_reached_is_told_with_the_reason(event: Event, channel: str, sentence: str) -> None:
    guest = built.guest(event, "Ada One")

    reach = reached(guest, channel=channel)

    assert (reach.address, reach.why_not) == ("", sentence)


def test_nothing_goes_to_somebody_who_has_died(event: Event) -> None:
    guest = built.guest(event, person=make.person(event.organiser, died="2020"))
    contact("email", "ada@example.org", person=guest.person)

    reach = reached(guest)

    assert (reach.address, reach.why_not) == ("", "This guest has died; take the guest off the list.")


@pytest.mark.parametrize(
    ("own", "spoken", "languages", "expected"),
    [
        ("fr", ["ro"], ["ro", "en"], "fr"),
        ("", ["ro"], ["en", "ro"], "ro"),
        ("", ["de", "en"], ["ro", "en"], "en"),
        ("", ["de"], ["ro", "en"], "ro"),
        ("", [], [], "en"),
    ],
)
def test_the_language_is_that_of_the_invitation_then_one_of_the_guest(
    event: Event, own: str, spoken: list[str], languages: list[str], expected: str
) -> None:
    event.languages = languages
    event.save()
    guest = built.guest(event, person=make.person(event.organiser, languages=spoken))

    assert reached(guest, language=own).language == expected


def test_each_channel_carries_its_form(event: Event) -> None:
    guest = built.guest(event, "Ada One")
    forms = [reached(guest, channel=channel).form for channel in Channel]

    assert forms == [Form.EMAIL, Form.CARD, Form.CARD, Form.NOTE, Form.CALL]


def test_the_queries_do_not_grow_with_the_guests(event: Event) -> None:
    counts = []
    for _round in range(2):
        for number in range(3):
            guest = built.guest(event, f"Ada {number} {_round}")
            assert guest.person is not None
            embassy = make.body(event.organiser, f"Embassy {number} {_round}", kind="mission")
            make.tenure(guest.person, make.post(embassy))
            contact("email", f"{number}@example.org", body=embassy)
            contact("phone", "0040", person=guest.person, via=make.person(event.organiser, f"Bo {number}"))
        with CaptureQueriesContext(connection) as queries:
            reach_of(event, list(Invitation.objects.filter(guest__event=event)))
        counts.append(len(queries))

    assert counts[0] == counts[1]
