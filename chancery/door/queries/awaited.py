"""Who is awaited at an event, in the order of rank, and who is here: by a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from chancery.door.models import ArrivalPlan, Door, Presence, Slot
from chancery.door.queries.clock import begins_at, is_over, moment_at
from chancery.door.queries.doors import doors_of
from chancery.door.queries.seats import seats_of
from chancery.events.models import Event, Participation
from chancery.events.ordering import Entry, EventOrder, order_of
from chancery.events.participants import Participant
from chancery.guests.models import Standing
from chancery.guests.queries.parties import ALONE, Party, parties_of, reply_of
from chancery.rules.door.awaiting import Known, Where, minutes_late, where_of

_STAY_AWAY = frozenset({Standing.REGRETTED, Standing.WITHDRAWN, Standing.REPRESENTED})
_COME = frozenset({Standing.ACCEPTED, Standing.WALK_IN})
HERE = frozenset({Where.HERE, Where.GONE})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a guest is awaited, as the office planned it and as it was announced; keys are those of rows."""

    slot: int | None = None
    awaited_at: time | None = None
    door: int | None = None
    greeter: int | None = None
    greeter_name: str = ""
    escort: str = ""
    late_place: str = ""
    announced: str = ""
    announced_at: datetime | None = None
    announced_door: int | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    waived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What the scans of a party add up to; `expected` is 0 where nobody has prepared the doors."""

    expected: int = 0
    came: int = 0
    inside: int = 0
    first_at: datetime | None = None
    door: int | None = None
    in_doubt: bool = False


PLANNED, NOBODY = Manner(), Came()


@dataclass(frozen=True, slots=True)
class Awaited:
    """
    One party at the door.

    `entry` is the place in the order, None for who helps and holds none. `until` is when the party is to be
    there, None where no time is known; `people` is how many come. `is_expected` is false for who came without
    having said so.
    """

    who: Participant
    entry: Entry | None
    party: Party
    manner: Manner
    came: Came
    where: Where
    until: datetime | None
    seat: str
    people: int
    is_expected: bool

    @property
    def is_here(self) -> bool:
        """Whether the party has come, also where it has left again."""
        return self.where in HERE

    def late_by(self, now: datetime) -> int:
        """How many whole minutes the party is late; 0 for who is here."""
        return 0 if self.is_here else minutes_late(self.until, now=now)


@dataclass(frozen=True)
class Arrivals:
    """
    Everybody who is awaited or has come, highest first, with the slots and doors of the event.

    `invited` is the party of every guest, also of who does not come, and `came` what scans add up to, both
    by the key of the participation.
    """

    event: Event
    now: datetime
    order: EventOrder
    invited: Mapping[int, Party]
    came: Mapping[int, Came]
    parties: Sequence[Awaited]
    slots: Mapping[int, Slot]
    doors: Mapping[int, Door]
    is_counted: bool

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the place, by which slots, arrivals and the programme are told."""
        return ZoneInfo(self.event.time_zone)

    def door_name(self, key: int | None) -> str:
        """The name of a door; empty for none."""
        return self.doors[key].name if key is not None and key in self.doors else ""

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The name of everybody in any capacity, by the key of the participation."""
        return {who.key: who.name for who in self.order.participants}

    def greeter_of(self, manner: Manner) -> str:
        """The name of whoever greets a guest; empty for nobody."""
        return self.names.get(manner.greeter or 0, manner.greeter_name)


def arrivals_at(event: Event, *, language: str, now: datetime) -> Arrivals:
    """Read who is awaited at an event and who is here at `now`; names are written for the reader."""
    order = order_of(event)
    parties, manners, came = parties_of(event, language), manners_of(event), came_to(event)
    slots = {slot.pk: slot for slot in slots_of(event)}
    is_counted = not is_over(event, now) or any(each.came for each in came.values())
    seats, times = seats_of(event), _Times(event, slots)
    came |= _by_lent_passes(order.participants, parties, came)
    found = []
    for who, entry in _everybody(order):
        party, manner = parties.get(who.key, ALONE), manners.get(who.key, PLANNED)
        presence = came.get(who.key, NOBODY)
        comes = will_come(who, party)
        if not (comes or presence.came or manner.announced):
            continue
        until = times.until(manner, is_guest=who.capacity in Participation.OF_GUESTS)
        known = known_of(manner, presence, until)
        found.append(
            Awaited(
                who=who,
                entry=entry,
                party=party,
                manner=manner,
                came=presence,
                where=where_of(known, now=now, is_counted=is_counted),
                until=until,
                seat=seats.get(who.key, ""),
                people=presence.expected or party.coming or party.size,
                is_expected=comes,
            )
        )
    doors = {door.pk: door for door in doors_of(event)}
    return Arrivals(event, now, order, parties, came, found, slots, doors, is_counted)


def _by_lent_passes(
    people: Iterable[Participant], parties: Mapping[int, Party], came: Mapping[int, Came]
) -> dict[int, Came]:
    """Whoever comes instead shows the pass of the guest: the coming is theirs, and not that of the guest."""
    given: dict[int, Came] = {}
    for who in people:
        guest, own = who.represents or 0, came.get(who.key, NOBODY)
        lent = came.get(guest, NOBODY)
        is_lent = parties.get(guest, ALONE).standing == Standing.REPRESENTED and guest not in given
        if is_lent and lent.came and not own.came:
            given |= {who.key: replace(lent, expected=max(own.expected, 1)), guest: NOBODY}
    return given


def known_of(manner: Manner, came: Came, until: datetime | None) -> Known:
    """The coming of a party as the rules take it."""
    announced = Where(manner.announced) if manner.announced else None
    return Known(came.came, came.inside, announced, until, manner.waived_at is not None)


class _Times:
    """When guests are to be there; each time of the clock is worked out once."""

    def __init__(self, event: Event, slots: Mapping[int, Slot]) -> None:
        self._event, self._begins = event, begins_at(event)
        self._ends = {key: moment_at(event, slot.ends_at) for key, slot in slots.items()}

    def until(self, manner: Manner, *, is_guest: bool) -> datetime | None:
        """
        By the own time, else the end of the slot, else for guests the beginning of the event.

        Hosts and speakers may be in the house since the morning: without a time nobody can say they are late.
        """
        if manner.awaited_at is not None:
            return moment_at(self._event, manner.awaited_at)
        return self._ends.get(manner.slot or 0, self._begins if is_guest else None)


def _everybody(order: EventOrder) -> Iterable[tuple[Participant, Entry | None]]:
    """Who holds a place, who holds none, and then who only helps; each person once."""
    for is_placed in (True, False):
        for entry in order.entries:
            if (entry.place is not None) is is_placed:
                yield entry.who, entry
    seen = {who.person for who in (entry.who for entry in order.entries) if who.person}
    for who in order.participants:
        if who.capacity in _HELPING and who.person not in seen:
            seen |= {who.person} if who.person else set()
            yield who, None


Capacity = Participation.Capacity
# Who takes part without a place in the order, and is needed all the same.
_HELPING = frozenset(
    {
        Capacity.MODERATOR,
        Capacity.INTERPRETER,
        Capacity.OFFICIANT,
        Capacity.PERFORMER,
        Capacity.READER,
        Capacity.LAUREATE,
    }
)


def will_come(who: Participant, party: Party) -> bool:
    """Guests come by their replies; who gives the event or takes part in it, unless they have declined."""
    reply = Standing(reply_of(who.planned, party.standing))
    return reply in _COME if who.capacity in Participation.OF_GUESTS else reply not in _STAY_AWAY


def slots_of(event: Event) -> QuerySet[Slot]:
    """The slots of an event in their order."""
    return Slot.objects.filter(event=event).order_by("position", "starts_at", "pk")


# In the order of the fields of Manner.
_MANNER = (
    "slot_id",
    "awaited_at",
    "door_id",
    "greeter_id",
    "greeter_name",
    "escort",
    "late_place",
    "announced",
    "announced_at",
    "announced_door_id",
    "acknowledged_at",
    # As an account is called everywhere: by its name, else by its address.
    Coalesce(NullIf("acknowledged_by__name", Value("")), "acknowledged_by__email", output_field=CharField()),
    "waived_at",
)


def manners_of(event: Event) -> dict[int, Manner]:
    """How each guest is awaited, by the key of the participation."""
    rows = ArrivalPlan.objects.filter(participation__event=event).order_by()
    return {key: _manner(*row) for key, *row in rows.values_list("participation_id", *_MANNER)}


@lru_cache(maxsize=20_000)
def _manner(*row: Any) -> Manner:
    """How a guest is awaited, made once for the same row; whoever nobody acknowledged has no name there."""
    *_known, acknowledged_by, _waived_at = row
    return Manner(*row) if acknowledged_by else replace(Manner(*row), acknowledged_by="")


def came_to(event: Event) -> dict[int, Came]:
    """What the scans of each party add up to, by the key of the participation."""
    rows = Presence.objects.filter(event=event).order_by()
    columns = ("participation_id", "expected", "came", "inside", "first_at", "door_id", "in_doubt")
    return {key: Came(*row) for key, *row in rows.values_list(*columns)}
