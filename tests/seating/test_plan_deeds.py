"""Plans are made, copied, chosen, changed and deleted, and each of it is taken back."""

import pytest

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.seating.actions import notes, plans
from chancery.seating.models import Plan, Printing, SeatNote
from tests import make
from tests.conftest import People
from tests.guests.built import guest
from tests.seating import built


@pytest.fixture
def by(people: People) -> Actor:
    return make.actor(people.office, people.owner)


@pytest.fixture
def plan(people: People) -> Plan:
    """A plan with one guest seated, a note and a printing."""
    made = built.plan(make.event_of(people.office), is_chosen=True, name="With aisle")
    built.seat(made, guest(made.event, "Ana Sample"), "A-1-3", is_locked=True, reason="as asked")
    SeatNote.objects.create(plan=made, seat="A-2-1", band="ministers", captions={"en": "Reserved"})
    Printing.objects.create(plan=made, paper="place-cards", number=1, printed_at="2026-01-01T00:00Z")
    return made


def chosen(plan: Plan) -> list[int]:
    return [one.number for one in Plan.objects.filter(event=plan.event, is_chosen=True).order_by("number")]


def test_the_first_plan_is_chosen_and_takes_the_drawing(people: People, by: Actor) -> None:
    event, room = make.event_of(people.office), built.room(people.office, revision=4)

    first = plans.make_plan(Plan(event=event, room=room), by=by)
    second = plans.make_plan(Plan(event=event, room=room), by=by)

    assert (first.number, second.number, chosen(first)) == (1, 2, [1])
    assert (first.layout, first.room_revision) == (room.layout, 4)


def test_a_new_plan_is_taken_back_until_seats_are_given(people: People, by: Actor) -> None:
    plan = plans.make_plan(Plan(event=make.event_of(people.office), room=built.room(people.office)), by=by)
    made = audit.lines_of(plan)[0]
    notes.note_seat(plan, "A-1-1", is_blocked=True, band="", captions={}, by=by)

    with pytest.raises(undo.CannotUndo, match="delete it instead"):
        undo.undo(made, by=by)
    Plan.objects.update(revision=0)
    undo.undo(made, by=by)

    assert not Plan.objects.exists()


def test_a_copy_holds_seats_and_notes_and_is_a_variant(plan: Plan, by: Actor) -> None:
    made = plans.copy_plan(plan, name="Without aisle", by=by)

    row = made.placements.get()
    assert (made.number, made.name, made.is_chosen, made.layout) == (2, "Without aisle", False, plan.layout)
    assert (row.seat, row.is_locked, row.reason) == ("A-1-3", True, "as asked")
    assert made.seat_notes.get().captions == {"en": "Reserved"}
    assert not made.printings.exists()
    assert (plan.placements.count(), plan.seat_notes.count()) == (1, 1)
    undo.undo(audit.lines_of(made)[0], by=by)
    assert list(Plan.objects.all()) == [plan]


def test_choosing_a_plan_gives_up_the_other_and_comes_back(plan: Plan, by: Actor) -> None:
    other = built.plan(plan.event, room=plan.room)

    with audit.collected() as lines:
        plans.choose_plan(other, by=by)

    assert chosen(plan) == [2]
    undo.undo_together(lines, by=by)
    assert chosen(plan) == [1]


def test_a_deleted_plan_comes_back_whole(plan: Plan, by: Actor) -> None:
    with audit.collected() as lines:
        plans.delete_plan(plan, by=by)

    assert not Plan.objects.exists()
    undo.undo_together(lines, by=by)
    back = Plan.objects.get()
    assert (back.pk, back.name, back.is_chosen, back.layout) == (plan.pk, "With aisle", True, plan.layout)
    row = back.placements.get()
    assert (row.seat, row.is_locked, row.reason, row.participation.name_printed) == (
        "A-1-3",
        True,
        "as asked",
        "Ana Sample",
    )
    assert back.seat_notes.get().band == "ministers"
    assert back.printings.get().number == 1


def test_in_another_room_whoever_has_no_seat_there_stands_up_and_comes_back(plan: Plan, by: Actor) -> None:
    small = {"width": 400, "depth": 400, "furniture": [], "seats": {}}
    plan.room = built.room(plan.event.organiser, "Salon", layout=small, ref="salon")

    with audit.collected() as lines:
        stood_up = plans.change_plan(plan, by=by)

    plan.refresh_from_db()
    assert (stood_up, plan.layout, plan.placements.count()) == (1, small, 0)
    undo.undo_together(lines, by=by)
    plan.refresh_from_db()
    assert (plan.layout, plan.placements.get().seat) == (built.ROWS, "A-1-3")


def test_the_drawing_of_the_room_is_taken_anew_only_when_asked_for(plan: Plan, by: Actor) -> None:
    drawn = built.ROWS | {"furniture": [built.ROWS["furniture"][1] | {"seats": 2}]}
    plan.room.layout, plan.room.revision = drawn, 1
    plan.room.save()

    stood_up = plans.take_room(plan, by=by)

    plan.refresh_from_db()
    assert (stood_up, plan.room_revision, plan.placements.count()) == (1, 1, 0)
    undo.undo(audit.lines_of(plan)[0], by=by)
    plan.refresh_from_db()
    assert (plan.room_revision, plan.layout, plan.placements.count()) == (0, built.ROWS, 1)


def test_a_seat_on_which_somebody_sits_is_not_blocked(plan: Plan, by: Actor) -> None:
    with pytest.raises(notes.SeatTaken):
        notes.note_seat(plan, "A-1-3", is_blocked=True, band="", captions={}, by=by)

    assert not SeatNote.objects.filter(seat="A-1-3").exists()


def test_a_note_that_says_nothing_is_taken_away(plan: Plan, by: Actor) -> None:
    with audit.collected() as lines:
        notes.note_seat(plan, "A-2-1", is_blocked=False, band="", captions={}, by=by)

    assert not SeatNote.objects.exists()
    undo.undo_together(lines, by=by)
    assert SeatNote.objects.get().captions == {"en": "Reserved"}
