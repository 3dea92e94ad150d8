"""Reads of what was sent: the register of an event and of an office, single messages, calls."""

from typing import NamedTuple

from django.db.models import QuerySet

from chancery.accounts.models import Membership, Organiser
from chancery.accounts.roles import Right, roles_with
from chancery.events.models import Event
from chancery.guests.models import Channel, Dispatch, NoteVerbale, Wave


class MessageLine(NamedTuple):
    """
    As much of a message as a row of a register shows; a tuple, because a page reads hundreds of them.

    `party` is the key of the invitation, `guest` that of the participation. `mail` is the state of the e-mail
    in the outbox, None for everything else.
    """

    key: int
    code: str
    channel: str
    address: str
    state: str
    mail: str | None
    party: int
    guest: int
    guest_code: str
    guest_ref: str


_OF_A_LINE = (
    "pk",
    "code",
    "channel",
    "address",
    "state",
    "message__state",
    "invitation_id",
    "invitation__guest_id",
    "invitation__guest__code",
    "invitation__guest__ref",
)


def message_lines(event: Event, *, wave: Wave | None = None, channel: str = "") -> list[MessageLine]:
    """The messages of an event in the order of making, narrowed to a wave or a channel."""
    found = Dispatch.objects.filter(invitation__guest__event=event)
    if wave is not None:
        found = found.filter(wave=wave)
    if channel:
        found = found.filter(channel=channel)
    rows = found.order_by("pk").values_list(*_OF_A_LINE)
    return [MessageLine._make(row) for row in rows]


def dispatches_of(event: Event) -> QuerySet[Dispatch]:
    """Every message of an event in the order of making."""
    found = Dispatch.objects.filter(invitation__guest__event=event)
    return found.select_related("invitation__guest", "message", "note", "wave").order_by("pk")


def dispatches_of_office(organiser: Organiser) -> QuerySet[Dispatch]:
    """Every message of an office over all its events, the latest first."""
    found = Dispatch.objects.filter(invitation__guest__event__organiser=organiser)
    related = ("invitation__guest__event__organiser", "message", "note", "gone_by")
    return found.select_related(*related).order_by("-pk")


def calls_of(event: Event) -> QuerySet[Dispatch]:
    """The calls of an event that are still to be made, with whoever makes them."""
    waiting = dispatches_of(event).filter(channel=Channel.TELEPHONE, state=Dispatch.State.WAITING)
    return waiting.select_related("invitation__guest", "caller__user")


def callers_of(organiser: Organiser) -> QuerySet[Membership]:
    """The members who may enter replies, and so may call, by name."""
    roles = [role.value for role in roles_with(Right.GUESTS_EDIT)]
    members = Membership.objects.filter(organiser=organiser, role__in=roles).select_related("user")
    return members.order_by("user__name", "pk")


def notes_of(organiser: Organiser, year: int) -> QuerySet[NoteVerbale]:
    """The notes verbales of a year, the latest first, with what they carried."""
    found = NoteVerbale.objects.filter(organiser=organiser, year=year)
    return found.select_related("dispatch__invitation__guest__event").order_by("-number")


def years_of_notes(organiser: Organiser) -> list[int]:
    """The years in which notes were written, the latest first."""
    years = NoteVerbale.objects.filter(organiser=organiser).values_list("year", flat=True)
    return sorted(set(years), reverse=True)
