"""What no folder holds, for it follows from the rows of the event that was loaded."""

from django.db import models

from chancery.accounts.models import Organiser
from chancery.desk.archive import uids
from chancery.directory.actions.index import index_organiser
from chancery.door.actions import presences
from chancery.door.models import Device, Scan
from chancery.events.models import Event
from chancery.guests.actions import listing, settling
from chancery.programme.actions import order, running
from chancery.programme.models import Run, Step


def complete(row: models.Model, ref: str, event: Event) -> None:
    """Give a new row what stands in no column of a folder: uids, the run, a time that has passed."""
    if isinstance(row, Scan | Step):
        uids.give(row, event, ref)
    if isinstance(row, Step):
        row.run = Run.objects.get_or_create(event=event)[0]
    if isinstance(row, Device):
        row.pairing_ends_at = row.expires_at = row.made_at


def follow(organiser: Organiser, event: Event | None) -> None:
    """Let indexes, and of an event versions, presences and the run, follow from what was loaded."""
    index_organiser(organiser)
    if event is not None:
        _follow_event(event)


def _follow_event(event: Event) -> None:
    settling.name_replies_that_count(event)
    listing.raise_revision(event)
    order.raise_revision(event)
    _count_presences(event)
    running.follow_steps(event)


def _count_presences(event: Event) -> None:
    parties = set(Scan.objects.filter(event=event).values_list("participation", flat=True)) - {None}
    if parties:
        presences.prepare(event)
        presences.count_again(event, {key for key in parties if key is not None})
