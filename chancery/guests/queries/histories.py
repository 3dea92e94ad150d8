"""Somebody's events over the years: invited how, answered what, came or not, for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.directory.models import Body, Office, Person, Tenure
from chancery.directory.queries.tenures import is_current
from chancery.events.models import Event, Involvement, Participation
from chancery.guests.models import Dispatch, Invitation, Standing

A_PAGE = 50
Planned, Actual = Participation.Planned, Participation.Actual
# Who is only spoken of, or remembered, did not take part.
_NOT_TAKING_PART = (Participation.Capacity.MENTIONED, Participation.Capacity.HONOURED)
MISSIONS = (Body.Kind.MISSION, Body.Kind.CONSULATE, Body.Kind.INTERNATIONAL)
"""Bodies that come to the events of each other."""
HOLDERS = Involvement.objects.filter(
    role__in=(Involvement.Role.ORGANISER, Involvement.Role.CO_ORGANISER, Involvement.Role.HOST)
)
_GONE = (Dispatch.State.GONE, Dispatch.State.DELIVERED, Dispatch.State.RETURNED)


@dataclass(frozen=True, slots=True)
class Part:
    """
    One participation, as far as sums need it.

    `held` are the classes and bases of the offices of the body that was asked for, held on the day.
    """

    pk: int
    event_id: int
    held_on: date | None
    capacity: str
    planned: str
    actual: str
    standing: str
    held: Sequence[tuple[str, str]] = ()

    @property
    def is_invited(self) -> bool:
        """Whether an invitation went out, or is known to have gone."""
        return self.planned not in (Planned.NONE, Planned.LISTED) or self.standing not in (
            Standing.NOT_INVITED,
            Standing.WALK_IN,
        )

    @property
    def is_silent(self) -> bool:
        return self.is_invited and self.standing in ("", Standing.SILENT) and self.planned == Planned.INVITED


@dataclass(frozen=True, slots=True)
class Sums:
    """How often somebody was invited, what was answered, and what came of it."""

    invited: int
    accepted: int
    regretted: int
    represented: int
    silent: int
    came: int


def sums_of(parts: Iterable[Part]) -> Sums:
    """Count participations; who is only mentioned or remembered counts nowhere."""
    counted = [part for part in parts if part.capacity not in _NOT_TAKING_PART]
    return Sums(
        invited=sum(part.is_invited for part in counted),
        accepted=sum(part.planned == Planned.ACCEPTED for part in counted),
        regretted=sum(part.planned == Planned.DECLINED for part in counted),
        represented=sum(part.planned == Planned.REPRESENTED for part in counted),
        silent=sum(part.is_silent for part in counted),
        came=sum(part.actual == Actual.ATTENDED for part in counted),
    )


def parts_of_person(organiser: Organiser, person: Person) -> list[Part]:
    """Every participation of a person in the events of an office, the latest event first."""
    return [_part(row) for row in _rows(organiser, Q(person=person))]


def parts_of_bodies(organiser: Organiser, bodies: Sequence[Body]) -> list[Part]:
    """
    Every participation of bodies and of whoever held an office of theirs on the day, the latest event first.

    Shape: by a fixed number of queries; an event without a day counts for everybody who ever held an office.
    """
    offices: dict[int, tuple[str, str]] = {
        pk: (office_class, Tenure.Basis.FULL)
        for pk, office_class in Office.objects.filter(body__in=bodies).values_list("pk", "office_class")
    }
    tenures: dict[int, list[Tenure]] = {}
    for tenure in Tenure.objects.filter(office__body__in=bodies).select_related("office").order_by("pk"):
        tenures.setdefault(tenure.person_id, []).append(tenure)
    keys = {body.pk for body in bodies}
    of_body = Q(person__in=list(tenures)) | Q(office__in=list(offices)) | Q(body__in=bodies)
    found = []
    for row in _rows(organiser, of_body):
        held = _held(row, offices, tenures)
        if held or row["body_id"] in keys:
            found.append(_part(row, held))
    return found


def parts_by_mission(event: Event) -> dict[int, list[Part]]:
    """
    The participations in one event by the mission they are of, by two queries for any number of guests.

    The same as `parts_of_bodies` says of each mission: who holds offices of two counts for both.
    """
    tenures: dict[int, list[Tenure]] = {}
    here = Participation.objects.filter(event=event, person__isnull=False).order_by()
    of_missions = Tenure.objects.filter(person__in=here.values("person"), office__body__kind__in=MISSIONS)
    for tenure in of_missions.select_related("office").order_by("pk"):
        tenures.setdefault(tenure.person_id, []).append(tenure)
    found: dict[int, list[Part]] = {}
    for row in _rows(event.organiser, Q(event=event)):
        for body, held in _held_by_body(row, tenures).items():
            found.setdefault(body, []).append(_part(row, held))
    return found


def _held_by_body(
    row: dict[str, Any], tenures: dict[int, list[Tenure]]
) -> dict[int, Sequence[tuple[str, str]]]:
    """The bodies somebody takes part for, each with the offices held of it, by the rule of `_held`."""
    named = {row["body_id"]: ()} if row["body__kind"] in MISSIONS else {}
    found: dict[int, Sequence[tuple[str, str]]] = dict(named)
    of_person = tenures.get(row["person_id"], [])
    for body in {tenure.office.body_id for tenure in of_person}:
        if held := _held(
            row, {}, {row["person_id"]: [each for each in of_person if each.office.body_id == body]}
        ):
            found[body] = held
    if row["office__body__kind"] in MISSIONS:
        found[row["office__body_id"]] = [(row["office__office_class"], Tenure.Basis.FULL)]
    return found


def _rows(organiser: Organiser, wanted: Q) -> list[dict[str, Any]]:
    columns = ("pk", "event_id", "event__held_on", "capacity", "planned", "actual", "invitation__standing")
    held = ("office__body_id", "office__body__kind", "office__office_class", "body__kind")
    found = Participation.objects.filter(wanted, event__organiser=organiser)
    found = found.order_by("-event__held_on", "-event_id", "pk")
    return list(found.values(*columns, *held, "person_id", "office_id", "body_id"))


def _part(row: dict[str, Any], held: Sequence[tuple[str, str]] = ()) -> Part:
    return Part(
        row["pk"],
        row["event_id"],
        row["event__held_on"],
        row["capacity"],
        row["planned"],
        row["actual"],
        row["invitation__standing"] or "",
        held,
    )


def _held(
    row: dict[str, Any], offices: dict[int, tuple[str, str]], tenures: dict[int, list[Tenure]]
) -> list[tuple[str, str]]:
    """In which offices of the bodies somebody takes part: the one the plan fixes, else those of the day."""
    if row["office_id"] in offices:
        return [offices[row["office_id"]]]
    day, of_person = row["event__held_on"], tenures.get(row["person_id"], ())
    current = [tenure for tenure in of_person if day is None or is_current(tenure, day)]
    return [(tenure.office.office_class, tenure.basis) for tenure in current]


def page_of(parts: Sequence[Part], number: Any) -> Page[Participation]:
    """Return one page of participations in the order of `parts`, with all that their lines show."""
    page: Page[Any] = Paginator([part.pk for part in parts], A_PAGE).get_page(number)
    loaded = _with_everything(list(page.object_list))
    page.object_list = [loaded[key] for key in page.object_list if key in loaded]
    return page


def _with_everything(keys: Sequence[int]) -> dict[int, Participation]:
    sent = Dispatch.objects.filter(state__in=_GONE).order_by("pk")
    invitations = Invitation.objects.select_related("reply").prefetch_related(
        Prefetch("dispatches", sent, to_attr="sent")
    )
    standing_in = Participation.objects.select_related("person", "office", "body").order_by("pk")
    rows = Participation.objects.filter(pk__in=keys).select_related(
        "event", "person", "office__body", "body", "represents__person", "represents__office"
    )
    rows = rows.prefetch_related(
        "person__names",
        "represents__person__names",
        Prefetch("invitation", invitations),
        Prefetch("represented_by", standing_in.prefetch_related("person__names"), to_attr="substitutes"),
    )
    return {row.pk: row for row in rows.order_by("pk")}


def own_bodies(organiser: Organiser) -> list[Body]:
    """The missions and posts of the state an office represents; none where that is not known."""
    kinds = (Body.Kind.MISSION, Body.Kind.CONSULATE)
    if not organiser.state:
        return []
    found = Body.objects.filter(organiser=organiser, state__iexact=organiser.state, kind__in=kinds)
    return list(found.order_by("pk"))


def bodies_of_person(person: Person, today: date) -> list[Body]:
    """The bodies in which a person holds an office today, each once, in the order of the offices."""
    tenures = person.tenures.select_related("office__body").order_by("position", "pk")
    held = [tenure.office.body for tenure in tenures if is_current(tenure, today)]
    return list({body.pk: body for body in held}.values())


def events_held_by(organiser: Organiser, bodies: Sequence[Body]) -> QuerySet[Event]:
    """The events in the record of an office that were held by one of `bodies`, the latest first."""
    behind = HOLDERS.filter(body__in=bodies)
    found = Event.objects.filter(organiser=organiser, pk__in=behind.values("event"))
    return found.order_by("-held_on", "-pk")


def events_of_own(organiser: Organiser, own: Sequence[Body]) -> QuerySet[Event]:
    """The events in the record of an office that are its own: held by `own`, or by no mission at all."""
    held = HOLDERS.filter(body__in=own)
    of_missions = HOLDERS.filter(body__kind__in=MISSIONS)
    is_own = Q(pk__in=held.values("event")) | ~Q(pk__in=of_missions.values("event"))
    return Event.objects.filter(is_own, organiser=organiser).order_by("-held_on", "-pk")
