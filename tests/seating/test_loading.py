"""A plan is loaded with everybody who is to be seated, and nothing about them is guessed."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.directory.models import Relation
from chancery.events.models import Event, Part, Participation
from chancery.guests.models import Companion, Invitation
from chancery.programme.models import Contribution
from chancery.rules.seating import plan as rules
from chancery.seating.models import Apart, Placement, Plan, SeatNote, Wish
from chancery.seating.queries.loading import LoadedPlan, loaded
from tests import make
from tests.guests import built as guests
from tests.seating import built


@pytest.fixture
def event(people: Any) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 26))


def load(plan: Plan, *, may_read_apart: bool = False) -> LoadedPlan:
    fresh = Plan.objects.select_related("event__ordering__organiser", "event__organiser").get(pk=plan.pk)
    return loaded(fresh, language="en", may_read_apart=may_read_apart)


def coming(event: Event, printed: str, standing: str = "accepted", **fields: Any) -> Participation:
    guest = guests.guest(event, printed, **fields)
    Invitation.objects.filter(guest=guest).update(standing=standing)
    return guest


def names(found: LoadedPlan) -> list[str]:
    return [sitter.name for sitter in found.problem.sitters]


@pytest.mark.parametrize(
    ("seated", "expected"),
    [
        ("accepted", {"Ana Yes", "Wim Walkin"}),
        ("open", {"Ana Yes", "Wim Walkin", "Sam Silent", "Uma Undecided"}),
        ("all", {"Ana Yes", "Wim Walkin", "Sam Silent", "Uma Undecided", "Nora New"}),
    ],
)
def test_seated_are_those_whose_reply_the_plan_asks_for(
    event: Event, seated: str, expected: set[str]
) -> None:
    for name, standing in (
        ("Ana Yes", "accepted"),
        ("Wim Walkin", "walk-in"),
        ("Sam Silent", "silent"),
        ("Uma Undecided", "undecided"),
        ("Nora New", ""),
        ("Rita Regret", "regretted"),
        ("Will Withdrew", "withdrawn"),
        ("Remi Represented", "represented"),
    ):
        coming(event, name, standing)

    found = load(built.plan(event, seated=seated))

    assert set(names(found)) == expected


def test_hosts_and_speakers_are_seated_unless_they_decline(event: Event, people: Any) -> None:
    host = make.participation(event, make.person(people.office, "Hana Host"), "host")
    make.participation(event, make.person(people.office, "Sean Speaker"), "speaker")
    make.participation(event, make.person(people.office, "Dora Declined"), "speaker", planned="declined")
    silent = coming(event, "Tess Toast", "silent")
    Contribution.objects.create(item=make.item(event), participation=silent, form="toast")

    found = load(built.plan(event))

    assert sorted(names(found)) == ["Hana Host", "Sean Speaker", "Tess Toast"]
    by_name = {sitter.name: sitter for sitter in found.problem.sitters}
    assert by_name["Hana Host"].part == rules.Part.HOST
    assert by_name["Tess Toast"].speaks
    assert found.participants[f"{host.code}.0"].name == "Hana Host"


def test_host_and_co_host_of_the_plan_go_before_those_of_the_event(event: Event, people: Any) -> None:
    make.participation(event, make.person(people.office, "Hana Host"), "host")
    other = make.participation(event, make.person(people.office, "Otto Other"), "host")
    guest = coming(event, "Carla Cohost")

    found = load(built.plan(event, host=other, co_host=guest))

    parts = {sitter.name: sitter.part for sitter in found.problem.sitters}
    assert parts == {"Hana Host": "guest", "Otto Other": "host", "Carla Cohost": "co-host"}


def test_companions_follow_their_guest_with_the_same_place(event: Event, people: Any) -> None:
    """R31, R57: a companion without an own rank has the place of the one he or she comes with."""
    guest = coming(event, "Ana Sample", companions=("Ben Along",), unnamed=1)

    found = load(built.plan(event))

    sitters = found.problem.sitters
    assert [(each.id, each.name, each.number) for each in sitters] == [
        (f"{guest.code}.0", "Ana Sample", 1),
        (f"{guest.code}.1", "Ben Along", 2),
        (f"{guest.code}.2", "companion of Ana Sample", 3),
    ]
    assert {each.place for each in sitters} == {sitters[0].place}
    assert {each.party for each in sitters} == {f"{guest.code}.0"}
    assert sitters[1].sex == sitters[2].sex == rules.Sex.UNKNOWN


def test_sex_and_languages_are_those_of_the_directory_and_never_guessed(event: Event, people: Any) -> None:
    """R58: the name says nothing; who is not marked stays unknown."""
    coming(event, "Maria Sample", person=make.person(people.office, "Maria Sample"))
    known = make.person(people.office, "Kim Sample", gender="m", languages=["fr", "ro"])
    coming(event, "Kim Sample", person=known)

    found = load(built.plan(event))

    told = {sitter.name: (sitter.sex, sitter.languages) for sitter in found.problem.sitters}
    assert told["Maria Sample"] == (rules.Sex.UNKNOWN, frozenset())
    assert told["Kim Sample"] == (rules.Sex.MAN, frozenset({"fr", "ro"}))


def test_couples_are_those_of_whom_both_are_seated(event: Event, people: Any) -> None:
    one, spouse = make.person(people.office, "Ana Sample"), make.person(people.office, "Ben Sample")
    Relation.objects.create(person=one, kind="spouse", other=spouse)
    absent = make.person(people.office, "Cora Alone")
    Relation.objects.create(person=absent, kind="spouse", other=make.person(people.office, "Dan Away"))
    first, second = coming(event, "", person=one), coming(event, "", person=spouse)
    coming(event, "", person=absent)

    found = load(built.plan(event))

    partners = {each.id: each.partner for each in found.problem.sitters if each.partner}
    assert partners == {f"{first.code}.0": f"{second.code}.0", f"{second.code}.0": f"{first.code}.0"}


def test_companion_who_is_a_guest_as_well_is_seated_once(event: Event, people: Any) -> None:
    spouse = make.person(people.office, "Ben Sample")
    own = coming(event, "", person=spouse)
    guest = coming(event, "Ana Sample")
    Companion.objects.create(invitation=guest.invitation, person=spouse)

    found = load(built.plan(event))

    assert sorted(each.id for each in found.problem.sitters) == sorted([f"{guest.code}.0", f"{own.code}.0"])


def test_companion_of_the_directory_who_is_the_spouse_makes_a_couple(event: Event, people: Any) -> None:
    one, spouse = make.person(people.office, "Ana Sample"), make.person(people.office, "Ben Sample")
    spouse.gender = "m"
    spouse.save()
    Relation.objects.create(person=spouse, kind="spouse", other=one)
    guest = coming(event, "", person=one)
    Companion.objects.create(invitation=guest.invitation, person=spouse)

    _guest, companion = load(built.plan(event)).problem.sitters

    assert (companion.name, companion.partner, companion.sex) == ("Ben Sample", f"{guest.code}.0", "m")


def test_interpreter_sits_only_with_the_principal(event: Event, people: Any) -> None:
    """R70: interpreters belong to somebody; without them nobody is there to interpret for."""
    principal, away = coming(event, "Ana Sample"), coming(event, "Ben Away", "regretted")
    busy = make.participation(event, make.person(people.office, "Ira Interpreter"), "interpreter")
    idle = make.participation(event, make.person(people.office, "Ion Idle"), "interpreter")
    Wish.objects.create(event=event, kind="interpreter", guest=busy, other=principal)
    Wish.objects.create(event=event, kind="interpreter", guest=idle, other=away)

    found = load(built.plan(event))

    assert names(found) == ["Ana Sample", "Ira Interpreter"]
    assert found.problem.sitters[1].interprets == f"{principal.code}.0"
    assert found.problem.sitters[1].place is None


def test_plan_of_a_part_leaves_out_those_of_other_parts(event: Event) -> None:
    dinner, concert = (Part.objects.create(event=event, names={"en": name}) for name in ("Dinner", "Concert"))
    coming(event, "Ana Sample")
    coming(event, "Dina Diner", part=dinner)
    coming(event, "Cleo Concert", part=concert)

    found = load(built.plan(event, part=dinner))

    assert sorted(names(found)) == ["Ana Sample", "Dina Diner"]


def test_seats_locks_and_reserves_are_read(event: Event) -> None:
    guest, gone = coming(event, "Ana Sample"), coming(event, "Ben Gone", "regretted")
    plan = built.plan(event)
    Placement.objects.create(plan=plan, participation=guest, seat="A-1-3", is_locked=True)
    Placement.objects.create(plan=plan, participation=gone, seat="A-1-2")
    SeatNote.objects.create(plan=plan, seat="A-1-1", band="2", captions={"en": "Reserved"})

    found = load(plan)

    assert found.placing == found.problem.locked == {f"{guest.code}.0": "A-1-3"}
    assert set(found.placements) == {f"{guest.code}.0", f"{gone.code}.0"}
    assert [(each.seat, each.band) for each in found.problem.reserves] == [("A-1-1", "2")]


def test_wheelchair_comes_only_from_a_wish_of_the_office(event: Event) -> None:
    guest, other = coming(event, "Ana Sample"), coming(event, "Ben Other")
    Wish.objects.create(event=event, kind="wheelchair", guest=guest, is_hard=True)

    found = load(built.plan(event))

    needs = {each.id: each.needs_wheelchair for each in found.problem.sitters}
    assert needs == {f"{guest.code}.0": True, f"{other.code}.0": False}


def test_zone_of_a_category_holds_for_those_within_it(event: Event) -> None:
    """R75: who has no zone of the own category sits in that of the one around it."""
    corps = guests.category(event, "Corps")
    staff = guests.category(event, "Staff", within=corps)
    coming(event, "Ana Staff", category=staff)

    Wish.objects.create(event=event, kind="in-zone", category=corps, where="left", is_hard=True)
    Wish.objects.create(event=event, kind="in-zone", category=staff, where="right", weight=3)

    found = load(built.plan(event))

    assert found.problem.settings.group_zones == {"staff": "left"}
    assert [(wish.where, wish.is_hard) for wish in found.problem.wishes] == [("right", False)]
    assert found.problem.sitters[0].category == "staff"


@pytest.mark.parametrize("number", [1, 3, 500])
def test_number_of_queries_does_not_grow(event: Event, number: int) -> None:
    guests.many_guests(event, number)
    Invitation.objects.update(standing="accepted")
    plan = built.plan(event)
    for guest in Participation.objects.filter(event=event).order_by("pk")[:3]:
        Wish.objects.create(event=event, kind="at-aisle", guest=guest)
        Placement.objects.create(plan=plan, participation=guest, seat=f"A-1-{guest.pk}")
    Apart.objects.create(organiser=event.organiser, state="RO", other_state="AZ")
    fresh = Plan.objects.select_related("event__ordering__organiser", "event__organiser").get(pk=plan.pk)

    with CaptureQueriesContext(connection) as asked:
        found = loaded(fresh, language="en", may_read_apart=True)

    assert len(found.problem.sitters) == number
    assert len(asked) == 20
