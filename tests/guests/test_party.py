"""A guest and the party: companions by name, from the directory, or as a number; whom a guest represents."""

import pytest
from django.test import Client

from chancery.events.models import Event, Participation
from chancery.guests.models import Companion, Invitation
from tests import make
from tests.conftest import People
from tests.guests import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def sent(guest: Participation, *companions: dict[str, str], **changes: str) -> dict[str, str]:
    """The form of a guest as its page would send it; companions that are stored carry their `id`."""
    stored = sum("id" in companion for companion in companions)
    values = {
        "capacity": guest.capacity,
        "represents_as": "delegate",
        "party-unnamed_companions": "0",
        "party-tags": "",
        "companions-TOTAL_FORMS": str(len(companions)),
        "companions-INITIAL_FORMS": str(stored),
    }
    for number, companion in enumerate(companions):
        values |= {f"companions-{number}-{name}": value for name, value in companion.items()}
    return values | changes


def save(client: Client, guest: Participation, *companions: dict[str, str], **changes: str) -> str:
    response = client.post(
        built.address(guest.event, "guest", guest=guest.code),
        sent(guest, *companions, **changes),
        follow=True,
    )
    return response.content.decode()


def names(guest: Participation) -> list[str]:
    return [str(one) for one in Companion.objects.filter(invitation__guest=guest).order_by("position")]


def test_companions_are_named_freely_or_from_the_directory_or_counted(
    signed_in: Client, event: Event
) -> None:
    guest = built.guest(event)
    partner = make.person(event.organiser, "Known Partner")

    save(
        signed_in,
        guest,
        {"who": "", "who_text": "Somebody Unknown"},
        {"who": partner.code, "who_text": "Known Partner"},
        **{"party-unnamed_companions": "2", "party-tags": "flowers, front row, flowers"},
    )

    assert names(guest) == ["Somebody Unknown", "Known Partner"]
    assert Companion.objects.get(name="").person == partner
    party = Invitation.objects.get(guest=guest)
    assert (party.unnamed_companions, party.tags) == (2, ["flowers", "front row"])


