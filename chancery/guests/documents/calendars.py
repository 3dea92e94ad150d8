"""The calendar part of invitations: one entry a party, which changes and a cancellation find again."""

from dataclasses import replace
from datetime import datetime

from chancery.base import itip
from chancery.base.calendar_file import DOMAIN, Entry, Standing, write_calendar
from chancery.base.inbox.addresses import reply_address
from chancery.base.itip import Mailbox
from chancery.base.languages import wording
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests.models import Invitation
from chancery.guests.queries.calendars import sequence_of
from chancery.programme.documents.calendars import span_of, standing_of


class Calendars:
    """
    Writes the calendar parts of one event; the event is read once, however many guests it has.

    Every method returns nothing (`b""`) where the event has no day yet, for there is no entry without one.
    """

    def __init__(self, event: Event, *, stamped_at: datetime) -> None:
        self.event = event
        self.stamped_at = stamped_at
        self._span = span_of(event) if event.held_on else None
        self._entries: dict[str, Entry] = {}
        self._organizers: dict[str, Mailbox] = {}

    def request_for(
        self,
        invitation: Invitation,
        address: str,
        language: str,
        *,
        name: str = "",
        revision: int | None = None,
        is_hold: bool = False,
        is_accepted: bool = False,
    ) -> bytes:
        """
        Invite the guest under the address to which the message goes; `method=REQUEST`.

        One that only holds the date is tentative; a guest who has accepted is not asked again. `name` and
        `revision` are left out where those of the guest and of the invitation are meant.
        """
        entry = self._entry(language)
        if entry is None:
            return b""
        return itip.request(
            entry,
            uid=itip.uid_of(invitation.code),
            sequence=sequence_of(invitation, revision),
            organizer=self._organizer(language),
            attendee=Mailbox(name or words.name_of(invitation.guest, language), address),
            language=language,
            stamped_at=self.stamped_at,
            standing=Standing.TENTATIVE if is_hold else Standing.CONFIRMED,
            is_accepted=is_accepted,
        )

    def cancellation_for(
        self,
        invitation: Invitation,
        address: str,
        language: str,
        *,
        name: str = "",
        revision: int | None = None,
    ) -> bytes:
        """Take the entry out of the guest's calendar again; `method=CANCEL`."""
        entry = self._entry(language)
        if entry is None:
            return b""
        return itip.cancellation(
            entry,
            uid=itip.uid_of(invitation.code),
            sequence=sequence_of(invitation, revision) + 1,
            organizer=self._organizer(language),
            attendee=Mailbox(name or words.name_of(invitation.guest, language), address),
            language=language,
            stamped_at=self.stamped_at,
        )

    def file_for(self, invitation: Invitation, language: str) -> bytes:
        """Return the same entry as a file to keep, which asks for no answer."""
        entry = self._entry(language, ref=f"invitation-{invitation.code}")
        if entry is None:
            return b""
        return write_calendar(
            entry,
            language=language,
            domain=DOMAIN,
            stamped_at=self.stamped_at,
            sequence=sequence_of(invitation),
            standing=standing_of(self.event),
        )

    def _entry(self, language: str, *, ref: str = "") -> Entry | None:
        if self._span is None:
            return None
        if language not in self._entries:
            title = wording(self.event.titles, language)
            place = words.venue(self.event, language)
            self._entries[language] = Entry("", {title.language: title.text}, *self._span, place=place)
        entry = self._entries[language]
        return replace(entry, ref=ref) if ref else entry

    def _organizer(self, language: str) -> Mailbox:
        if language not in self._organizers:
            office = self.event.organiser
            name = wording(office.names, language).text
            self._organizers[language] = Mailbox(name, reply_address(office.ref))
        return self._organizers[language]
