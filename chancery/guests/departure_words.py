"""What the page before a wave leaves says of its guests, in the reader's words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from chancery.accounts.roles import Right
from chancery.events.access import EventOffice
from chancery.guests.documents.departures import ON_PAPER, Departure, Preview, previews_of
from chancery.guests.models import Invitation
from chancery.guests.queries.reaching import Reach
from chancery.guests.wave_rows import address_in_words


@dataclass(frozen=True, slots=True)
class Line:
    """A guest with the sentence why; `url` leads to where it is mended, empty where the reader may not."""

    name: str
    why: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A guest with how and in which language the message goes."""

    name: str
    way: str
    language: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A real message; one on paper has the address of its picture, with its words for who cannot see it."""

    shown: Preview
    name: str
    way: str
    picture_url: str = ""

    @property
    def words(self) -> str:
        """The message as text."""
        return self.shown.written.text


@dataclass(frozen=True, slots=True)
class Words:
    """Names and addresses for one page; `names` are by the key of the participation."""

    office: EventOffice
    names: Mapping[int, str]

    def unreached(self, departure: Departure) -> list[Line]:
        """Who is not reached, each with where an address can be written."""
        return [
            Line(self._name(reach.invitation), reach.why_not, self._mending(reach))
            for reach in departure.unreached
        ]

    def left_out(self, departure: Departure) -> list[Line]:
        """Who is left out, and why."""
        return [Line(self._name(each.invitation), each.why) for each in departure.left_out]

    def everybody(self, departure: Departure) -> list[Listed]:
        """Everybody to whom the wave goes, in order of precedence."""
        return [
            Listed(self._name(reach.invitation), str(reach.channel.label), reach.language)
            for reach in departure.going
        ]

    def previews(self, departure: Departure) -> list[Shown]:
        """Three real messages."""
        return [
            Shown(
                shown=one,
                name=self._name(one.reach.invitation),
                way=f"{one.reach.channel.label}: {address_in_words(one.reach)}",
                picture_url=self._picture(departure, one) if one.form in ON_PAPER else "",
            )
            for one in previews_of(departure)
        ]

    def _name(self, invitation: Invitation) -> str:
        return self.names[invitation.guest_id]

    def _mending(self, reach: Reach) -> str:
        """The person in the directory, where addresses are written; else the guest's own page."""
        guest, ref = reach.invitation.guest, self.office.organiser.ref
        if guest.person is not None and self.office.may(Right.DIRECTORY_EDIT):
            return reverse("directory:person", args=[ref, guest.person.code])
        if self.office.may(Right.GUESTS_EDIT):
            return reverse("guests:guest", args=[ref, self.office.event.code, guest.code])
        return ""

    def _picture(self, departure: Departure, one: Preview) -> str:
        route = [self.office.organiser.ref, self.office.event.code, departure.wave.code]
        return reverse("guests:wave-preview", args=[*route, one.reach.invitation.guest.code])