def test_a_typed_name_is_never_taken_for_somebody_of_the_directory(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    make.person(event.organiser, "Same Name")

    save(signed_in, guest, {"who": "", "who_text": "Same Name"})

    assert Companion.objects.get().person is None


def test_companions_change_and_leave(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, companions=("First", "Second"))
    first, second = Companion.objects.order_by("position")

    save(
        signed_in,
        guest,
        {"id": str(first.pk), "who": "", "who_text": "First", "DELETE": "on"},
        {"id": str(second.pk), "who": "", "who_text": "Second Changed"},
    )

    assert names(guest) == ["Second Changed"]


def test_nobody_is_invited_twice_as_guest_and_companion(signed_in: Client, event: Event) -> None:
    guest, other = built.guest(event, "The Guest"), built.guest(event, "Other Guest")
    assert other.person is not None

    page = save(signed_in, guest, {"who": other.person.code, "who_text": "Other Guest"})

    assert "Other Guest is invited already; nobody is invited twice." in page
    assert names(guest) == []


def test_nobody_is_a_companion_twice_in_one_party(signed_in: Client, event: Event) -> None:
    guest, partner = built.guest(event), make.person(event.organiser, "The Partner")
    chosen = {"who": partner.code, "who_text": "The Partner"}

    page = save(signed_in, guest, chosen, chosen)

    assert "The Partner is invited already; nobody is invited twice." in page
    assert names(guest) == []


def test_companions_count_against_the_quota(signed_in: Client, event: Event) -> None:
    inviter = built.inviter(event, "The Ambassador", quota=2)
    guest = built.guest(event, by=inviter)

    page = save(
        signed_in,
        guest,
        {"who": "", "who_text": "One Companion"},
        **{"party-unnamed_companions": "1", "party-inviter": str(inviter.pk)},
    )

    assert "The Ambassador would have 1 guest over the quota of 2; nothing was changed." in page
    assert names(guest) == []
    assert Invitation.objects.get().unnamed_companions == 0


def test_a_guest_may_represent_somebody_who_was_not_invited(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, "The Deputy")
    minister = make.person(event.organiser, "The Minister")

    save(signed_in, guest, represents=minister.code, represents_text="The Minister", represents_as="interim")

    guest.refresh_from_db()
    assert guest.represents is not None
    assert (guest.represents.person, guest.represents.capacity) == (minister, "represented")
    assert guest.represents_as == "interim"
    assert "represents The Minister" in signed_in.get(built.address(event)).content.decode()


def test_a_guest_may_represent_another_one_of_the_list(signed_in: Client, event: Event) -> None:
    guest, other = built.guest(event, "The Deputy"), built.guest(event, "The Minister")

    save(signed_in, guest, represents=other.code, represents_text="The Minister")

    guest.refresh_from_db()
    assert guest.represents == other
    assert Participation.objects.filter(event=event).count() == 2


def test_nobody_represents_themselves(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, "The Deputy")

    page = save(signed_in, guest, represents=guest.code, represents_text="The Deputy")

    assert "Nobody represents themselves; choose somebody else." in page


def test_the_office_that_counts_is_one_the_guest_holds(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    assert guest.person is not None
    held, foreign = (
        make.post(make.body(event.organiser), "Held"),
        make.post(make.body(event.organiser), "Other"),
    )
    make.tenure(guest.person, held)

    save(signed_in, guest, office=str(foreign.pk))
    guest.refresh_from_db()
    assert guest.office is None

    save(signed_in, guest, office=str(held.pk))
    guest.refresh_from_db()
    assert guest.office == held


def test_the_history_of_a_guest_stands_on_the_page(people: People, signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    save(signed_in, guest, capacity="press")

    page = signed_in.get(built.address(event, "guest", guest=guest.code)).content.decode()

    assert "<ins>press</ins>" in page
    assert people.owner.email in page


def test_whom_to_represent_is_found_at_the_event_first(signed_in: Client, event: Event) -> None:
    built.guest(event, "Anna Minister")

    response = signed_in.get(f"{built.address(event, 'find')}?q=anna", headers={"HX-Request": "true"})

    assert response.status_code == 200
    assert "<html" not in response.content.decode()


def test_inviters_are_kept_in_order_with_their_quotas(signed_in: Client, event: Event) -> None:
    response = signed_in.post(
        built.address(event, "inviters"),
        {
            "inviters-TOTAL_FORMS": "2",
            "inviters-INITIAL_FORMS": "0",
            "inviters-0-name": "The Ambassador",
            "inviters-0-quota": "40",
            "inviters-1-name": "Protocol",
        },
        follow=True,
    )

    assert "The inviters are saved." in response.content.decode()
    assert [(row.name, row.quota) for row in event.inviters.order_by("position")] == [
        ("The Ambassador", 40),
        ("Protocol", None),
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"inviters-0-quota": "1"}, "Protocol would have 1 guest over the quota of 1; nothing was changed."),
        (
            {"inviters-0-DELETE": "on"},
            "Protocol still has 2 guests on the list; change the inviter there first.",
        ),
        (
            {"inviters-1-name": "Protocol", "inviters-TOTAL_FORMS": "2"},
            "Two inviters have the same name; give each its own.",
        ),
    ],
)
def test_inviters_with_guests_are_not_lost_or_limited_too_late(
    signed_in: Client, event: Event, change: dict[str, str], sentence: str
) -> None:
    inviter = built.inviter(event)
    built.guest(event, by=inviter, unnamed=1)
    values = {
        "inviters-TOTAL_FORMS": "1",
        "inviters-INITIAL_FORMS": "1",
        "inviters-0-id": str(inviter.pk),
        "inviters-0-name": "Protocol",
    }

    page = signed_in.post(built.address(event, "inviters"), values | change).content.decode()

    assert sentence in page
    assert event.inviters.get().quota is None


def test_lists_that_take_turns_are_suggested(signed_in: Client, event: Event) -> None:
    event.ordering.lists = ["authorities", "sponsors"]
    event.ordering.save()
    guest = built.guest(event)

    page = signed_in.get(built.address(event, "guest", guest=guest.code)).content.decode()

    assert '<option value="sponsors">' in page
