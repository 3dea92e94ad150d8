"""Seats given by hand: each deed is one step that is taken back as one, and nobody's work is lost."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from chancery.base import undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Participation
from chancery.seating.actions import placing, steps
from chancery.seating.actions.placing import SeatRefused, Sitting
from chancery.seating.actions.steps import PlanChanged
from chancery.seating.models import Placement, Plan, SeatNote
from tests import make
from tests.conftest import People
from tests.guests.built import guest
from tests.seating import built


@pytest.fixture
def plan(people: People) -> Plan:
    return built.plan(make.event_of(people.office))


@pytest.fixture
def by(people: People) -> Actor:
    return make.actor(people.office, people.owner)


def sitting(who: Participation, seat: str = "") -> Sitting:
    return Sitting(f"{who.code}.0", who.pk, 0, who.name_printed, seat, place=3)


def seats(plan: Plan) -> dict[str, str]:
    rows = Placement.objects.filter(plan=plan).select_related("participation")
    return {row.participation.name_printed: row.seat for row in rows}


def move(plan: Plan, who: Sitting, seat: str, *, by: Actor, met: Sitting | None = None, **fields: Any) -> Any:
    now = timezone.now()
    basis = fields.get("basis", {})
    reason = fields.get("reason", "")
    return placing.move(plan, who, seat, met=met, basis=basis, reason=reason, by=by, at=now)


def test_a_seat_is_given_with_the_reason_and_who_gave_it(plan: Plan, by: Actor) -> None:
    ana = guest(plan.event, "Ana Sample")

    move(plan, sitting(ana), "A-1-3", by=by, reason="hears better there", basis={"other.0": 1})

    row = Placement.objects.get(plan=plan)
    assert (row.seat, row.given, row.reason, row.by, row.place) == (
        "A-1-3",
        "hand",
        "hears better there",
        by.user,
        3,
    )
    plan.refresh_from_db()
    assert plan.based_on == {"other.0": 1, f"{ana.code}.0": 3}


def test_two_change_seats_and_the_step_is_taken_back_as_one(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    built.seat(plan, ana, "A-1-1")
    built.seat(plan, ion, "A-1-2", reason="as asked", given="hand")

    line = move(plan, sitting(ana, "A-1-1"), "A-1-2", by=by, met=sitting(ion, "A-1-2"))

    assert seats(plan) == {"Ana Sample": "A-1-2", "Ion Sample": "A-1-1"}
    undo.undo(line, by=by)
    assert seats(plan) == {"Ana Sample": "A-1-1", "Ion Sample": "A-1-2"}
    assert Placement.objects.get(participation=ion).reason == "as asked"
    plan.refresh_from_db()
    assert plan.based_on == {}


def test_whoever_sits_there_stands_up_for_somebody_without_a_seat(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    built.seat(plan, ion, "A-1-2")

    move(plan, sitting(ana), "A-1-2", by=by, met=sitting(ion, "A-1-2"))

    assert seats(plan) == {"Ana Sample": "A-1-2"}


def test_the_second_of_two_is_told_and_nothing_is_lost(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    move(plan, sitting(ana), "A-1-3", by=by)

    with pytest.raises(PlanChanged, match="gave this seat away meanwhile"):
        move(plan, sitting(ion), "A-1-3", by=by)
    with pytest.raises(PlanChanged, match="moved Ana Sample meanwhile"):
        move(plan, sitting(ana), "A-1-4", by=by)
    with pytest.raises(PlanChanged, match="changed the plan meanwhile"):
        placing.clear(plan, revision=plan.revision, by=by)

    assert seats(plan) == {"Ana Sample": "A-1-3"}


def test_a_locked_guest_stays_and_locks_are_taken_back(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    built.seat(plan, ana, "A-1-1")
    built.seat(plan, ion, "A-1-2")
    line = placing.set_locks(plan, ["A-1-1"], is_locked=True, by=by)

    with pytest.raises(SeatRefused, match="seat of Ana Sample is locked"):
        move(plan, sitting(ion, "A-1-2"), "A-1-1", by=by, met=sitting(ana, "A-1-1"))
    with pytest.raises(SeatRefused, match="seat of Ana Sample is locked"):
        placing.unseat(plan, [sitting(ana, "A-1-1")], reason="", by=by)

    assert line is not None
    undo.undo(line, by=by)
    assert not Placement.objects.filter(is_locked=True).exists()


@pytest.mark.parametrize(("seat", "words"), [("A-9-9", "no seat A-9-9"), ("A-2-1", "is blocked")])
def test_a_seat_that_is_not_there_or_blocked_is_given_to_nobody(
    plan: Plan, by: Actor, seat: str, words: str
) -> None:
    SeatNote.objects.create(plan=plan, seat="A-2-1", is_blocked=True)

    with pytest.raises(SeatRefused, match=words):
        move(plan, sitting(guest(plan.event)), seat, by=by)

    assert not Placement.objects.exists()


def test_clearing_leaves_the_locked_and_comes_back_whole(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    built.seat(plan, ana, "A-1-1", is_locked=True)
    built.seat(plan, ion, "A-1-2")

    line = placing.clear(plan, revision=0, by=by)

    assert seats(plan) == {"Ana Sample": "A-1-1"}
    assert line is not None
    undo.undo(line, by=by)
    assert seats(plan) == {"Ana Sample": "A-1-1", "Ion Sample": "A-1-2"}


def test_a_step_is_not_taken_back_over_a_later_one(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    first = move(plan, sitting(ana), "A-1-1", by=by)
    other = move(plan, sitting(ion), "A-1-2", by=by)
    move(plan, sitting(ana, "A-1-1"), "A-1-3", by=by)

    with pytest.raises(undo.CannotUndo, match="Ana Sample was given another seat since"):
        undo.undo(first, by=by)
    undo.undo(other, by=by)

    assert seats(plan) == {"Ana Sample": "A-1-3"}


def test_a_step_is_not_taken_back_where_somebody_else_sits_by_now(plan: Plan, by: Actor) -> None:
    ana, ion = guest(plan.event, "Ana Sample"), guest(plan.event, "Ion Sample")
    built.seat(plan, ana, "A-1-1")
    line = placing.unseat(plan, [sitting(ana, "A-1-1")], reason="", by=by)
    move(plan, sitting(ion), "A-1-1", by=by)

    assert line is not None
    with pytest.raises(undo.CannotUndo, match="no longer fits"):
        undo.undo(line, by=by)

    assert seats(plan) == {"Ion Sample": "A-1-1"}


def test_a_step_that_changes_nothing_leaves_no_line(plan: Plan, by: Actor) -> None:
    ana = guest(plan.event, "Ana Sample")
    built.seat(plan, ana, "A-1-1", is_locked=True)

    assert placing.set_locks(plan, None, is_locked=True, by=by) is None
    with transaction.atomic():
        assert steps.take(plan, before=[], after=[], deed="solved", by=by) is None

    assert not AuditLine.objects.filter(code__startswith=steps.SEATS).exists()
