"""The order of an event: its rows become values of the rules, and the rules give places with reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import Prefetch
from django.utils.translation import get_language

from chancery.directory.models import Body, Group, Office, Relation, Tenure
from chancery.events import queries
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.precedence import queries as profiles
from chancery.precedence.models import Move, Ordering
from chancery.rules import precedence as rules
from chancery.rules.reasons import Reason

# Capacities in which somebody is placed; the same person is placed once.
PLACED = (
    Participation.Capacity.GUEST,
    Participation.Capacity.GUEST_OF_HONOUR,
    Participation.Capacity.HOST,
    Participation.Capacity.PRESIDING,
    Participation.Capacity.SPEAKER,
    Participation.Capacity.PRESS,
)
_NO_WORDING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One place of the order.

    `ref` is that of the participation; `place` is None for somebody who holds no place. `title` is the
    capacity as printed for the event, else the title of the office that counts.
    """

    ref: str
    who: Participation
    place: int | None
    is_tied: bool
    rank: str
    reasons: Sequence[Reason]
    title: Mapping[str, str]
    body: Mapping[str, str]
    state: str

    @property
    def is_open(self) -> bool:
        """Whether the known facts leave something of the place undecided."""
        return any(reason.is_open for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class EventOrder:
    """The order of an event, highest first; `notes` concern the list as a whole."""

    entries: Sequence[Entry]
    notes: Sequence[Reason]
    profile: rules.Profile
    by_ref: Mapping[str, Entry]

    def of(self, ref: str) -> Entry | None:
        """Return the entry of a participation, None for one whom the order does not hold."""
        return self.by_ref.get(ref)


def order_of(event: Event, *, trial: Move | None = None) -> EventOrder:
    """
    Compute the order of an event by its own settings, by a fixed number of queries.

    `trial` is a place given by hand that is not saved yet; it stands for a saved one of the same guest.
    """
    ordering = event.ordering
    saved = Move.objects.filter(ordering=ordering).order_by("id")
    moves = [move for move in saved if trial is None or move.subject != trial.subject]
    profile = profiles.profile_for(ordering)
    placed = _placed(event)
    by_key = {who.pk: who for who in placed}
    order = rules.order(
        [_guest(who, by_key) for who in placed],
        profile=profile,
        ceremony=ceremony_of(event),
        moves=[_move(move) for move in [*moves, *([trial] if trial else [])]],
    )
    people = {who.ref: who for who in placed}
    places = [ranked.place for ranked in order]
    entries = [_entry(people[ranked.guest], ranked, places) for ranked in order]
    return EventOrder(entries, order.notes, profile, {entry.ref: entry for entry in entries})


def ceremony_of(event: Event) -> rules.Ceremony:
    """Return what the order of an event is computed for."""
    ordering: Ordering = event.ordering
    return rules.Ceremony(
        host_state=ordering.host_state,
        places=tuple(place for place in (ordering.place,) if place),
        house=rules.House(ordering.house),
        act=rules.Act(ordering.act),
        on=event.held_on,
        as_of=ordering.as_of_on or event.held_on,
        language=ordering.language,
        seed=ordering.lot,
    )


def _placed(event: Event) -> list[Participation]:
    """Everybody who is placed, each person once: the capacity that says most wins."""
    tenures = (
        Tenure.objects.select_related("office__body").prefetch_related("steps").order_by("position", "id")
    )
    partners = Relation.objects.filter(kind=Relation.Kind.SPOUSE).order_by("id")
    rows = (
        queries.participations_of(event)
        .filter(capacity__in=PLACED)
        .prefetch_related(
            Prefetch("person__tenures", tenures),
            Prefetch("person__groups", Group.objects.order_by("id")),
            Prefetch("person__relations", partners),
        )
    )
    chosen: dict[tuple[str, int], Participation] = {}
    for who in rows:
        key = ("person", who.person_id) if who.person_id else ("row", who.pk)
        held = chosen.get(key)
        if held is None or PLACED_FIRST[who.capacity] < PLACED_FIRST[held.capacity]:
            chosen[key] = who
    return sorted(chosen.values(), key=lambda who: who.pk)


# Who plays a part is placed by it; a guest who also speaks stays the guest of the list.
PLACED_FIRST: dict[str, int] = {
    capacity: number
    for number, capacity in enumerate(
        (
            Participation.Capacity.HOST,
            Participation.Capacity.PRESIDING,
            Participation.Capacity.GUEST_OF_HONOUR,
            Participation.Capacity.GUEST,
            Participation.Capacity.PRESS,
            Participation.Capacity.SPEAKER,
        )
    )
}


def _guest(who: Participation, placed: Mapping[int, Participation]) -> rules.Guest:
    group = who.group or (next(iter(who.person.groups.all()), None) if who.person else None)
    represented = placed.get(who.represents_id) if who.represents_id else None
    return rules.Guest(
        id=who.ref,
        name=words.name_of(who, get_language() or "en"),
        state=_state(who),
        offices=_offices(who),
        group=group.ref if group else "",
        spouse_of=_spouse(who, placed.values()),
        represents=_main_office(represented) if represented else None,
        is_host=who.capacity == Participation.Capacity.HOST,
        presides=who.capacity == Participation.Capacity.PRESIDING,
        is_guest_of_honour=who.capacity == Participation.Capacity.GUEST_OF_HONOUR,
    )


def _state(who: Participation) -> str:
    if who.person and who.person.nationality:
        return who.person.nationality
    body: Body | None = who.office.body if who.office else who.body
    return body.state if body else ""


def _offices(who: Participation) -> tuple[rules.HeldOffice, ...]:
    """The offices of a person, or only the one the plan fixes; a vacant office stands for itself."""
    if who.person is None:
        return (_vacant(who.office),) if who.office else ()
    tenures = list(who.person.tenures.all())
    fixed = [tenure for tenure in tenures if tenure.office_id == who.office_id]
    return tuple(_held(tenure) for tenure in (fixed or tenures))


def _held(tenure: Tenure) -> rules.HeldOffice:
    office = tenure.office
    steps = tuple(rules.Step(rules.StepKind(step.kind), step.moment) for step in tenure.steps.all())
    return rules.HeldOffice(
        office_class=office.office_class,
        title=str(office),
        body=str(office.body),
        state=office.body.state,
        territory=office.territory,
        basis=rules.Basis(tenure.basis),
        steps=steps,
        begins=tenure.begins,
        ends=tenure.ends,
        number=office.position or None,
    )


def _vacant(office: Office) -> rules.HeldOffice:
    return rules.HeldOffice(
        office_class=office.office_class,
        title=str(office),
        body=str(office.body),
        state=office.body.state,
        territory=office.territory,
        number=office.position or None,
    )


def _main_office(represented: Participation) -> rules.HeldOffice | None:
    return next(iter(_offices(represented)), None)


def _spouse(who: Participation, placed: Iterable[Participation]) -> str:
    if who.person is None:
        return ""
    partners = {relation.other_id for relation in who.person.relations.all()}
    return next((other.ref for other in placed if other.person_id in partners), "")


def _move(move: Move) -> rules.Move:
    return rules.Move(
        guest=move.subject, reason=move.reason, neighbour=move.neighbour, side=rules.Side(move.side)
    )


def _entry(who: Participation, ranked: rules.Ranked, places: Sequence[int | None]) -> Entry:
    office = _office_row(who, ranked.office)
    body = office.body if office else who.body
    return Entry(
        ref=who.ref,
        who=who,
        place=ranked.place,
        is_tied=ranked.place is not None and places.count(ranked.place) > 1,
        rank=ranked.rank,
        reasons=ranked.reasons,
        title=who.capacity_printed or (office.titles if office else _NO_WORDING),
        body=body.names if body else _NO_WORDING,
        state=(body.state if body else "") or _state(who),
    )


def _office_row(who: Participation, counted: rules.HeldOffice | None) -> Office | None:
    """Return the office that counted, as the directory holds it."""
    if who.office:
        return who.office
    tenures = list(who.person.tenures.all()) if who.person else []
    for tenure in tenures:
        if counted is not None and (str(tenure.office), tenure.begins) == (counted.title, counted.begins):
            return tenure.office
    return tenures[0].office if tenures else None


def profile_of(event: Event) -> rules.Profile:
    """The profile an event's order follows."""
    return profiles.profile_for(event.ordering)


def day_of_order(event: Event) -> date | None:
    """The day whose offices count: the one fixed for the order, else that of the event."""
    return event.ordering.as_of_on or event.held_on
