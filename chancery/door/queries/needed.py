"""Who is needed in the next items of the programme, and is not here (R97, R98)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet
from django.utils.translation import get_language

from chancery.base.languages import wording
from chancery.directory.models import ContactPoint
from chancery.door.queries.awaited import Arrivals, Awaited
from chancery.events.models import Event
from chancery.events.participants import Participant
from chancery.programme.live import Evening, evening_of, live_of, run_of
from chancery.programme.models import Act, Award, Contribution, Item, Message, Run
from chancery.programme.models.items import Happened
from chancery.programme.queries import items_alone, planned_alone, timing_of
from chancery.rules.timing import Progress

AHEAD = timedelta(minutes=30)
_NUMBERS = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone by which somebody is reached; `through` is who answers it, empty for the person."""

    number: str
    through: str = ""


class Duty(NamedTuple):
    """What somebody has to do in an item in person, by the keys of both; `deed` is in words, or empty."""

    item: int
    who: int
    deed: str


@dataclass(frozen=True, slots=True)
class Needed:
    """
    Somebody who is not here and has something to do soon.

    `starts_at` is when the item begins: as it is projected while the programme runs, else as planned.
    `awaited` is the party at the door, None for who is not awaited at all.
    """

    who: Participant
    item: Item
    deed: str
    starts_at: datetime
    awaited: Awaited | None
    numbers: Sequence[Number] = ()

    def minutes_to(self, now: datetime) -> int:
        """How many whole minutes are left; 0 once the item has begun."""
        return max(0, (self.starts_at - now) // timedelta(minutes=1))


class Starting(NamedTuple):
    """An item that is not over, and when it begins."""

    item: Item
    at: datetime


def needed_at(arrivals: Arrivals, *, ahead: timedelta = AHEAD) -> list[Needed]:
    """
    Find who is not here and is needed within `ahead`, the most urgent first; one line a person and item.

    Shape: nobody once an item is over or dropped, and nobody for an item whose time is not known; nobody
    where it is not known who came.
    """
    if not arrivals.is_counted:
        return []
    until = arrivals.now + ahead
    soon = {each.item.pk: each for each in starting(arrivals.event, now=arrivals.now) if each.at <= until}
    missing: dict[tuple[int, int], Duty] = {}
    for duty in _without_those_here(duties_in(soon), arrivals):
        missing.setdefault((duty.item, duty.who), duty)
    lines = _lines(list(missing.values()), soon, arrivals)
    return sorted(lines, key=lambda line: (line.starts_at, line.item.position, line.who.key))


def _without_those_here(duties: Sequence[Duty], arrivals: Arrivals) -> list[Duty]:
    """The duties of who is not here, in whichever capacity they came in."""
    people = {who.key: who.person for who in arrivals.order.participants}
    inside = [each.who for each in arrivals.parties if each.came.inside]
    keys, here = {who.key for who in inside}, {who.person for who in inside if who.person}
    return [duty for duty in duties if duty.who not in keys and people[duty.who] not in here]


def _lines(duties: Sequence[Duty], soon: Mapping[int, Starting], arrivals: Arrivals) -> list[Needed]:
    everybody = {who.key: who for who in arrivals.order.participants}
    awaited = {each.who.key: each for each in arrivals.parties}
    people = {everybody[duty.who].person for duty in duties}
    numbers = numbers_of({person for person in people if person})
    return [
        Needed(
            who=everybody[duty.who],
            item=soon[duty.item].item,
            deed=duty.deed or soon[duty.item].item.get_kind_display(),
            starts_at=soon[duty.item].at,
            awaited=awaited.get(duty.who),
            numbers=numbers.get(everybody[duty.who].person or 0, ()),
        )
        for duty in duties
    ]


def starting(event: Event, *, now: datetime) -> list[Starting]:
    """
    When the items that are not over begin, in the order of the programme; without who has no time.

    In fact, else as they are projected while called, those among them that came on the day; else as planned.
    """
    run = run_of(event)
    items: Sequence[Item]
    if run and not run.is_rehearsal and run.state in (Run.State.RUNNING, Run.State.HELD):
        live = live_of(event, run, items=items_alone(event))
        items, starts = live.items, _projected(evening_of(live, now=now))
    else:
        items = list(planned_alone(event))
        starts = _planned(event, items)
    return [Starting(item, starts[item.ref]) for item in items if item.ref in starts and _is_to_come(item)]


def _is_to_come(item: Item) -> bool:
    is_over = item.ended_at is not None or item.happened == Happened.NO
    return item.status != Item.Status.DROPPED and not is_over


def _planned(event: Event, items: Sequence[Item]) -> dict[str, datetime]:
    plan = timing_of(event, items)
    known = ((timed.item_id, timed.start.instant) for timed in plan.items if timed.start)
    planned = {ref: instant for ref, instant in known if instant}
    return planned | {item.ref: item.started_at for item in items if item.started_at}


def _projected(evening: Evening) -> dict[str, datetime]:
    """The starts of what runs or is still to come; what was left out needs nobody."""
    return {
        item.item_id: item.start.instant
        for item in evening.projection.items
        if item.progress in (Progress.RUNNING, Progress.TO_COME) and item.start and item.start.instant
    }


def duties_in(items: Collection[int]) -> list[Duty]:
    """What people have to do in person in some items, given by their keys, in the order of each item."""
    if not items:
        return []
    live, read = Contribution.Mode.LIVE, Message.Delivery.READ
    spoken = _of(Contribution.objects.filter(mode=live), items, "participation_id", "form")
    letters = _of(Message.objects.filter(delivery=read, reader__isnull=False), items, "reader_id", "form")
    acts = _of(Act.objects.all(), items, "participation_id", "kind")
    return [
        *(Duty(item, who, str(Contribution.Form(form).label)) for item, who, form in spoken),
        *(Duty(item, who, str(Message.Form(form).label)) for item, who, form in letters),
        *(Duty(item, who, str(Act.Kind(kind).label) if kind else "") for item, who, kind in acts),
        *_given(items),
    ]


def _given(items: Collection[int]) -> Iterator[Duty]:
    """Who receives an award in person, and who presents it."""
    people = ("laureate_id", "receiver_id", "presenter_id", "is_posthumous")
    for item, laureate, receiver, presenter, is_posthumous, names in _of(
        Award.objects.all(), items, *people, "names"
    ):
        deed = wording(names, get_language() or "en").text if names else ""
        receives = receiver or (None if is_posthumous else laureate)
        yield from (Duty(item, who, deed) for who in (receives, presenter) if who)


def _of[Row: Model](rows: QuerySet[Row], items: Collection[int], *columns: str) -> QuerySet[Row, Any]:
    """The columns of rows that hang on some items, without what did not take place."""
    kept = rows.filter(item__in=items).exclude(happened=Happened.NO).order_by("position", "pk")
    return kept.values_list("item_id", *columns)


def numbers_of(people: set[int]) -> Mapping[int, Sequence[Number]]:
    """The telephones of people by the key of the person, mobile ones first."""
    rows = ContactPoint.objects.filter(person__in=people, kind__in=_NUMBERS).select_related("via")
    rows = rows.prefetch_related("via__names")
    found: dict[int, list[Number]] = {}
    for row in sorted(rows.order_by("position", "pk"), key=lambda row: _NUMBERS.index(row.kind)):
        if row.person_id:
            through = row.via.main_name if row.via else row.label
            found.setdefault(row.person_id, []).append(Number(row.value, through))
    return found
