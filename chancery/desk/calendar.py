"""The calendar file of an event."""

from django.utils.translation import gettext_noop

from chancery.base.audit import kind_of
from chancery.base.calendar_file import DOMAIN, Entry, write_calendar
from chancery.base.models import AuditLine
from chancery.base.pdf import Imprint, PaperFailed
from chancery.events import wording as words
from chancery.events.models import Event, Place, Station
from chancery.programme.documents.calendars import span_of, standing_of

NO_DAY = gettext_noop("The calendar file needs the day of the event; give it in the plan.")
TOLD = (Event, Station, Place)
"""The kinds of rows whose changes a calendar has to hear of."""


def calendar_file(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Return the event as a calendar file. Errors: PaperFailed where no day is planned."""
    if event.held_on is None:
        raise PaperFailed(NO_DAY)
    starts, ends = span_of(event)
    entry = Entry(
        ref=event.code,
        titles=event.titles,
        starts_at=starts,
        ends_at=ends,
        place=words.venue(event, language),
    )
    return write_calendar(
        entry,
        language=language,
        domain=DOMAIN,
        stamped_at=imprint.made_at,
        sequence=sequence_of(event),
        standing=standing_of(event),
    )


def sequence_of(event: Event) -> int:
    """
    Count the changes that the office has made to events and places.

    Lines of the log are never taken away, so a later file of the same event never has a lower number.
    """
    kinds = [kind_of(kind) for kind in TOLD]
    return AuditLine.objects.filter(organiser_id=event.organiser_id, kind__in=kinds).count()
