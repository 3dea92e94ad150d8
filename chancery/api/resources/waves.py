"""Waves of messages to guests, as they are prepared; people approve and send them on the page."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.problems import Problem, invalid
from chancery.api.records import EventRecord, shape_of
from chancery.api.resource import changes, creates, deletes, put, resolved, verb
from chancery.api.shapes import Code, Day, OneOf, Shape, Wording, Written
from chancery.events.access import EventOffice
from chancery.guests.actions import waves as actions
from chancery.guests.models import Kind, Wave
from chancery.guests.queries import parties
from chancery.guests.queries import waves as queries

COLUMNS = (
    "code", "ref", "number", "kind", "name", "own_text", "send_on", "reply_by", "fills_places", "state",
    "decided_at",
)  # fmt: skip
MOST_GUESTS = 10_000
GuestCodes = Annotated[list[Code], Field(max_length=MOST_GUESTS)]


class WaveIn(Written):
    kind: Annotated[str, OneOf(Kind)] = Kind.INVITATION.value
    name: Annotated[str, Field(max_length=120)] = ""
    own_text: Wording = Field(default_factory=dict)
    send_on: Day | None = Field(None, description="When it is meant to leave; nothing leaves by itself.")
    reply_by: Day | None = None
    fills_places: bool = False
    guests: GuestCodes = Field(
        default_factory=list,
        description="Codes of guests; empty for all whom it may go to now.",
    )


class WaveChangeIn(Written):
    name: Annotated[str, Field(max_length=120)]
    own_text: Wording
    send_on: Day | None
    reply_by: Day | None
    fills_places: bool


class GuestsOfWave(Written):
    """Guests of a wave by their codes."""

    guests: Annotated[list[Code], Field(min_length=1, max_length=MOST_GUESTS)]


class Waves(EventRecord[Wave]):
    """Waves in which invitations, reminders and changes leave; programs prepare them and send none."""

    name, one, model, right = "waves", "wave", Wave, Right.GUESTS_VIEW
    columns = COLUMNS

    def rows(self, office: EventOffice) -> QuerySet[Wave]:
        return super().rows(office).prefetch_related("invitations__guest")

    def show(self, row: Wave) -> Shape:
        told = super().show(row).model_dump(mode="python")
        return self.shape.model_construct(**told, guests=_codes(row))

    @creates(Right.INVITATIONS_SEND, WaveIn, refuses=[actions.WaveRefused])
    def prepare(self, office: EventOffice, written: WaveIn) -> Wave:
        """Prepare a wave for the guests whom a message of its kind may go to now."""
        values = resolved(written, office)
        wanted = frozenset(values.pop("guests", ()))
        wave = put(Wave(event=office.event, number=0), values)
        made = actions.make_wave_for(wave, queries.Whom(guests=wanted), by=office.actor)
        _demand_all(wanted, _codes(made))
        return made

    @changes(Right.INVITATIONS_SEND, WaveChangeIn, refuses=[actions.WaveRefused])
    def change(self, office: EventOffice, row: Wave, written: WaveChangeIn) -> None:
        """Change a wave that has not begun to leave; what was approved of it is to be approved again."""
        put(row, resolved(written, office))
        actions.save_wave(row, templates=list(row.templates.all()), by=office.actor)

    @verb("put-in", Right.INVITATIONS_SEND, GuestsOfWave, refuses=[actions.WaveRefused])
    def put_in(self, office: EventOffice, row: Wave, written: GuestsOfWave) -> None:
        """Put guests into a wave whom a message of its kind may go to now."""
        wanted = frozenset(written.guests) - set(_codes(row))
        row.event = office.event
        listed = parties.guests_of(office.event).filter(code__in=wanted)
        actions.parties_for(list(listed), by=office.actor)
        found = queries.concerned_by(row, queries.Whom(guests=wanted)) if wanted else []
        _demand_all(wanted, [each.guest.code for each in found])
        actions.put_in(row, found, by=office.actor)

    @verb("take-out", Right.INVITATIONS_SEND, GuestsOfWave, refuses=[actions.WaveRefused])
    def take_out(self, office: EventOffice, row: Wave, written: GuestsOfWave) -> None:
        """Take guests out of a wave."""
        found = row.invitations.filter(guest__code__in=written.guests).select_related("guest")
        if {each.guest.code for each in found} != set(written.guests):
            raise invalid("guests", _("Not all of these guests are in the wave; look at the codes."))
        actions.take_out(row, found, by=office.actor)

    @deletes(Right.INVITATIONS_SEND, refuses=[actions.WaveRefused])
    def delete(self, office: EventOffice, row: Wave) -> None:
        """Delete a wave from which nothing has left."""
        actions.drop_wave(row, by=office.actor)


_GUESTS: dict[str, Any] = {"guests": (list[str], Field(description="Codes of the guests in it."))}
Waves.shape = shape_of(Wave, COLUMNS, _GUESTS)


def _codes(row: Wave) -> list[str]:
    return sorted(each.guest.code for each in row.invitations.all())


def _demand_all(wanted: frozenset[str], found: list[str]) -> None:
    """A message that some would not get is not prepared. Errors: Problem refused; nothing is kept then."""
    missing = sorted(wanted - set(found))
    if missing:
        words = _("No such message may go to these guests now: %(codes)s.") % {"codes": ", ".join(missing)}
        raise Problem("refused", words, errors=[("guests", words)])
