"""Guests come from the directory: by any spelling, by office, body, group, class; vacant offices too."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.directory.actions.index import index_organiser
from chancery.directory.models import Group
from chancery.events.models import Event, Participation
from chancery.guests.actions import listing
from chancery.guests.models import Invitation
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.test_acting_on_many import undo
from tests.guests.test_guest_list import names_on


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


@pytest.fixture
def directory(event: Event) -> dict[str, Any]:
    """An ambassador and a counsellor of one mission, an editor, and an ambassador's office held by nobody."""
    office = event.organiser
    mission = make.body(office, "Embassy of Georgia", state="GE", kind="mission")
    magazine = make.body(office, "The Magazine", kind="media")
    rows: dict[str, Any] = {
        "nino": make.person(office, "Nino Samplidze"),
        "gia": make.person(office, "Gia Counsel"),
        "vasile": make.person(office, "Vasile Șablon"),
        "mission": mission,
        "post": make.post(mission, "Ambassador of Georgia"),
        "vacant": make.post(
            make.body(office, "Embassy of Chile", state="CL", kind="mission"), "Ambassador of Chile"
        ),
    }
    make.tenure(rows["nino"], rows["post"])
    make.tenure(rows["gia"], make.post(mission, "Counsellor", "counsellor"))
    make.tenure(rows["vasile"], make.post(magazine, "Editor", ""))
    rows["group"] = Group.objects.create(organiser=office, names={"en": "Friends"})
    rows["group"].members.add(rows["vasile"])
    index_organiser(office)
    return rows


def found(client: Client, event: Event, query: str) -> list[str]:
    return names_on(client.get(f"{built.address(event, 'add')}?{query}").content.decode())


def test_people_are_found_by_any_spelling(signed_in: Client, event: Event, directory: dict[str, Any]) -> None:
    assert found(signed_in, event, "q=sablon+vasile") == ["Vasile Șablon"]
    assert found(signed_in, event, "q=Нино") == ["Nino Samplidze"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("body={mission}", ["Gia Counsel", "Nino Samplidze"]),
        ("office={post}", ["Nino Samplidze"]),
        ("class=ambassador", ["Nino Samplidze", "Ambassador of Chile"]),
        ("kind=media", ["Vasile Șablon"]),
        ("group={group}", ["Vasile Șablon"]),
        ("kind=mission&class=counsellor", ["Gia Counsel"]),
        ("office={vacant}", ["Ambassador of Chile"]),
        ("body_text=The+Magazine", ["Vasile Șablon"]),
        ("", []),
        ("class=unknown", []),
    ],
)
def test_people_and_vacant_offices_are_found_by_what_they_are(
    signed_in: Client, event: Event, directory: dict[str, Any], query: str, expected: list[str]
) -> None:
    codes = {name: row.code for name, row in directory.items()}

    assert found(signed_in, event, query.format(**codes)) == expected


def test_who_is_on_the_list_already_is_said_and_cannot_be_ticked(
    signed_in: Client, event: Event, directory: dict[str, Any]
) -> None:
    make.participation(event, directory["nino"])
    Participation.objects.create(event=event, office=directory["vacant"])

    page = signed_in.get(f"{built.address(event, 'add')}?class=ambassador").content.decode()

    assert len(re.findall(r'class="mark"><svg.*?</svg>on the list<', page)) == 2
    assert 'name="row"' not in page


def test_chosen_people_and_offices_are_listed_in_a_capacity_with_their_inviter(
    signed_in: Client, event: Event, directory: dict[str, Any]
) -> None:
    corps, inviter = built.category(event, "Corps"), built.inviter(event, quota=2)
    sent = {
        "row": [directory["nino"].code, directory["vacant"].code],
        "category": corps.pk,
        "inviter": inviter.pk,
        "capacity": "guest-of-honour",
    }

    response = signed_in.post(built.address(event, "add"), sent, follow=True)

    assert "2 guests are on the list now." in response.content.decode()
    rows = Participation.objects.filter(event=event).order_by("pk")
    assert [(row.name_printed, row.capacity, row.category, row.planned) for row in rows] == [
        ("Nino Samplidze", "guest-of-honour", corps, "listed"),
        ("Ambassador of Chile", "guest-of-honour", corps, "listed"),
    ]
    assert [party.inviter for party in Invitation.objects.all()] == [inviter, inviter]

    undo(signed_in, response.content.decode())
    assert not Participation.objects.filter(event=event).exists()


def test_nobody_is_listed_twice(signed_in: Client, event: Event, directory: dict[str, Any]) -> None:
    sent = {"row": [directory["nino"].code, directory["vacant"].code], "capacity": "guest"}
    signed_in.post(built.address(event, "add"), sent)

    page = signed_in.post(built.address(event, "add"), sent, follow=True).content.decode()

    assert "0 are on the list now; the others were there already." in page
    assert Participation.objects.filter(event=event).count() == 2


def test_a_quota_is_enforced_and_nobody_listed_beyond_it(
    signed_in: Client, event: Event, directory: dict[str, Any]
) -> None:
    inviter = built.inviter(event, "The Ambassador", quota=3)
    built.guest(event, "Already There", by=inviter, unnamed=1, companions=("Friend",))
    sent = {"row": [directory["nino"].code], "inviter": inviter.pk, "capacity": "guest"}

    page = signed_in.post(built.address(event, "add"), sent).content.decode()

    assert "The Ambassador would have 1 guest over the quota of 3; nothing was changed." in page
    assert Participation.objects.filter(event=event).count() == 1


def test_nobody_ticked_is_said(signed_in: Client, event: Event) -> None:
    page = signed_in.post(built.address(event, "add"), {"capacity": "guest"}).content.decode()

    assert "Nobody is selected; tick at least one." in page


def test_people_of_another_office_are_never_found_or_listed(
    people: People, signed_in: Client, event: Event
) -> None:
    elsewhere = people.stranger.memberships.get().organiser
    stranger = make.person(elsewhere, "Secret Person")
    index_organiser(elsewhere)

    assert found(signed_in, event, "q=secret") == []
    signed_in.post(built.address(event, "add"), {"row": [stranger.code], "capacity": "guest"})
    assert not Participation.objects.filter(event=event).exists()


def test_two_of_one_short_name_get_a_number(event: Event) -> None:
    person = make.person(event.organiser, ref="nino")
    make.participation(event, person, capacity="speaker", ref="nino")

    listing.list_guests(
        event, people=[person], category=None, inviter=None, capacity="guest", by=make.actor(event.organiser)
    )

    assert sorted(Participation.objects.values_list("ref", flat=True)) == ["nino", "nino-2"]


def test_searching_as_you_type_answers_with_the_part_alone(
    signed_in: Client, event: Event, directory: dict[str, Any]
) -> None:
    response = signed_in.get(f"{built.address(event, 'add')}?q=samplidze", headers={"HX-Request": "true"})

    page = response.content.decode()
    assert "<html" not in page
    assert re.search(r'id="found"', page)
    assert names_on(page) == ["Nino Samplidze"]


def test_listing_many_takes_a_fixed_number_of_queries(event: Event) -> None:
    def listed(number: int) -> int:
        people = [make.person(event.organiser, f"Guest {number} {place}") for place in range(number)]
        with CaptureQueriesContext(connection) as asked:
            listing.list_guests(
                event,
                people=people,
                category=None,
                inviter=None,
                capacity="guest",
                by=make.actor(event.organiser),
            )
        return len(asked)

    listed(1)

    assert listed(3) == listed(30)
    assert Participation.objects.filter(event=event).count() == 34
