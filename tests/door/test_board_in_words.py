"""What the pages of the door call people, columns and counts."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import User
from chancery.desk import spine
from chancery.door import board
from chancery.door.models import Door
from chancery.door.queries.awaited import arrivals_at
from chancery.door.queries.told_at_door import guests_found
from chancery.events.models import Event, Participation
from chancery.guests.models import Companion, Invitation
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.awaiting import ambassador, before, came, evening, plan
from tests.record.built import page
from tests.seating import built as seating


@pytest.fixture
def event(people: People) -> Event:
    return evening(people.office)


@pytest.fixture
def door(event: Event) -> Door:
    return built.door(event)


@pytest.fixture
def ana(event: Event) -> Participation:
    return ambassador(event, "Ana Sample", "2020-01-01")


def route(event: Event, name: str, **rest: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": event.organiser.ref, "code": event.code, **rest})


def test_who_goes_to_the_door_without_a_name_is_called_by_the_address(
    signed_in: Client, people: People, event: Event, door: Door, ana: Participation
) -> None:
    plan(ana, announced="at-the-door", announced_at=before(3), announced_door=door)
    User.objects.filter(pk=people.owner.pk).update(name="")

    signed_in.post(route(event, "say-of-arrival", guest=ana.code), {"deed": "acknowledge"})

    (banner,) = board.banners_of(arrivals_at(event, language="en", now=before(2)), "en")
    assert banner.answered == f"{people.owner.email} goes there."


def test_the_history_of_a_guest_names_no_column_of_a_table(
    signed_in: Client, event: Event, door: Door, ana: Participation
) -> None:
    for deed in ("at-the-door", "acknowledge", "waive"):
        signed_in.post(route(event, "say-of-arrival", guest=ana.code), {"deed": deed})

    shown = page(signed_in, route(event, "arrival", guest=ana.code))

    names = set(re.findall("<dt>([^<]*)</dt>", shown[shown.index('class="history"') :]))
    assert {"Guest", "Announced", "Announced at", "Announced at the door", "Answered by"} <= names
    assert names.isdisjoint({"Participation", "Acknowledged by", "Announced door", "Waived at"})


def test_the_stage_counts_who_came_and_nobody_who_has_not_accepted(
    event: Event, door: Door, ana: Participation
) -> None:
    silent = make.participation(event, make.person(event.organiser, "Sil Ent"), planned="invited")
    came(silent, people=0)
    came(ana, people=2)

    assert spine._door(event, spine._counts_of(event)) == "2 people came in"


def found(event: Event, door: Door, query: str) -> list[str]:
    now = before(10)
    arrivals = arrivals_at(event, language="en", now=now)
    return [guest.name for guest in guests_found(query, arrivals, door, language="en", most=12)]


def test_a_guest_is_found_by_companion_seat_and_name(event: Event, door: Door) -> None:
    vera = ambassador(event, "Вера Пример", "2019-01-01")
    other = ambassador(event, "Other Sample", "2020-01-01")
    assert vera.person is not None
    vera.person.names.create(printed="Wiera Primer", position=2)
    party = Invitation.objects.get_or_create(guest=vera)[0]
    Companion.objects.create(invitation=party, name="Comes Along")
    seating.seat(seating.plan(event, is_chosen=True), other, "A-2-4")

    assert found(event, door, "along comes") == ["Wiera Primer"]
    assert found(event, door, "WIERA primer") == ["Wiera Primer"]
    assert found(event, door, "row 2 sample") == ["Other Sample"]
    assert found(event, door, " - ") == []


def test_a_search_finds_who_declined_and_no_more_than_asked_for(event: Event, door: Door) -> None:
    make.participation(event, make.person(event.organiser, "Radu Refused"), planned="declined")
    for number in range(4):
        ambassador(event, f"Many {number}", f"201{number}-01-01")
    arrivals = arrivals_at(event, language="en", now=before(10))

    assert found(event, door, "refused") == ["Radu Refused"]
    many = guests_found("many", arrivals, door, language="en", most=3)
    assert [guest.name for guest in many] == ["Many 0", "Many 1", "Many 2"]
