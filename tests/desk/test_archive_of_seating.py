"""Rooms, wishes and plans travel with their event; who is kept apart stays in the house."""

from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event, GuestCategory
from chancery.seating.models import Apart, Placement, Plan, Printing, Room, SeatNote, Wish
from tests import make

FILE = "seating.toml"
LAYOUT = {
    "width": 1200,
    "depth": 900,
    "furniture": [
        {"id": "T1", "kind": "round", "x": 412.5, "y": 300, "turned": 0, "seats": 8, "diameter": 150},
        {"id": "D", "kind": "guests-door", "x": 0, "y": 450.0, "label": "Ə"},
    ],
    "seats": {"T1-4": {"blocked": True}, "T1-5": {"wheelchair": True, "zone": "press"}},
}


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


@pytest.fixture
def event(office: Organiser) -> Event:
    """A dinner with a chosen plan and a variant, both with seats."""
    event = make.event(office, "Dinner")
    one, other = (make.participation(event, make.person(office, name)) for name in ("Ana One", "Ion Other"))
    category = GuestCategory.objects.create(event=event, ref="press", names={"en": "Press"})
    place = make.place(office)
    room = Room.objects.create(
        organiser=office, names={"en": "Great hall"}, place=place, layout=LAYOUT, revision=3
    )
    Wish.objects.create(event=event, kind="beside", guest=one, other=other, weight=8, reason="Both paint.")
    Wish.objects.create(event=event, kind="in-zone", category=category, where="press", is_hard=True)
    for number, is_chosen in ((1, False), (2, True)):
        plan = Plan.objects.create(
            event=event,
            number=number,
            is_chosen=is_chosen,
            room=room,
            room_revision=3,
            layout=LAYOUT,
            host=one,
            importance=["apart", "language"],
            based_on={f"{one.code}.0": 1, f"{other.code}.0": 2, f"{other.code}.1": None},
            outcome={"cost": 12},
        )
        SeatNote.objects.create(plan=plan, seat="T1-7", band="ministers", captions={"en": "Reserved"})
        Placement.objects.create(plan=plan, participation=one, seat="T1-1", place=1)
        Placement.objects.create(
            plan=plan, participation=other, seat="T1-2", given="hand", reason="A friend.", is_locked=True
        )
        Placement.objects.create(plan=plan, participation=other, member=1, seat="T1-3")
    return event


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_seating_comes_out_of_an_empty_installation_as_it_went_in(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(second, tmp_path / "two")

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    plan = Plan.objects.get(event=second, is_chosen=True)
    assert plan.layout == LAYOUT
    assert plan.room.organiser == empty
    assert list(plan.placements.order_by("pk").values_list("seat", "member", "reason")) == [
        ("T1-1", 0, ""),
        ("T1-2", 0, "A friend."),
        ("T1-3", 1, ""),
    ]


def test_a_plan_knows_in_another_installation_on_which_places_it_was_based(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")
    empty = office_for(tmp_path / "one")

    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event

    codes = dict(second.participations.values_list("person__names__printed", "code"))
    assert Plan.objects.get(event=second, number=1).based_on == {
        f"{codes['Ana One']}.0": 1,
        f"{codes['Ion Other']}.0": 2,
        f"{codes['Ion Other']}.1": None,
    }


def test_a_seating_loaded_where_it_came_from_changes_nothing(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    lines = AuditLine.objects.count()

    again = load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))

    assert (again.created, again.changed, AuditLine.objects.count()) == (0, 0, lines)


def test_pairs_kept_apart_what_the_search_told_and_what_was_printed_stay_in_the_house(
    event: Event, tmp_path: Path
) -> None:
    plan = Plan.objects.get(event=event, is_chosen=True)
    plan.outcome = {"conflicts": [["apart:XA-XB"]]}
    plan.save()
    people = [guest.person for guest in event.participations.order_by("pk")]
    Apart.objects.create(organiser=event.organiser, person=people[0], other_person=people[1])
    Printing.objects.create(
        plan=plan, paper="place-cards", number=1, printed_at="2027-03-04T09:00Z", cards={"x.0": ["T1-1"]}
    )

    write_event(event, tmp_path)

    written = b"".join(texts(tmp_path).values()).decode()
    assert "XA" not in written
    assert "[[apart]]" not in written
    assert "printing" not in written


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('seat = "T1-2"', 'seat = "T1-1"', "plan 1 .*: two placements are for one seat"),
        ("number = 2", "number = 1", "two plans have one number"),
        ('kind = "round"', 'kind = "square"', "field “layout”: T1 is of the kind “square”"),
        ("weight = 8", 'weight = "much"', "“much” does not fit; write a whole number"),
    ],
)
def test_a_seating_that_contradicts_itself_is_told(
    event: Event, tmp_path: Path, before: str, after: str, said: str
) -> None:
    write_event(event, tmp_path)
    told = (tmp_path / FILE).read_text()
    assert before in told
    (tmp_path / FILE).write_text(told.replace(before, after))
    plans = list(Plan.objects.order_by("pk").values_list("number", flat=True))

    with pytest.raises(UnreadableFolder, match=said):
        load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))

    assert list(Plan.objects.order_by("pk").values_list("number", flat=True)) == plans
