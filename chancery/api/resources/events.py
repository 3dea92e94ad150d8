"""Events of the office."""

from datetime import date, datetime
from typing import Annotated

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, put, resolved
from chancery.api.resources.values import TimeZone, code_of
from chancery.api.shapes import (
    Clock,
    Code,
    Day,
    Language,
    Names,
    OneOf,
    PartialDay,
    Shape,
    SomeWording,
    Wording,
    Written,
)
from chancery.events import access, actions, queries
from chancery.events.models import Event, EventOccasion, Station

Kind = Annotated[str, OneOf(Event.Kind)]
Status = Annotated[str, OneOf(Event.Status)]
Openness = Annotated[str, OneOf(Event.Openness)]


class EventFilters(ChangedFilters):
    kind: Kind | None = Field(None, description="Only events of this kind.")
    status: Status | None = Field(None, description="Only events of this status.")
    held_from: Day | None = Field(None, description="Only events held on this day or later.")
    held_until: Day | None = Field(None, description="Only events held on this day or earlier.")


class OccasionOfEvent(Shape):
    """An occasion that an event serves."""

    occasion: str = Field(description="Code of the occasion.")
    names: Wording
    role: Annotated[str, OneOf(EventOccasion.Role)]
    anniversary_on: date | None


class PlaceOfEvent(Shape):
    """A place where an event is held."""

    place: str = Field(description="Code of the place.")
    names: Wording
    role: Annotated[str, OneOf(Station.Role)]


class EventOut(Shape):
    """One event as it is planned; what happened stands in the record."""

    code: str
    ref: str
    titles: Wording
    kind: Kind
    status: Status
    openness: Openness
    held_on: date | None = Field(description="The day it is planned for, where it is held.")
    held_until_on: date | None = Field(description="Its last day, of an event of several days.")
    starts_at: Clock | None = Field(description="Local time by the clock of `time_zone`.")
    ends_at: Clock | None
    time_zone: str
    happened_on: str | None = Field(description="What is known of the day it took place.")
    languages: list[str]
    themes: Wording
    occasions: list[OccasionOfEvent]
    places: list[PlaceOfEvent] = Field(description="Where it is held, in sequence.")
    part_of: str | None = Field(description="Code of the larger event of which it is part.")
    is_sample_plan: bool
    created_at: datetime


class EventIn(Written):
    titles: SomeWording
    kind: Kind = Event.Kind.COMMEMORATION.value
    status: Status = Event.Status.DRAFT.value
    openness: Openness = Event.Openness.INVITATION.value
    held_on: Day | None = None
    held_until_on: Day | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    # Without a default in the description: a client would write it, and not leave it to the office.
    time_zone: TimeZone = Field(default_factory=lambda: "UTC", description="Left out, that of the office.")
    happened_on: PartialDay | None = None
    languages: list[Language] = Field(
        default_factory=list, max_length=30, description="Left out, those of the office."
    )
    themes: Wording = Field(default_factory=dict)
    part_of: Annotated[
        Code | None, Names(lambda office: queries.events_of(office.organiser).filter(part_of=None))
    ] = Field(None, description="Code of the larger event of which it is part.")


class Events(Resource[Event]):
    """Events of the office, as they are planned."""

    name, one, shape, filters = "events", "event", EventOut, EventFilters
    right = Right.EVENTS_VIEW
    lookups = {"kind": "kind", "status": "status", "held_from": "held_on__gte", "held_until": "held_on__lte"}
    history = {"events.event": "pk", "events.eventoccasion": "occasion_links", "events.station": "stations"}

    def rows(self, office: Office) -> QuerySet[Event]:
        found = queries.events_of(office.organiser).select_related("part_of")
        return found if office.only_events is None else found.filter(code__in=office.only_events)

    def show(self, row: Event) -> EventOut:
        return EventOut.model_construct(
            happened_on=str(row.happened_on) if row.happened_on else None,
            part_of=code_of(row.part_of),
            occasions=[
                OccasionOfEvent.model_construct(
                    occasion=link.occasion.code,
                    names=link.occasion.names,
                    role=link.role,
                    anniversary_on=link.anniversary_on,
                )
                for link in row.occasion_links.all()
            ],
            places=[
                PlaceOfEvent.model_construct(place=each.place.code, names=each.place.names, role=each.role)
                for each in row.stations.all()
            ],
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, EventIn)
    def plan(self, office: Office, written: EventIn) -> Event:
        """Plan an event."""
        if office.only_events is not None:
            raise invalid("titles", _("This token is for single events and plans no others."))
        values = resolved(written, office)
        usual = {"time_zone": office.organiser.time_zone, "languages": office.organiser.languages}
        put(Event(organiser=office.organiser), usual | values, unchecked=["ordering"])
        _demand_days(values.get("held_on"), values.get("held_until_on"))
        return actions.plan_event(organiser=office.organiser, by=office.actor, **values)

    @changes(Right.EVENTS_EDIT, EventIn)
    def change(self, office: Office, row: Event, written: EventIn) -> None:
        """Change what an event is called, what it is and when it is planned."""
        event = access.event_in(office, row.code, Right.EVENTS_EDIT).event
        values = resolved(written, office)
        if values.get("part_of") is not None and (values["part_of"] == event or event.satellites.exists()):
            raise invalid("part_of", _("This event has parts of its own, so it cannot be part of another."))
        put(event, values, unchecked=["ordering"])
        _demand_days(event.held_on, event.held_until_on)
        actions.change_event(event, by=office.actor)


_PLAIN = (
    "code", "ref", "titles", "kind", "status", "openness", "held_on", "held_until_on", "starts_at", "ends_at",
    "time_zone", "languages", "themes", "is_sample_plan", "created_at",
)  # fmt: skip


def _demand_days(first: date | None, last: date | None) -> None:
    if last and not first:
        raise invalid("held_on", _("There is a last day but no first one; give the first."))
    if first and last and last < first:
        raise invalid("held_until_on", _("The last day is before the first; correct one of them."))
