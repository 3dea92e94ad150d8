"""What has changed since the seats were given is told by the fewest changes that explain it."""

from datetime import date
from typing import Any

import pytest

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.seating.models import Plan
from chancery.seating.queries.changes import Changes, basis_of, changes_since
from chancery.seating.queries.loading import loaded
from tests import make
from tests.guests import built as guests
from tests.seating import built

DAYS = ("2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01")


@pytest.fixture
def event(people: Any) -> Event:
    """Four ambassadors in the order in which they presented their credentials, all of whom come."""
    event = make.event(people.office, held_on=date(2025, 2, 26))
    for name, day in zip(("Ada One", "Bea Two", "Cem Three", "Dan Four"), DAYS, strict=True):
        ambassador(event, name, day)
    return event


def ambassador(event: Event, name: str, day: str) -> Participation:
    office = make.post(make.body(event.organiser, f"Embassy of {name}", kind="mission", state="FR"))
    person = make.person(event.organiser, name)
    make.tenure(person, office, steps={"credentials": day})
    guest = guests.guest(event, person=person)
    Invitation.objects.filter(guest=guest).update(standing="accepted")
    return guest


def guest(event: Event, name: str) -> Participation:
    return Participation.objects.get(event=event, person__names__printed=name)


def read(plan: Plan) -> Plan:
    return Plan.objects.select_related("event__ordering__organiser", "room").get(pk=plan.pk)


def seated(event: Event) -> Plan:
    plan = read(built.plan(event))
    plan.based_on = basis_of(loaded(plan, language="en", may_read_apart=False))
    plan.save()
    return plan


def changes(plan: Plan) -> Changes:
    now = read(plan)
    return changes_since(now, loaded(now, language="en", may_read_apart=False))


def test_plan_without_seats_and_plan_up_to_date_have_no_changes(event: Event) -> None:
    assert not changes(built.plan(event))
    assert not changes(seated(event))


def test_who_declines_goes_and_the_others_have_not_moved(event: Event) -> None:
    plan = seated(event)

    Invitation.objects.filter(guest=guest(event, "Ada One")).update(standing="regretted")

    found = changes(plan)
    assert found.sentences() == ["Ada One does not come any more."]
    assert found.numbers() == ["1 does not come any more"]


def test_who_comes_is_told_and_nobody_behind_has_moved(event: Event) -> None:
    plan = seated(event)

    ambassador(event, "Eva New", "2019-01-01")

    assert changes(plan).sentences() == ["Eva New is new and has no seat yet."]


def test_who_gets_another_place_is_told_alone(event: Event) -> None:
    plan = seated(event)

    tenure = guest(event, "Dan Four").person.tenures.get()  # type: ignore[union-attr]  # all are people
    tenure.steps.update(moment="2019-01-01")

    found = changes(plan)
    assert found.sentences() == ["Dan Four held place 4 of the order and holds place 1 now."]
    assert found.numbers() == ["1 has another place in the order"]


def test_representative_comes_instead(event: Event) -> None:
    """R27-R30: a representative has the own rank, and may have another seat."""
    plan = seated(event)
    principal = guest(event, "Bea Two")
    Invitation.objects.filter(guest=principal).update(standing="represented")

    deputy = guests.guest(event, "Rui Deputy", represents=principal)
    Invitation.objects.filter(guest=deputy).update(standing="accepted")

    found = changes(plan)
    assert found.sentences() == ["Rui Deputy comes instead of Bea Two."]
    assert found.of_guests[0].by == f"{deputy.code}.0"


def test_guest_taken_off_the_list_is_told_without_a_name(event: Event) -> None:
    plan = seated(event)

    guest(event, "Cem Three").delete()

    assert changes(plan).sentences() == ["Somebody who had a seat is not on the list any more."]


def test_room_that_was_changed_is_told(event: Event) -> None:
    plan = seated(event)

    plan.room.revision += 1
    plan.room.save()

    found = changes(plan)
    assert found.is_room_changed
    assert found.numbers() == ["the room was changed"]
