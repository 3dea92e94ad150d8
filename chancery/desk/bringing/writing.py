"""Bringing an export: people, guests with their categories, replies and who came; all of it or nothing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.desk.bringing.attendees import Export, Standing
from chancery.desk.bringing.planning import Fate, Line, answers_of, plan_of, questions_of, ref_of
from chancery.directory.actions.import_writing import Decisions, Writer
from chancery.directory.importing.entries import Entry
from chancery.directory.models import Import, Person
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests import models as guests
from chancery.guests.actions import listing, replies
from chancery.guests.queries import answering
from chancery.record.actions import presence
from chancery.rules.names.folding import fold

_STANDINGS = {
    Standing.COMES: (guests.Standing.ACCEPTED,),
    Standing.REGRETS: (guests.Standing.REGRETTED, guests.Standing.WITHDRAWN),
}


@dataclass(frozen=True, slots=True)
class Brought:
    """How many people, guests, replies and arrivals were new."""

    people: int
    guests: int
    replies: int
    arrivals: int

    @property
    def is_nothing(self) -> bool:
        return not (self.people or self.guests or self.replies or self.arrivals)


class Doubts(StrEnum):
    """What is done with doubtful rows."""

    LEAVE = "leave"
    NEW = "new"
    SAME = "same"


class _AskedForAll(Decisions):
    """Decisions of rows that are all asked for again: each becomes a guest."""

    __slots__ = ()

    @property
    def rows_asked_for(self) -> set[int]:
        return {row for row, _person, _other in self.different}


@transaction.atomic
def bring(
    event: Event, export: Export, *, filename: str, doubts: Doubts, by: Actor, now: datetime | None = None
) -> Brought:
    """
    Bring an export to an event; done again it changes nothing but what changed in the other program.

    Doubtful rows are left, brought as new people, or taken for whom they may be where that is one person.
    """
    lines = [decided for line in plan_of(event, export).lines if (decided := _decided(line, doubts))]
    coming = [line for line in lines if line.guest is None]
    people, new = _people(event, coming, filename, by)
    listed = _list(event, coming, people, by)
    everybody = [*listed, *((line, line.guest) for line in lines if line.guest)]
    replied = _reply(event, everybody, by, now or timezone.now())
    arrived = _note_arrivals(everybody, by)
    return Brought(new, len(listed), replied, arrived)


def _decided(line: Line, doubts: Doubts) -> Line | None:
    """A row as it is brought, None for one that is not."""
    if line.fate == Fate.LEFT_OUT:
        return None
    if line.fate != Fate.DOUBTFUL:
        return line
    match doubts:
        case Doubts.NEW:
            return replace(line, person=None, guest=None)
        case Doubts.SAME if line.person is not None:
            return line
    return None


def _people(event: Event, lines: Sequence[Line], filename: str, by: Actor) -> tuple[dict[int, Person], int]:
    """Whom each row is, by its number; new ones are entered as an import, which can be taken back."""
    fresh = [line.entry for line in lines if line.person is None and line.entry is not None]
    keys = {line.attendee.row: line.person for line in lines if line.person is not None}
    if fresh:
        keys |= _entered(event, fresh, filename, by)
    people = Person.objects.in_bulk(keys.values())
    return {row: people[key] for row, key in keys.items()}, len(fresh)


def _entered(event: Event, entries: Sequence[Entry], filename: str, by: Actor) -> dict[int, int]:
    made = Import.objects.create(
        organiser=event.organiser,
        filename=filename[:200],
        kind="csv",
        uploaded_by=by.user,
        state=Import.State.DONE,
        done_at=timezone.now(),
    )
    asked = [(entry.row, None, None) for entry in entries]
    writer = Writer(made, _AskedForAll(same={}, same_rows={}, different=asked), by=by)
    writer.write(entries)
    counts = {name: getattr(writer.written, name) for name in writer.written.__slots__}
    changes = {name: [0, count] for name, count in counts.items()}
    audit.note(made, by=by, code="directory.import.done", changes=changes)
    Import.objects.filter(pk=made.pk).update(counts={"rows": len(entries), "written": counts})
    return writer.people


def _list(
    event: Event, lines: Sequence[Line], people: dict[int, Person], by: Actor
) -> list[tuple[Line, Participation]]:
    """Put the people of some rows on the list, each in the category of the ticket."""
    categories = _Categories(event, by)
    by_category: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_category[line.attendee.category].append(line)
    for name, some in by_category.items():
        persons = {people[line.attendee.row].pk: people[line.attendee.row] for line in some}
        refs = {people[line.attendee.row].pk: ref_of(line.attendee) for line in some}
        listing.list_guests(
            event,
            people=list(persons.values()),
            category=categories.called(name),
            inviter=None,
            capacity=Participation.Capacity.GUEST,
            refs=refs,
            by=by,
        )
    rows = Participation.objects.filter(event=event, person__in=people.values()).select_related("event")
    listed = {row.person_id: row for row in rows.order_by("-pk")}
    return [(line, listed[people[line.attendee.row].pk]) for line in lines]


class _Categories:
    """The categories of an event by their name in any language; what lacks is made."""

    def __init__(self, event: Event, by: Actor) -> None:
        self.event, self.by = event, by
        rows = GuestCategory.objects.filter(event=event).order_by("position", "pk")
        self._kept = {fold(name): row for row in rows for name in row.names.values()}
        self._refs = set(rows.values_list("ref", flat=True))

    def called(self, name: str) -> GuestCategory | None:
        if not fold(name):
            return None
        if fold(name) not in self._kept:
            language = next(iter(self.event.languages or self.event.organiser.languages), "en")
            made = GuestCategory(event=self.event, names={language: name[:200]}, position=len(self._kept))
            if (ref := slugify(name)[:80]) and ref not in self._refs:
                made.ref = ref
            self._kept[fold(name)] = audit.create(made, by=self.by, code="events.category.created")
        return self._kept[fold(name)]


def _reply(event: Event, everybody: Sequence[tuple[Line, Participation]], by: Actor, now: datetime) -> int:
    """Record what the tickets say of coming, where that was not recorded before."""
    questions, recorded = questions_of(event), 0
    answering_now = [
        (line, guest)
        for line, guest in everybody
        if line.attendee.standing in _STANDINGS
        and not answering.is_over(event, min(line.attendee.asked_at or now, now))
    ]
    invitations = replies.invitations_of([guest for _line, guest in answering_now], by=by)
    for (line, _guest), invitation in zip(answering_now, invitations, strict=True):
        wanted, at = _STANDINGS[line.attendee.standing], line.attendee.asked_at
        if invitation.standing in wanted or _was_said(invitation, wanted, at):
            continue
        answer = replies.Answer(wanted[0], answers=answers_of(line.attendee, questions))
        given_at = min(at or now, now)
        replies.record(
            invitation, answer, channel=guests.Reply.Channel.PAGE, given_at=given_at, by=by, now=now
        )
        recorded += 1
    return recorded


def _was_said(invitation: guests.Invitation, wanted: Sequence[str], at: datetime | None) -> bool:
    """Whether the same was recorded of that moment: what was said since stands."""
    said = guests.Reply.objects.filter(invitation=invitation, standing__in=wanted)
    return at is not None and said.filter(given_at=at).exists()


def _note_arrivals(everybody: Sequence[tuple[Line, Participation]], by: Actor) -> int:
    """Note who was let in there, unless something else is known of them here."""
    came = {
        guest.pk: guest
        for line, guest in everybody
        if line.attendee.has_come and guest.actual == Participation.Actual.UNKNOWN
    }
    return presence.note_presence(list(came.values()), Participation.Actual.ATTENDED, by=by) if came else 0
