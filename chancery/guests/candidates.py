"""Whom the directory offers for the guest list: people by any spelling and office, and vacant offices."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, Tenure
from chancery.directory.queries import people, search
from chancery.directory.queries.tenures import current, held_on
from chancery.events.access import EventOffice
from chancery.events.participants import names_of
from chancery.guests.queries import parties

MOST = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the directory who may be put on the list."""

    code: str
    name: str
    office: str
    state: str
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a name in any spelling; a body, an office, a group; a class, a kind of body."""

    text: str = ""
    body: Body | None = None
    post: Office | None = None
    group: str = ""
    office_class: str = ""
    kind: str = ""

    def __bool__(self) -> bool:
        return any((self.text, self.body, self.post, self.group, self.office_class, self.kind))


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found; `is_cut` says that there is more than is shown."""

    lines: Sequence[Candidate]
    is_cut: bool


def candidates(office: EventOffice, asked: Asked, *, today: date, language: str) -> Candidates:
    """
    Find people and, by body, office or class, the offices that nobody is known to hold.

    Shape: people first, by name, or by how well they fit a spelling; nobody where nothing is asked for.
    """
    if not asked:
        return Candidates((), is_cut=False)
    lines = [*_people(office, asked, today, language)]
    if not asked.text and not asked.group:
        lines += _vacant(office, asked, today, language)
    return Candidates(lines[:MOST], is_cut=len(lines) > MOST)


def _people(office: EventOffice, asked: Asked, today: date, language: str) -> Iterable[Candidate]:
    wanted = people.PeopleFilter(
        body=asked.body.code if asked.body else "",
        group=asked.group,
        office_class=asked.office_class,
        kind=asked.kind,
    )
    found = people.people_of(office, wanted, today)
    if asked.post:
        held = Tenure.objects.filter(held_on(today), person=OuterRef("pk"), office=asked.post)
        found = found.filter(Exists(held))
    by_name = found.order_by("sort_key", "pk")[: MOST + 1]
    chosen = _spelt(office, found, asked.text) if asked.text else list(by_name)
    listed = set(parties.guests_of(office.event).values_list("person_id", flat=True))
    names = names_of(Person.objects.filter(pk__in=[person.pk for person in chosen]), language)
    return [
        _candidate(line, names[line.person.pk], listed, language) for line in people.lines_for(chosen, today)
    ]


def _spelt(office: EventOffice, found: QuerySet[Person], text: str) -> list[Person]:
    """Those of `found` whose name fits a spelling, the best first."""
    hits = search.search(office.organiser, text, kinds=["person"], limit=MOST + 1)
    rows = found.in_bulk([hit.object_id for hit in hits])
    return [rows[hit.object_id] for hit in hits if hit.object_id in rows]


def _candidate(line: people.PersonLine, name: str, listed: Collection[int], language: str) -> Candidate:
    titles = "; ".join(wording(tenure.office.titles, language).text for tenure in line.tenures)
    return Candidate(line.person.code, name, titles, line.state.lower(), is_listed=line.person.pk in listed)


def _vacant(office: EventOffice, asked: Asked, today: date, language: str) -> Iterable[Candidate]:
    """The offices that fit and that nobody is known to hold today."""
    narrowed = {
        "body": asked.body,
        "pk": asked.post.pk if asked.post else None,
        "office_class": asked.office_class,
        "body__kind": asked.kind,
    }
    offices = access.readable(office, Office).filter(
        **{name: value for name, value in narrowed.items() if value}
    )
    listed = set(parties.guests_of(office.event).filter(person=None).values_list("office_id", flat=True))
    held = Prefetch("tenures", Tenure.objects.order_by("position", "pk"))
    return [
        Candidate(
            code=each.code,
            name=wording(each.titles, language).text,
            office=_("holder not known"),
            state=each.body.state.lower(),
            is_listed=each.pk in listed,
        )
        for each in offices.select_related("body").prefetch_related(held).order_by("body", "position", "pk")
        if not current(each.tenures.all(), today)
    ]
