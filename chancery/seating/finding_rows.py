"""Whom the door looks for, and where they sit: as the page of the seat finder shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chancery.base.languages import listed
from chancery.directory.queries.search import search
from chancery.rules.names.folding import fold
from chancery.rules.seating.drawing import Drawing, drawing_of
from chancery.seating.documents.lists import state_words, with_whom
from chancery.seating.documents.seated import SeatedPlan, Sitting
from chancery.seating.queries.sitters import Seated
from chancery.seating.seat_faces import Face
from chancery.seating.wording import place_words

AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class FoundSeat:
    """Somebody who was looked for; `place` is the sentence where there is no seat, `changed_at` None then."""

    key: str
    name: str
    lines: Sequence[str]
    place: str
    plan: str
    has_seat: bool
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """The seat of one of those found in the room as drawn."""

    found: FoundSeat
    drawing: Drawing
    faces: Mapping[str, Face]


def found_in(plan: SeatedPlan, text: str, *, plan_name: str) -> list[FoundSeat]:
    """
    Look for somebody among all who are to be seated, by any spelling of the name, office or state.

    Shape: whose name begins with what was typed first, then by the closeness of other spellings; at most
    `AT_ONCE`. Nothing for a text without letters.
    """
    wanted = fold(text).split()
    if not wanted:
        return []
    hits = search(plan.event.organiser, text, kinds=("person",), limit=3 * AT_ONCE)
    near = {hit.object_id: number for number, hit in enumerate(hits, start=1)}
    ranked = [
        (rank, each.sitter.number, each)
        for each in plan.loaded.everybody
        if (rank := _rank(plan, each, wanted, near)) is not None
    ]
    places = {sitting.sitter.id: sitting for sitting in plan.sittings}
    ranked.sort(key=lambda one: one[:2])
    return [_found(plan, each, places.get(each.sitter.id), plan_name) for *_rank_, each in ranked[:AT_ONCE]]


def _rank(plan: SeatedPlan, each: Seated, wanted: Sequence[str], near: Mapping[int, int]) -> int | None:
    """0 where each word begins a part of what is known of somebody, else how near the directory is."""
    entry = each.entry
    known = [each.sitter.name, each.who.sort_name if not each.member else "", with_whom(each)]
    known += [*entry.title.values(), *entry.body.values()] if entry and not each.member else []
    parts = [part for text in (*known, state_words(each, plan.language)) for part in fold(text).split()]
    if all(any(part.startswith(word) for part in parts) for word in wanted):
        return 0
    return near.get(each.person) if each.person else None


def _found(plan: SeatedPlan, each: Seated, sitting: Sitting | None, plan_name: str) -> FoundSeat:
    placement = plan.loaded.placements.get(each.sitter.id) if sitting else None
    lines = [with_whom(each), plan.office(sitting) if sitting else "", state_words(each, plan.language)]
    return FoundSeat(
        key=each.sitter.id,
        name=each.sitter.name,
        lines=[line for line in lines if line],
        place=place_words(sitting.unit, sitting.seat) if sitting else _("No seat yet: ask the office."),
        plan=plan_name,
        has_seat=sitting is not None,
        changed_at=placement.given_at if placement else None,
    )


def shown(plan: SeatedPlan, found: FoundSeat) -> ShownSeat | None:
    """The room with the seat of one person marked; None for somebody without a seat."""
    seat = plan.loaded.placing.get(found.key)
    if seat is None:
        return None
    words = listed([found.place, found.name])
    return ShownSeat(found, drawing_of(plan.room), {seat: Face(words=words, is_chosen=True)})
