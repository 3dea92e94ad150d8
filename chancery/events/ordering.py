"""The order of an event: who takes part becomes values of the rules, which give places with reasons."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from django.utils.translation import get_language

from chancery.base.languages import wording
from chancery.events.models import Event, Participation
from chancery.events.participants import Participant, Post, participants_of
from chancery.precedence import queries as profiles
from chancery.precedence.models import GroupPlace, Move, Ordering
from chancery.rules import precedence as rules
from chancery.rules.dates import PartialDate
from chancery.rules.reasons import Reason

# Capacities in which somebody is placed. Who plays a part is placed by it; a guest who also speaks stays the
# guest of the list: the same person is placed once, in the first of these.
PLACED = (
    Participation.Capacity.HOST,
    Participation.Capacity.PRESIDING,
    Participation.Capacity.GUEST_OF_HONOUR,
    Participation.Capacity.GUEST,
    Participation.Capacity.PRESS,
    Participation.Capacity.SPEAKER,
)
_PLACED_FIRST: dict[str, int] = {capacity: number for number, capacity in enumerate(PLACED)}
_NO_WORDING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One place of the order.

    `ref` is that of the participation; `place` is None for somebody who holds no place. `title` is the
    capacity as printed for the event, else the title of `post`, the office that counts.
    """

    ref: str
    who: Participant
    place: int | None
    is_tied: bool
    rank: str
    reasons: Sequence[Reason]
    title: Mapping[str, str]
    body: Mapping[str, str]
    state: str
    post: Post | None

    @property
    def is_open(self) -> bool:
        """Whether the known facts leave something of the place undecided."""
        return any(reason.is_open for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class EventOrder:
    """
    The order of an event, highest first, with the values it was computed from.

    `notes` concern the list as a whole; `participants` is everybody, also those who are not placed;
    `as_of` is the day whose offices count.
    """

    entries: Sequence[Entry]
    notes: Sequence[Reason]
    profile: rules.Profile
    by_ref: Mapping[str, Entry]
    participants: Sequence[Participant]
    guests: Sequence[rules.Guest]
    places: rules.Order
    as_of: date | None

    def of(self, ref: str) -> Entry | None:
        """Return the entry of a participation, None for one whom the order does not hold."""
        return self.by_ref.get(ref)


def order_of(event: Event, *, trial: Move | None = None, as_of: date | None = None) -> EventOrder:
    """
    Compute the order of an event by its own settings, by a fixed number of queries.

    Names and reasons are written for the reader. `trial` is a place given by hand that is not saved yet; it
    stands for a saved one of the same guest. `as_of` asks for the offices of another day than that of the
    settings.
    """
    ordering, language = event.ordering, get_language() or "en"
    saved = Move.objects.filter(ordering=ordering).order_by("id")
    moves = [move for move in saved if trial is None or move.subject != trial.subject]
    profile = profiles.profile_for(ordering)
    everybody = participants_of(event, language)
    guests = tuple(guests_from(everybody))
    moved = tuple(_move(move) for move in [*moves, *([trial] if trial else [])])
    ceremony = replace(ceremony_of(event, language), as_of=as_of or day_of_order(event))
    order = _computed(guests, profile, ceremony, moved)
    entries = _entries(order, everybody)
    return EventOrder(
        entries=entries,
        notes=order.notes,
        profile=profile,
        by_ref={entry.ref: entry for entry in entries},
        participants=everybody,
        guests=guests,
        places=order,
        as_of=ceremony.as_of,
    )


@lru_cache(maxsize=8)
def _computed(
    guests: tuple[rules.Guest, ...],
    profile: rules.Profile,
    ceremony: rules.Ceremony,
    moves: tuple[rules.Move, ...],
) -> rules.Order:
    """
    Order guests, once for the same facts.

    The key is everything the order is computed from, loaded anew for each page: an order is never older than
    the facts, and comparing 500 guests takes a thirtieth of ordering them.
    """
    return rules.order(guests, profile=profile, ceremony=ceremony, moves=moves)


def ceremony_of(event: Event, language: str) -> rules.Ceremony:
    """Return what the order of an event is computed for; groups are named for a reader of `language`."""
    ordering: Ordering = event.ordering
    return rules.Ceremony(
        host_state=ordering.host_state,
        places=tuple(place for place in (ordering.place, ordering.region) if place),
        house=rules.House(ordering.house),
        act=rules.Act(ordering.act),
        organiser=rules.Organiser(ordering.organised_by),
        on=event.held_on,
        as_of=day_of_order(event),
        language=ordering.language,
        seed=ordering.lot,
        lists=tuple(ordering.lists),
        group_places=tuple(_group_places(ordering, language)),
        is_host_state_first=ordering.is_host_state_first,
    )


def _group_places(ordering: Ordering, language: str) -> Iterable[rules.GroupPlace]:
    places = GroupPlace.objects.filter(ordering=ordering).select_related("group").order_by("pk")
    for place in places:
        name = wording(place.group.names, language).text
        yield rules.GroupPlace(name, rules.Side(place.side), place.rank)


def guests_from(everybody: Sequence[Participant]) -> list[rules.Guest]:
    """Return those who are placed as the rules take them, each person once."""
    placed = _placed(everybody)
    refs = {who.person: who.ref for who in placed if who.person}
    by_key = {who.key: who for who in everybody}
    return [_guest(who, refs, by_key) for who in placed]


def _placed(everybody: Iterable[Participant]) -> list[Participant]:
    chosen: dict[tuple[str, int], Participant] = {}
    for who in everybody:
        if who.capacity not in _PLACED_FIRST:
            continue
        key = ("person", who.person) if who.person else ("row", who.key)
        held = chosen.get(key)
        if held is None or _PLACED_FIRST[who.capacity] < _PLACED_FIRST[held.capacity]:
            chosen[key] = who
    return sorted(chosen.values(), key=lambda who: who.key)


def _guest(who: Participant, refs: Mapping[int, str], by_key: Mapping[int, Participant]) -> rules.Guest:
    partner = who.partner
    spouse_of = refs.get(partner.person, "") if partner else ""
    return rules.Guest(
        id=who.ref,
        name=who.name,
        state=who.state,
        offices=_offices(who),
        group=who.group,
        spouse_of=spouse_of,
        partner_office=partner.held.office if partner and partner.held and not spouse_of else None,
        is_widowed=partner is not None and partner.has_died,
        represents=_represented(by_key.get(who.represents)) if who.represents else None,
        represents_as=rules.StandIn(who.represents_as),
        is_host=who.capacity == Participation.Capacity.HOST,
        yields=rules.Yielding(who.yields),
        presides=who.capacity == Participation.Capacity.PRESIDING,
        is_guest_of_honour=who.capacity == Participation.Capacity.GUEST_OF_HONOUR,
        list_name=who.list_name,
        accepted_at=_day(who),
    )


def _day(who: Participant) -> PartialDate | None:
    return PartialDate.parse(f"{who.accepted_at:%Y-%m-%dT%H:%M}") if who.accepted_at else None


def _offices(who: Participant) -> tuple[rules.HeldOffice, ...]:
    """The offices of a person, or only the one the plan fixes; a vacant office stands for itself."""
    if who.person is None:
        return (who.post.vacant,) if who.post else ()
    fixed = [held for held in who.held if who.post and held.post.key == who.post.key]
    return tuple(held.office for held in (fixed or who.held))


def _represented(who: Participant | None) -> rules.HeldOffice | None:
    return next(iter(_offices(who)), None) if who else None


def _move(move: Move) -> rules.Move:
    return rules.Move(
        guest=move.subject, reason=move.reason, neighbour=move.neighbour, side=rules.Side(move.side)
    )


def _entries(order: rules.Order, everybody: Iterable[Participant]) -> list[Entry]:
    people = {who.ref: who for who in everybody}
    sharing = Counter(ranked.place for ranked in order)
    return [
        _entry(people[ranked.guest], ranked, is_tied=ranked.place is not None and sharing[ranked.place] > 1)
        for ranked in order
    ]


def _entry(who: Participant, ranked: rules.Ranked, *, is_tied: bool) -> Entry:
    post = _counting_post(who, ranked.office)
    return Entry(
        ref=who.ref,
        who=who,
        place=ranked.place,
        is_tied=is_tied,
        rank=ranked.rank,
        reasons=ranked.reasons,
        title=who.printed or (post.titles if post else _NO_WORDING),
        body=post.body if post else who.body,
        state=(post.state if post else who.body_state) or who.state,
        post=post,
    )


def _counting_post(who: Participant, counted: rules.HeldOffice | None) -> Post | None:
    """Return the office that counted, as the directory holds it."""
    if who.post:
        return who.post
    for held in who.held:
        if counted and (held.office.title, held.office.begins) == (counted.title, counted.begins):
            return held.post
    return who.held[0].post if who.held else None


def profile_of(event: Event) -> rules.Profile:
    """The profile an event's order follows."""
    return profiles.profile_for(event.ordering)


def day_of_order(event: Event) -> date | None:
    """The day whose offices count: the one fixed for the order, else that of the event."""
    return event.ordering.as_of_on or event.held_on
