"""The register of notes verbales: every number of a year once, without a gap (R85)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.models import NoteVerbale


class NoteRefused(Exception):
    """The note cannot be entered; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register says of a note beside its number."""

    addressed_to: str
    subject: str


@transaction.atomic
def enter_notes(
    organiser: Organiser, entries: Sequence[Entry], *, dated_on: date, by: Actor
) -> list[NoteVerbale]:
    """
    Give notes the next numbers of their year, in the given order.

    Whoever takes numbers waits here for those who took some before and have not finished: a number that was
    taken in a transaction that fails is free again, so there is neither a gap nor a double.
    """
    if not entries:
        return []
    Organiser.objects.select_for_update(of=("self",)).get(pk=organiser.pk)
    of_year = NoteVerbale.objects.filter(organiser=organiser, year=dated_on.year)
    last = of_year.aggregate(last=Max("number"))["last"] or 0
    notes = [
        NoteVerbale(
            organiser=organiser,
            year=dated_on.year,
            number=number,
            dated_on=dated_on,
            addressed_to=entry.addressed_to[:300],
            subject=entry.subject[:300],
        )
        for number, entry in enumerate(entries, start=last + 1)
    ]
    return audit.create_all(notes, by=by, code="guests.note.entered")


@transaction.atomic
def correct_note(note: NoteVerbale, *, by: Actor) -> None:
    """
    Put a line of the register right; number and year stay, and no line is ever deleted.

    Errors: NoteRefused where the day lies in another year than the number.
    """
    if note.dated_on.year != note.year:
        raise NoteRefused(
            _("The number %(note)s belongs to %(year)s; choose a day of that year.")
            % {"note": note, "year": note.year}
        )
    audit.update(note, by=by, code="guests.note.corrected")
