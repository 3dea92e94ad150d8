"""Guests of an event with their invitations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.problems import Problem, invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.values import (
    CategoryRef,
    OfficeCode,
    ParticipationCode,
    PersonCode,
    Small,
    code_of,
    demand_held,
)
from chancery.api.shapes import Language, Line, Names, OneOf, Shape, Text, Wording, Written
from chancery.directory.models import Office, Person
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.guests.actions import listing
from chancery.guests.models import Channel, Companion, Invitation, Standing
from chancery.guests.queries import parties

OF_GUESTS = {value.value: value.label for value in Participation.OF_GUESTS}


class _Capacities(OneOf):
    """The capacities in which somebody stands on the guest list."""

    def __init__(self) -> None:
        self.values = list(OF_GUESTS)


Capacity = Annotated[str, _Capacities()]
Planned = Annotated[str, OneOf(Participation.Planned)]
StandIn = Annotated[str, OneOf(Participation.StandIn)]
Stands = Annotated[
    str, OneOf(Standing), Field(description="Where the invitation stands; empty before anybody was invited.")
]
By = Annotated[
    str,
    OneOf(Channel, may_be_empty=True),
    Field(description="How it is sent; empty where the rule of the office decides."),
]
InviterRef = Annotated[
    str | None,
    Names(lambda office: parties.inviters_of(office.event), by="ref"),
    Field(max_length=80, description="Short name of an inviter of the event."),
]


class GuestFilters(ChangedFilters):
    standing: Stands | None = Field(None, description="Only guests whose invitation stands so.")
    category: str = Field("", max_length=80, description="Only guests of this category; its short name.")
    capacity: Capacity | None = Field(None, description="Only guests in this capacity.")
    inviter: str = Field("", max_length=80, description="Only guests of this inviter; a short name.")
    person: str = Field("", max_length=12, description="Only this person; a code.")


class CompanionOut(Shape):
    """A named companion."""

    name: str = Field(description="As printed.")
    person: str | None = Field(description="Code of the person, where the directory knows them.")


class CompanionIn(Written):
    """A companion as it is written: chosen from the directory, or by name alone."""

    name: Line = ""
    person: PersonCode = None


class InvitationOut(Shape):
    """The party of a guest: who comes along, how it is invited, and what the replies add up to."""

    code: str
    inviter: str | None = Field(description="Short name of whoever put the guest on the list.")
    unnamed_companions: int
    companions: list[CompanionOut]
    tags: list[str]
    tier: int = Field(description="In which wave the party is invited: 1 before 2.")
    is_held: bool = Field(description="Waits for a free place.")
    channel: By
    language: str = Field(description="Empty where it follows from the guest.")
    is_personal: bool = Field(description="A representative needs the consent of the host.")
    standing: Stands
    coming: int = Field(description="How many people come by this invitation, as far as it is known.")


class GuestOut(Shape):
    """Somebody on the guest list of an event."""

    code: str
    ref: str
    name: str = Field(description="The main name as printed, or the office where no holder is known.")
    person: str | None = Field(description="Code of the person.")
    office: str | None = Field(description="Code of the office that counts at the event, or that is invited.")
    body: str | None = Field(description="Code of the body, where one takes part as such.")
    capacity: str
    capacity_printed: Wording
    category: str | None = Field(description="Short name of the category.")
    represents: str | None = Field(description="Code of the participation that the guest stands in for.")
    represents_as: StandIn
    list_name: str
    planned: Planned
    accepted_at: datetime | None
    is_sample: bool
    note: str
    invitation: InvitationOut | None


class GuestIn(Written):
    person: PersonCode = Field(None, description="Code of a person; this or `office`.")
    office: OfficeCode = Field(None, description="Code of an office whose holder is not known.")
    capacity: Capacity = Participation.Capacity.GUEST.value
    category: CategoryRef = None
    inviter: InviterRef = None


class GuestChangeIn(Written):
    capacity: Capacity
    category: CategoryRef
    office: OfficeCode = Field(description="The office that counts at this event; one the person holds.")
    capacity_printed: Wording
    represents: ParticipationCode = Field(
        description="Code of the participation that the guest stands in for."
    )
    represents_as: StandIn
    list_name: Annotated[str, Field(max_length=60)]
    note: Text
    inviter: InviterRef
    unnamed_companions: Annotated[int, Field(ge=0, le=1000)]
    companions: Annotated[list[CompanionIn], Field(max_length=100)]
    tags: Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=50)]
    tier: Small
    is_held: bool
    channel: By
    language: Language | Annotated[str, Field(max_length=0)]
    is_personal: bool


_OF_THE_GUEST = frozenset(
    {"capacity", "category", "office", "capacity_printed", "represents_as", "list_name", "note"}
)


class Guests(Resource[Participation]):
    """The guest list of an event: guests, guests of honour and press, each with the invitation."""

    name, one, shape, filters, is_in_event = "guests", "guest", GuestOut, GuestFilters, True
    right = Right.GUESTS_VIEW
    lookups = {
        "standing": "invitation__standing",
        "category": "category__ref",
        "capacity": "capacity",
        "inviter": "invitation__inviter__ref",
        "person": "person__code",
    }
    history = {
        "events.participation": "pk",
        "guests.invitation": "invitation",
        "guests.companion": "invitation__companions",
    }

    def rows(self, office: EventOffice) -> QuerySet[Participation]:
        return parties.guests_of(office.event)

    def show(self, row: Participation) -> GuestOut:
        return GuestOut.model_construct(
            name=row.name_printed,
            person=code_of(row.person),
            office=code_of(row.office),
            body=code_of(row.body),
            category=row.category.ref if row.category else None,
            represents=code_of(row.represents),
            invitation=_invitation(parties.party_of(row)),
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.GUESTS_EDIT, GuestIn, refuses=[listing.QuotaExceeded])
    def enter(self, office: EventOffice, written: GuestIn) -> Participation:
        """Put somebody on the list: a person, or an office whose holder is not known."""
        values = resolved(written, office)
        person: Person | None = values.get("person")
        held: Office | None = values.get("office")
        if (person is None) is (held is None):
            raise invalid("person", _("Name either a person or an office."))
        count = listing.list_guests(
            office.event,
            people=[person] if person else [],
            offices=[held] if held else [],
            category=values.get("category"),
            inviter=values.get("inviter"),
            capacity=written.capacity,
            by=office.actor,
        )
        if not count:
            raise Problem("refused", _("They are on the list already; nobody is invited twice."))
        found = parties.guests_of(office.event).filter(person=person)
        return found.filter(office=held).order_by("-pk")[0]

    @changes(Right.GUESTS_EDIT, GuestChangeIn, refuses=[listing.QuotaExceeded])
    def change(self, office: EventOffice, row: Participation, written: GuestChangeIn) -> None:
        """Change a guest or the invitation; companions and tags are written as a whole."""
        values = resolved(written, office)
        represents = values.pop("represents", row.represents)
        if represents is not None and represents.pk == row.pk:
            raise invalid("represents", _("Nobody represents themselves; choose somebody else."))
        demand_held(row, values)
        row.event = office.event
        party = parties.invitation_of(row)
        known = [] if party.pk is None else list(party.companions.all())
        kept = _companions(values.pop("companions"), known, office) if "companions" in values else known
        put(row, {name: value for name, value in values.items() if name in _OF_THE_GUEST})
        put(party, {name: value for name, value in values.items() if name not in _OF_THE_GUEST})
        dropped = [each for each in known if each not in kept]
        listing.save_guest(row, party, kept=kept, dropped=dropped, represents=represents, by=office.actor)

    @deletes(Right.GUESTS_EDIT, refuses=[listing.StillNeeded])
    def delete(self, office: EventOffice, row: Participation) -> None:
        """Take a guest off the list to whom nothing was sent yet."""
        listing.take_off([row], by=office.actor)


_PLAIN = (
    "code", "ref", "capacity", "capacity_printed", "represents_as", "list_name", "planned", "accepted_at",
    "is_sample", "note",
)  # fmt: skip
_PLAIN_PARTY = (
    "code", "unnamed_companions", "tags", "tier", "is_held", "channel", "language", "is_personal", "standing",
    "coming",
)  # fmt: skip


def _invitation(party: Invitation | None) -> InvitationOut | None:
    if party is None:
        return None
    return InvitationOut.model_construct(
        inviter=party.inviter.ref if party.inviter else None,
        companions=[
            CompanionOut.model_construct(name=each.printed, person=code_of(each.person))
            for each in party.companions.all()
        ],
        **{name: getattr(party, name) for name in _PLAIN_PARTY},
    )


def _companions(
    written: Sequence[CompanionIn], known: Sequence[Companion], office: EventOffice
) -> list[Companion]:
    """Return the rows of the companions, those that are there already where they are the same."""
    free, rows = list(known), []
    for number, each in enumerate(written):
        person = resolved(each, office).get("person")
        if person is None and not each.name.strip():
            raise invalid(f"companions.{number}", _("Name the companion, or choose a person."))
        name = "" if person else each.name
        same = next((row for row in free if (row.person, row.name) == (person, name)), None)
        if same is not None:
            free.remove(same)
        rows.append(same or Companion(person=person, name=name))
    return rows
