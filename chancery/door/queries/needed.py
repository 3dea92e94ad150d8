"""Who is needed in the next items of the programme, and is not here (R97, R98)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chancery.directory.models import ContactPoint
from chancery.door.queries.awaited import Arrivals, Awaited
from chancery.events.models import Event, Participation
from chancery.programme.live import Evening, evening_of, live_of, run_of
from chancery.programme.models import Contribution, Item, Message, Run
from chancery.programme.queries import items_of, timing_of
from chancery.rules.timing import Progress

AHEAD = timedelta(minutes=30)
_NUMBERS = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone by which somebody is reached; `through` is who answers it, empty for the person."""

    number: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody has to do in an item, by the keys of participation and person; `deed` is in words."""

    who: int
    person: int | None
    deed: str


@dataclass(frozen=True, slots=True)
class Needed:
    """
    Somebody who is not here and has something to do soon.

    `starts_at` is when the item begins: as it is projected while the programme runs, else as planned.
    `awaited` is the party at the door, None for who is not awaited at all.
    """

    participation: Participation
    item: Item
    deed: str
    starts_at: datetime
    awaited: Awaited | None
    numbers: Sequence[Number] = ()

    def minutes_to(self, now: datetime) -> int:
        """How many whole minutes are left; 0 once the item has begun."""
        return max(0, (self.starts_at - now) // timedelta(minutes=1))


def needed_at(arrivals: Arrivals, *, ahead: timedelta = AHEAD) -> list[Needed]:
    """
    Find who is not here and is needed within `ahead`, the most urgent first; one line a person and item.

    Shape: nobody once an item is over or dropped, and nobody for an item whose time is not known.
    """
    event, now = arrivals.event, arrivals.now
    items = [item for item in items_of(event) if _is_to_come(item)]
    starts = starts_of(event, items, now=now)
    soon = [item for item in items if item.ref in starts and starts[item.ref] <= now + ahead]
    here, awaited = _here(arrivals), {each.who.key: each for each in arrivals.parties}
    missing: dict[tuple[int, int], tuple[Item, Duty, Participation]] = {}
    for item in soon if arrivals.is_counted else ():
        for duty, who in duties_of(item):
            if duty.who not in here.keys and (duty.person is None or duty.person not in here.people):
                missing.setdefault((item.pk, duty.who), (item, duty, who))
    numbers = numbers_of({duty.person for _item, duty, _who in missing.values() if duty.person})
    lines = [
        Needed(
            who, item, duty.deed, starts[item.ref], awaited.get(duty.who), numbers.get(duty.person or 0, ())
        )
        for item, duty, who in missing.values()
    ]
    return sorted(lines, key=lambda line: (line.starts_at, line.item.position, line.participation.pk))


def _is_to_come(item: Item) -> bool:
    is_over = item.ended_at is not None or item.happened == "no"
    return item.status != Item.Status.DROPPED and not is_over


def starts_of(event: Event, items: Sequence[Item], *, now: datetime) -> dict[str, datetime]:
    """When items begin, by their ref: in fact, else as they are projected while called, else as planned."""
    run = run_of(event)
    if run and not run.is_rehearsal and run.state in (Run.State.RUNNING, Run.State.HELD):
        return _projected(evening_of(live_of(event, run), now=now))
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


@dataclass(frozen=True, slots=True)
class _Here:
    keys: frozenset[int]
    people: frozenset[int]


def _here(arrivals: Arrivals) -> _Here:
    """Who is here, in whichever capacity they came in."""
    inside = [each.who for each in arrivals.parties if each.came.inside]
    keys = frozenset(who.key for who in inside)
    return _Here(keys, frozenset(who.person for who in inside if who.person))


def duties_of(item: Item) -> Iterator[tuple[Duty, Participation]]:
    """What people have to do in an item in person, each with who does it."""
    for contribution in item.contributions.all():
        if contribution.mode == Contribution.Mode.LIVE:
            yield _duty(contribution.participation, contribution.get_form_display())
    for message in item.messages.all():
        if message.reader and message.delivery == Message.Delivery.READ:
            yield _duty(message.reader, message.get_form_display())
    for act in item.acts.all():
        yield _duty(act.participation, act.get_kind_display() if act.kind else item.get_kind_display())
    for award in item.awards.all():
        receiver = award.receiver or (None if award.is_posthumous else award.laureate)
        for who in (receiver, award.presenter):
            if who:
                yield _duty(who, str(award))


def _duty(who: Participation, deed: str) -> tuple[Duty, Participation]:
    return Duty(who.pk, who.person_id, deed), who


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
