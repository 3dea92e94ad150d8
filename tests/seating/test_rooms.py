"""Rooms are drawn, copied and deleted with their history, and plans see that they changed."""

from typing import Any

import pytest

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.rules.seating.layout import LayoutRefused, empty_layout
from chancery.seating.actions import rooms as actions
from chancery.seating.models import Room
from tests import make
from tests.seating import built

pytestmark = pytest.mark.django_db


def drawn(seats: int = 8, **notes: Any) -> dict[str, Any]:
    table = {"id": "T", "kind": "round", "x": 400, "y": 300, "seats": seats}
    return {"width": 800, "depth": 600, "furniture": [table], "seats": notes}


@pytest.fixture
def room() -> Room:
    return built.room(make.organiser())


@pytest.fixture
def by(room: Room) -> Actor:
    return Actor(room.organiser_id)


def test_a_drawing_is_saved_with_its_line_and_the_revision_rises(room: Room, by: Actor):
    actions.save_layout(room, drawn(), by=by)

    room.refresh_from_db()
    assert (room.layout, room.revision) == (drawn(), 1)
    assert [line.code for line in audit.lines_of(room)] == ["seating.room.changed"]


def test_the_same_drawing_is_no_change(room: Room, by: Actor):
    actions.save_layout(room, drawn(), by=by)
    actions.save_layout(room, drawn(), by=by)

    assert (room.revision, audit.lines_of(room).count()) == (1, 1)


def test_notes_of_seats_that_are_gone_go_with_them(room: Room, by: Actor):
    notes = {"T-8": {"blocked": True}, "T-1": {"wheelchair": True}}

    actions.save_layout(room, drawn(seats=4) | {"seats": notes}, by=by)

    room.refresh_from_db()
    assert room.layout["seats"] == {"T-1": {"wheelchair": True}}


def test_what_is_no_room_is_not_saved(room: Room, by: Actor):
    with pytest.raises(LayoutRefused):
        actions.save_layout(room, drawn(seats=900), by=by)

    room.refresh_from_db()
    assert (room.layout, AuditLine.objects.count()) == (built.ROWS, 0)


def test_a_drawing_made_on_an_older_one_is_refused(room: Room, by: Actor):
    actions.save_layout(room, drawn(), by=by)

    with pytest.raises(actions.RoomChangedSince, match="changed by somebody else"):
        actions.save_layout(room, drawn(seats=5), by=by, since=0)

    room.refresh_from_db()
    assert room.layout == drawn()


def test_undo_brings_the_drawing_back_and_raises_the_revision_again(room: Room, by: Actor):
    actions.save_layout(room, drawn(), by=by)
    actions.save_layout(room, drawn(seats=4), by=by)
    later, first = list(audit.lines_of(room))

    undo.undo(later, by=by)
    undo.undo(first, by=by)

    room.refresh_from_db()
    assert (room.layout, room.revision) == (built.ROWS, 4)


def test_a_copy_has_the_furniture_and_says_that_it_is_one(room: Room, by: Actor):
    copied = actions.copy_room(room, by=by)

    assert (copied.names, copied.layout) == ({"en": "Copy of Great Hall"}, built.ROWS)
    assert copied.code != room.code


def test_a_room_that_a_plan_uses_is_not_deleted(room: Room, by: Actor):
    built.plan(make.event(room.organiser), room=room)

    with pytest.raises(actions.RoomInUse, match="is used by plans of"):
        actions.delete_room(room, by=by)

    assert Room.objects.filter(pk=room.pk).exists()


def test_a_deleted_room_comes_back_by_undo(room: Room, by: Actor):
    key = room.pk
    actions.delete_room(room, by=by)
    undo.undo(AuditLine.objects.get(), by=by)

    assert Room.objects.get(pk=key).layout == built.ROWS


def test_a_new_room_keeps_what_it_was_given(by: Actor):
    new = Room(organiser_id=by.organiser_id, names={"en": "Small Hall"})

    actions.make_room(new, empty_layout(600, 500), by=by)

    assert Room.objects.get(pk=new.pk).layout == empty_layout(600, 500)
