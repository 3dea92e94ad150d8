"""The slots of an event as their page lists them: each with the guests in the order in which they arrive."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.base.parts import Column
from chancery.base.reasons import in_words
from chancery.base.rows import Cell, Group, Person, Row, Text
from chancery.door import arrival_words as words
from chancery.door.models import Slot
from chancery.door.queries.awaited import Arrivals, Awaited
from chancery.door.queries.clock import begins_at
from chancery.events.access import EventOffice
from chancery.events.addresses import address_of_each
from chancery.events.models import Participation
from chancery.events.order_rows import NO_PLACE, place_in_words
from chancery.rules.door.slots import Coming, Pace, ProposedSlot, proposed_slots


@dataclass(frozen=True, slots=True)
class ListedSlot:
    """One slot with how many parties and people it holds; `slot` is None for who has none."""

    slot: Slot | None
    words: str
    parties: int
    people: int


def proposal_for(arrivals: Arrivals, pace: Pace) -> list[ProposedSlot]:
    """Propose the slots of an event; none where its day or time is not known."""
    ceremony_at = begins_at(arrivals.event)
    if ceremony_at is None:
        return []
    return proposed_slots([coming_of(each) for each in arrivals.parties], ceremony_at=ceremony_at, pace=pace)


def coming_of(each: Awaited) -> Coming:
    """A party as the slots take it."""
    is_host = each.who.capacity in (Participation.Capacity.HOST, Participation.Capacity.PRESIDING)
    place = each.entry.place if each.entry else None
    return Coming(each.who.code, place, people=each.people, is_host=is_host)


def in_order_of_arrival(arrivals: Arrivals) -> dict[int | None, list[Awaited]]:
    """The parties of each slot, the lowest in rank first; under None who has no slot."""
    found: defaultdict[int | None, list[Awaited]] = defaultdict(list)
    for each in reversed(arrivals.parties):
        found[each.manner.slot].append(each)
    return dict(found)


def listed(arrivals: Arrivals) -> list[ListedSlot]:
    """The slots in their order, and last who has none."""
    by_slot = in_order_of_arrival(arrivals)
    lines = [_listed(slot, by_slot.get(key, [])) for key, slot in arrivals.slots.items()]
    without = by_slot.get(None, [])
    return [*lines, _listed(None, without)] if without and lines else lines


def _listed(slot: Slot | None, parties: Sequence[Awaited]) -> ListedSlot:
    name = words.slot_words(slot) if slot else _("Without a slot")
    return ListedSlot(slot, name, len(parties), sum(each.people for each in parties))


def columns() -> list[Column]:
    """The heads of the columns, the place aside."""
    return [Column(_("Guest")), Column(_("Door")), Column(_("Greeted and escorted")), Column(_("If late"))]


def rows(office: EventOffice, arrivals: Arrivals, language: str) -> list[Row | Group]:
    """Everybody under the slot in which they arrive."""
    by_slot, url_of = in_order_of_arrival(arrivals), address_of_each(office, "door:arrival")
    lines: list[Row | Group] = []
    for key, slot in [*arrivals.slots.items(), (None, None)]:
        if parties := by_slot.get(key):
            lines.append(Group(words.slot_words(slot) if slot else _("Without a slot")))
            lines += [_row(each, arrivals, language, url_of(each.who.code)) for each in parties]
    return lines


def _row(each: Awaited, arrivals: Arrivals, language: str, url: str) -> Row:
    entry, manner = each.entry, each.manner
    at = _("at %(time)s") % {"time": f"{manner.awaited_at:%H:%M}"} if manner.awaited_at else ""
    cells: list[Cell] = [
        Person(
            each.who.name,
            url=url,
            office=words.office_words(each, language),
            state=entry.state.lower() if entry else "",
            note=at,
        ),
        Text(arrivals.door_name(manner.door)),
        Text(words.company_words(manner, arrivals)),
        Text(manner.late_place),
    ]
    return Row(each.who.code, each.who.name, cells, place=place_in_words(entry) if entry else NO_PLACE)


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One proposed slot in words: when, why, and who arrives in it."""

    span: str
    why: str
    people: int
    names: Sequence[str]


def shown(proposed: Sequence[ProposedSlot], arrivals: Arrivals) -> list[ShownProposal]:
    """Proposed slots as the page shows them before they are taken."""
    by_code = {each.who.code: each for each in arrivals.parties}
    return [
        ShownProposal(
            span="–".join(words.clock_words(at, arrivals.zone) for at in (one.starts_at, one.ends_at)),
            why=in_words(one.reason),
            people=sum(by_code[code].people for code in one.parties),
            names=[by_code[code].who.name for code in one.parties],
        )
        for one in proposed
    ]
