"""Slots of arrival, proposed in reverse order of rank: who ranks first comes last (R89)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from chancery.rules.reasons import Reason, gettext_noop

_FIRST = gettext_noop(
    "Ranks first of the guests: the ceremony begins only when the first in rank is in place, so that person "
    "arrives last."
)
_IN_REVERSE = gettext_noop(
    "Guests arrive in reverse order of rank and are in place %(minutes)s minutes before the ceremony begins."
)
_WITHOUT_PLACE = gettext_noop("Holds no place in the order, so arrives before those who do.")
_HOST = gettext_noop("Is a host, so is there before the first guest.")


@dataclass(frozen=True, slots=True)
class Coming:
    """
    A party as the slots take it.

    `place` counts from 1, None for who holds none; `people` is the guest with the companions.
    """

    id: str
    place: int | None
    people: int = 1
    is_host: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """
    How guests are received.

    Units: minutes, and people a slot. `settled` is how long before the ceremony everybody but the first in
    rank is in place: 10 to 15 minutes by custom. `for_first` is the length of the slot of the first.
    """

    minutes: int = 10
    people: int = 40
    settled: int = 15
    for_first: int = 5


@dataclass(frozen=True, slots=True)
class ProposedSlot:
    """A span of time, half-open, with the ids of the parties awaited in it, the lowest in rank first."""

    starts_at: datetime
    ends_at: datetime
    parties: tuple[str, ...]
    reason: Reason


def proposed_slots(
    coming: Sequence[Coming], *, ceremony_at: datetime, pace: Pace = Pace()
) -> list[ProposedSlot]:
    """
    Propose when each party arrives.

    Shape: slots from the earliest to the last, none of them empty; each party in exactly one. The hosts come
    first, then who holds no place, then the others from the lowest rank to the highest; who ranks first has a
    slot alone that ends when the ceremony begins.
    Ties: parties that share a place are never parted, even where a slot then holds more than `pace.people`;
    who shares the first place arrives together, last. One party of more people than a slot holds has its own.
    Errors: none; nobody in, nothing out.
    Source: R89 (domain rule) in docs/user/arrivals.md.
    """
    hosts = [party for party in coming if party.is_host]
    guests = sorted((party for party in coming if not party.is_host), key=_rank)
    first, others = _first_and_others(guests)
    slots = []
    if first:
        begins = ceremony_at - timedelta(minutes=pace.for_first)
        slots.append(ProposedSlot(begins, ceremony_at, _ids(first), Reason(_FIRST, rule="R89")))
    ends_at = ceremony_at - timedelta(minutes=pace.settled)
    for filled, reason in _filled(others, hosts, pace):
        starts_at = ends_at - timedelta(minutes=pace.minutes)
        slots.append(ProposedSlot(starts_at, ends_at, _ids(filled), reason))
        ends_at = starts_at
    return slots[::-1]


def _rank(party: Coming) -> tuple[bool, int]:
    return (party.place is None, party.place or 0)


def _ids(parties: Sequence[Coming]) -> tuple[str, ...]:
    """The lowest in rank first, as they arrive."""
    return tuple(party.id for party in reversed(parties))


def _first_and_others(guests: Sequence[Coming]) -> tuple[Sequence[Coming], Sequence[Coming]]:
    """Part who ranks first, with who shares the place, from the others; without places nobody is first."""
    if not guests or guests[0].place is None:
        return (), guests
    count = sum(party.place == guests[0].place for party in guests)
    return guests[:count], guests[count:]


def _filled(
    others: Sequence[Coming], hosts: Sequence[Coming], pace: Pace
) -> Iterator[tuple[Sequence[Coming], Reason]]:
    """The slots before that of the first, from the latest back."""
    placed = [party for party in others if party.place is not None]
    without = [party for party in others if party.place is None]
    in_reverse = Reason(_IN_REVERSE, {"minutes": str(pace.settled)}, rule="R89")
    for parties, reason in (
        (placed, in_reverse),
        (without, Reason(_WITHOUT_PLACE, rule="R89")),
        (hosts, Reason(_HOST, rule="R89")),
    ):
        yield from ((filled, reason) for filled in _parted(parties, pace.people))


def _parted(parties: Sequence[Coming], people: int) -> Iterator[list[Coming]]:
    """Part parties, highest first, so that about `people` come in each part; ties stay together."""
    filled: list[Coming] = []
    for _place, tied in groupby(parties, key=lambda party: party.place if party.place else party.id):
        together = list(tied)
        if filled and _people(filled) + _people(together) > people:
            yield filled
            filled = []
        filled = [*filled, *together]
    if filled:
        yield filled


def _people(parties: Sequence[Coming]) -> int:
    return sum(party.people for party in parties)
