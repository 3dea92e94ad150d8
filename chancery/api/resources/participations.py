"""Those who take part in an event beside its guests: hosts, speakers, readers, the remembered."""

from typing import Annotated

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.problems import Problem, invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.guests import Planned, StandIn
from chancery.api.resources.values import (
    BodyCode,
    OfficeCode,
    ParticipationCode,
    PersonCode,
    code_of,
    demand_held,
)
from chancery.api.shapes import Code, Line, Names, OneOf, Shape, Text, Wording, Written
from chancery.events import people_actions, queries
from chancery.events.access import EventOffice
from chancery.events.models import Participation

CAPACITIES = [each.value for each in Participation.Capacity if each not in Participation.OF_GUESTS]

Capacity = Annotated[str, OneOf(CAPACITIES)]
Actual = Annotated[str, OneOf(Participation.Actual)]
PartCode = Annotated[
    Code | None,
    Names(lambda office: queries.parts_of(office.event)),
    Field(description="Code of a part of the event."),
]


class ParticipationFilters(ChangedFilters):
    capacity: Capacity | None = Field(None, description="Only in this capacity.")
    person: str = Field("", max_length=12, description="Only this person; a code.")


class ParticipationOut(Shape):
    """Somebody who takes part in one capacity, as planned and as it was; guests stand in their own list."""

    code: str
    ref: str
    name: str
    person: str | None = Field(description="Code of the person.")
    office: str | None = Field(description="Code of the office that counts at the event.")
    body: str | None = Field(description="Code of the body, where one takes part as such.")
    capacity: Capacity
    capacity_printed: Wording
    represents: str | None = Field(description="Code of the participation that it stands in for.")
    represents_as: StandIn
    part: str | None = Field(description="Code of the part of the event.")
    planned: Planned
    actual: Actual
    actual_reason: str
    is_sample: bool
    note: str


class ParticipationIn(Written):
    person: PersonCode = Field(None, description="Code of a person; this, `office` or `body`.")
    office: OfficeCode = Field(None, description="Code of an office, where it takes part as such.")
    body: BodyCode = Field(None, description="Code of a body, where it takes part as such.")
    capacity: Capacity


class ParticipationChangeIn(Written):
    capacity: Capacity
    office: OfficeCode = Field(description="The office that counts at this event; one the person holds.")
    capacity_printed: Wording
    represents: ParticipationCode = Field(description="Code of the participation that it stands in for.")
    represents_as: StandIn
    part: PartCode
    planned: Planned
    actual: Actual
    actual_reason: Line
    note: Text


class Participations(Resource[Participation]):
    """Everybody beside the guests: who is host, speaks, reads, interprets, is remembered or mentioned."""

    name, one, shape, filters = "participations", "participation", ParticipationOut, ParticipationFilters
    right, is_in_event = Right.EVENTS_VIEW, True
    lookups = {"capacity": "capacity", "person": "person__code"}
    history = {"events.participation": "pk"}

    def rows(self, office: EventOffice) -> QuerySet[Participation]:
        return queries.people_of(office.event).select_related("part")

    def show(self, row: Participation) -> ParticipationOut:
        return ParticipationOut.model_construct(
            name=row.name_printed,
            person=code_of(row.person),
            office=code_of(row.office),
            body=code_of(row.body),
            represents=code_of(row.represents),
            part=code_of(row.part),
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, ParticipationIn)
    def add(self, office: EventOffice, written: ParticipationIn) -> Participation:
        """Let a person, an office or a body take part in a capacity."""
        values = resolved(written, office)
        if sum(values.get(name) is not None for name in ("person", "office", "body")) != 1:
            raise invalid("person", _("Name a person, an office or a body, and one of them alone."))
        who = Participation(event=office.event, **values)
        if people_actions.take_part(who, by=office.actor) is not who:
            raise Problem("refused", _("They take part in this capacity already."))
        return who

    @changes(Right.EVENTS_EDIT, ParticipationChangeIn)
    def change(self, office: EventOffice, row: Participation, written: ParticipationChangeIn) -> None:
        """Change in which capacity somebody takes part, what was planned, and what happened."""
        values = resolved(written, office)
        demand_held(row, values)
        put(row, values)
        if row.represents is not None and row.represents.pk == row.pk:
            raise invalid("represents", _("Nobody represents themselves; choose somebody else."))
        if row.capacity == Participation.Capacity.MENTIONED and row.actual == Participation.Actual.ATTENDED:
            raise invalid("actual", _("Whoever is only mentioned was not present; choose another capacity."))
        if row.actual_reason and row.actual != Participation.Actual.ABSENT:
            raise invalid("actual_reason", _("A reason of absence needs “absent” beside it."))
        people_actions.change_participation(row, by=office.actor)

    @deletes(Right.EVENTS_EDIT, refuses=[people_actions.StillNeeded])
    def delete(self, office: EventOffice, row: Participation) -> None:
        """Take somebody out of the event in this capacity, on whom nothing rests."""
        people_actions.withdraw_participation(row, by=office.actor)


_PLAIN = (
    "code", "ref", "capacity", "capacity_printed", "represents_as", "planned", "actual", "actual_reason",
    "is_sample", "note",
)  # fmt: skip
