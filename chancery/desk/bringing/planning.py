"""What would become of an export at an event: who is new, known, there already, doubtful, or left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from chancery.desk.bringing.attendees import Attendee, Export
from chancery.desk.bringing.tables import named
from chancery.directory.importing.columns import Field
from chancery.directory.importing.entries import Entry, Reader
from chancery.directory.importing.tables import Row
from chancery.directory.models import ImportPair
from chancery.directory.queries.duplicates import pairs_of
from chancery.events.models import Event, Participation
from chancery.guests.models import Question
from chancery.rules.names.folding import fold

# What an attendee tells of a person, in the order of the columns that are read as those of a list.
COLUMNS = (
    Field.NAME,
    Field.GIVEN,
    Field.FAMILY,
    Field.OTHER_NAME,
    Field.EMAIL,
    Field.PHONE,
    Field.BODY,
    Field.OFFICE,
)


class Fate(StrEnum):
    """What becomes of one row."""

    NEW = "new"
    KNOWN = "known"
    THERE = "there"
    DOUBTFUL = "doubtful"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Line:
    """
    One row with its fate; `entry` is what it tells of the person, `person` the key of who it is where known.

    `guest` is who it is on the list already; of a doubtful row both are who it may be, where that is one.
    `why` says in a sentence what is doubtful, or why not.
    """

    attendee: Attendee
    fate: Fate
    entry: Entry | None = None
    person: int | None = None
    guest: Participation | None = None
    why: str = ""

    @property
    def name(self) -> str:
        return named(self.attendee)


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows in their order, and the questions that the event does not ask."""

    export: Export
    lines: Sequence[Line]
    unasked: Sequence[str] = field(default=())

    def of(self, *fates: Fate) -> list[Line]:
        return [line for line in self.lines if line.fate in fates]


def plan_of(event: Event, export: Export) -> Plan:
    """Say what would become of each row; nothing is changed."""
    there = {guest.ref: guest for guest in _guests(event)}
    lines = [_first_look(attendee, there) for attendee in export.attendees]
    entries = [line.entry for line in lines if line.entry is not None]
    pairs: dict[int, list[ImportPair]] = {}
    for pair in pairs_of(event.organiser, entries) if entries else ():
        pairs.setdefault(pair.row, []).append(pair)
    guests = {guest.person_id: guest for guest in there.values() if guest.person_id}
    settled = [_settled(line, pairs.get(line.attendee.row, ()), guests) for line in lines]
    return Plan(export, settled, _unasked(event, export))


def ref_of(attendee: Attendee) -> str:
    """The short name at the event of whoever came with a ticket: by it the ticket is known again."""
    return slugify(attendee.key)[:100]


def answers_of(attendee: Attendee, questions: Mapping[str, Question]) -> dict[str, str]:
    """What a ticket answers to the questions of the event, by their refs."""
    found = ((questions.get(fold(question)), text) for question, text in attendee.answers)
    answers = {question.ref: _answer(question, text) for question, text in found if question}
    return {ref: answer for ref, answer in answers.items() if answer}


def questions_of(event: Event) -> dict[str, Question]:
    """The questions of an event by their wording in each language."""
    rows = Question.objects.filter(event=event).order_by("position", "pk")
    return {fold(text): question for question in rows for text in question.texts.values()}


def _guests(event: Event) -> Iterator[Participation]:
    rows = Participation.objects.filter(event=event, capacity__in=Participation.OF_GUESTS)
    yield from rows.select_related("event").order_by("pk")


def _first_look(attendee: Attendee, there: Mapping[str, Participation]) -> Line:
    if attendee.why_not:
        return Line(attendee, Fate.LEFT_OUT, why=_(attendee.why_not))
    guest = there.get(ref_of(attendee))
    if guest is not None:
        return Line(attendee, Fate.THERE, guest=guest)
    reader = Reader(_HEADINGS, [column.value for column in COLUMNS])
    entry = reader.entry(Row(attendee.row, _cells(attendee)))
    if entry is None:
        problem = reader.problems[0]
        return Line(attendee, Fate.LEFT_OUT, why=_(problem.template) % problem.values)
    return Line(attendee, Fate.NEW, entry)


_HEADINGS = [column.value for column in COLUMNS]


def _cells(attendee: Attendee) -> tuple[str, ...]:
    office = attendee.office if attendee.body else ""
    return (
        *(named(attendee), attendee.given, attendee.family, attendee.other_name),
        *(attendee.email, attendee.phone, attendee.body, office),
    )


def _settled(line: Line, pairs: Sequence[ImportPair], guests: Mapping[int, Participation]) -> Line:
    """Take for the same whom address or name say to be it; of the others the office decides."""
    if line.entry is None or not pairs:
        return line
    alike = [pair for pair in pairs if pair.is_sure and _is_alike(pair)]
    known = {pair.person_id for pair in alike if pair.person_id is not None}
    if len(known) == 1:
        person = known.pop()
        if person in guests:
            return Line(line.attendee, Fate.THERE, line.entry, person, guests[person])
        return Line(line.attendee, Fate.KNOWN, line.entry, person, why=_known(pairs, person))
    same = next((pair for pair in alike if pair.other_row and _mails(pair.here)), None)
    if not known and same:
        why = _("The same guest as in row %(row)s.") % {"row": same.other_row}
        return Line(line.attendee, Fate.LEFT_OUT, why=why)
    maybe = {pair.person_id for pair in pairs}
    one = maybe.pop() if len(maybe) == 1 else None
    return Line(line.attendee, Fate.DOUBTFUL, line.entry, one, guests.get(one or 0), _doubt(pairs[0]))


def _is_alike(pair: ImportPair) -> bool:
    """Whether two have an address in common, or their whole name to the letter."""
    return bool(_mails(pair.here) & _mails(pair.there)) or _name(pair.here) == _name(pair.there)


def _mails(told: Mapping[str, Any]) -> set[str]:
    return {part.strip().casefold() for part in str(told.get("email", "")).split(";") if part.strip()}


def _name(told: Mapping[str, Any]) -> str:
    return fold(str(told.get("name", "")))


def _known(pairs: Sequence[ImportPair], person: int) -> str:
    there = next(pair.there for pair in pairs if pair.person_id == person)
    return _("%(name)s of the directory.") % {"name": there.get("name", "")}


def _doubt(pair: ImportPair) -> str:
    if pair.other_row:
        return _("It may be the same guest as in row %(row)s.") % {"row": pair.other_row}
    return _("It may be %(name)s of the directory.") % {"name": pair.there.get("name", "")}


def _unasked(event: Event, export: Export) -> list[str]:
    asked = questions_of(event)
    answered = dict.fromkeys(question for each in export.attendees for question, _text in each.answers)
    return [question for question in answered if fold(question) not in asked]


def _answer(question: Question, text: str) -> str:
    """An answer as the reply page keeps it; empty where it is none of those to choose from."""
    if question.answer == Question.Answer.TEXT:
        return text[:1000]
    if question.answer == Question.Answer.YES_NO:
        return {"yes": "yes", "true": "yes", "no": "no", "false": "no"}.get(text.casefold(), "")
    options = {fold(word): str(each["ref"]) for each in question.options for word in each["texts"].values()}
    return options.get(fold(text), "")
