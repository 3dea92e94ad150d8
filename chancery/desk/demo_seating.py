"""
The seating of the demo: a hall with rows for the concert, a room with tables for the supper after it.

Rooms, wishes, plans and hand moves come by the same actions as in the office; everybody is a sample.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chancery.base.audit import Actor
from chancery.events.models import Event, Part, Participation, Place
from chancery.seating import proposals
from chancery.seating.actions import notes, placing, plans, printing, rooms, solving, wishes
from chancery.seating.documents import printed
from chancery.seating.hand import sittings_of
from chancery.seating.models import Plan, Printing, Room, Wish
from chancery.seating.queries.changes import basis_of
from chancery.seating.queries.loading import LoadedPlan, loaded

HALL: dict[str, Any] = {
    "width": 1400,
    "depth": 1300,
    "furniture": [
        {"id": "S", "kind": "stage", "x": 700, "y": 130, "width": 800, "depth": 220},
        {"id": "P", "kind": "steps", "x": 1150, "y": 200, "width": 90, "depth": 80},
        {"id": "L", "kind": "lectern", "x": 420, "y": 150, "width": 60, "depth": 45},
        {"id": "A", "kind": "rows", "x": 700, "y": 700, "rows": 6, "seats": 12, "aisles_after": [6]},
        {"id": "D", "kind": "guests-door", "x": 700, "y": 1290, "width": 180, "depth": 20},
    ],
    "seats": {"A-6-1": {"wheelchair": True}, "A-6-12": {"wheelchair": True}},
}
SUPPER: dict[str, Any] = {
    "width": 1400,
    "depth": 1100,
    "furniture": [
        {"id": "H", "kind": "long", "x": 700, "y": 270, "side_seats": 4, "label": "Long table"},
        {"id": "T1", "kind": "round", "x": 380, "y": 740, "seats": 8, "diameter": 160, "label": "1"},
        {"id": "T2", "kind": "round", "x": 1020, "y": 740, "seats": 8, "diameter": 160, "label": "2"},
        {"id": "D", "kind": "guests-door", "x": 700, "y": 1090, "width": 160, "depth": 20},
        {"id": "W", "kind": "window", "x": 10, "y": 450, "width": 20, "depth": 320},
    ],
    "seats": {},
}
PART = "sample-supper"
# Who changes places by hand at the supper after the cards were printed, and why.
BY_HAND = (
    ("thomas-vorlage", "nicolae-macheta", "They play in the same amateur quartet."),
    ("elena-schita", "marta-ejemplar", "Both speak Spanish."),
)


def seat_samples(event: Event, *, by: Actor, at: datetime) -> None:
    """Draw the two rooms, write the wishes, and seat everybody who has accepted."""
    hall, supper = _rooms(event, by)
    _wishes(event, by)
    concert = _plan(event, hall, by, name="", couples=Plan.Couples.TOGETHER, numbered_rows=2)
    _by_form(concert, by, at)
    dinner = _plan(event, supper, by, name="Supper", part=Part.objects.get(event=event, ref=PART))
    _by_form(dinner, by, at)
    notes.note_seat(
        dinner,
        "T2-8",
        is_blocked=False,
        band="ministers",
        captions={"en": "Reserved", "ro": "Rezervat"},
        by=by,
    )
    _print_cards(dinner, by, at)
    for one, other, reason in BY_HAND:
        _change_places(dinner, one, other, reason, by, at)


def _rooms(event: Event, by: Actor) -> tuple[Room, Room]:
    place = Place.objects.filter(organiser=event.organiser, ref="sample-music-hall").first()
    names = {"en": "Concert hall (sample)", "ro": "Sala de concerte (exemplu)"}
    hall = Room(organiser=event.organiser, ref="sample-concert-hall", names=names, place=place)
    names = {"en": "Supper room (sample)", "ro": "Sala cinei (exemplu)"}
    supper = Room(organiser=event.organiser, ref="sample-supper-room", names=names, place=place)
    return rooms.make_room(hall, HALL, by=by), rooms.make_room(supper, SUPPER, by=by)


def _wishes(event: Event, by: Actor) -> None:
    asked: Sequence[tuple[str, str, str, str]] = (
        ("beside", "ayten-numuneli", "ioana-mustrescu", "They translate the songs together."),
        ("not-beside", "thomas-vorlage", "helene-exemple-de-la-tour-modele", "They sat together last year."),
        ("at-aisle", "elena-schita", "", "Leaves before the encore."),
    )
    for kind, one, other, reason in asked:
        wish = Wish(event=event, kind=kind, guest=_guest(event, one), reason=reason)
        wish.other = _guest(event, other) if other else None
        wishes.add_wish(wish, by=by)


def _guest(event: Event, ref: str) -> Participation:
    return Participation.objects.get(event=event, ref__in=(ref, f"sample-{ref}"))


def _plan(event: Event, room: Room, by: Actor, **settings: Any) -> Plan:
    return plans.make_plan(Plan(event=event, room=room, **settings), by=by)


def _now(plan: Plan) -> LoadedPlan:
    plan.refresh_from_db()
    return loaded(plan, language="en", may_read_apart=False)


def _by_form(plan: Plan, by: Actor, at: datetime) -> None:
    proposal = proposals.proposed(_now(plan), "formed")
    solving.take(plan, proposal.made, revision=plan.revision, by=by, at=at)


def _print_cards(plan: Plan, by: Actor, at: datetime) -> None:
    """The place cards lie ready before the last changes, so that some of them are to be printed again."""
    plan.refresh_from_db()
    paper = Printing.Paper.PLACE_CARDS
    run = printed.run_of(printed.seated_plan(plan), paper, is_all=True)
    printing.note_printing(plan, paper=paper, cards=run.cards, by=by, now=at)


def _change_places(plan: Plan, one: str, other: str, reason: str, by: Actor, at: datetime) -> None:
    """Let two guests change places by hand, where both have one."""
    now = _now(plan)
    people = sittings_of(now, now.placing)
    who, met = (people.get(f"{_guest(plan.event, ref).code}.0") for ref in (one, other))
    if who and met and who.seat and met.seat:
        placing.move(plan, who, met.seat, met=met, basis=basis_of(now), reason=reason, by=by, at=at)
