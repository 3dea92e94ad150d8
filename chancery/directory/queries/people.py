"""Lists of people and what a person's page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.directory import access
from chancery.directory.models import Person, Relation, Tenure
from chancery.directory.queries.tenures import current, held_on
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import PrintedName


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What a list of people is narrowed to; empty values narrow nothing. `body` and `group` are codes."""

    body: str = ""
    kind: str = ""
    state: str = ""
    group: str = ""
    office_class: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of a list: the name that the reader can read, and the offices held today."""

    person: Person
    printed: str
    tenures: Sequence[Tenure]

    @property
    def state(self) -> str:
        """The state of the first office, else of the nationality."""
        return next((tenure.office.body.state for tenure in self.tenures), "") or self.person.nationality


def people_of(office: Seat, wanted: PeopleFilter, today: date) -> QuerySet[Person]:
    """Return the people an office may read, narrowed, in no particular order."""
    people = access.readable(office, Person)
    held = Tenure.objects.filter(held_on(today), person=OuterRef("pk"))
    if wanted.body:
        people = people.filter(Exists(held.filter(office__body__code=wanted.body)))
    if wanted.kind:
        people = people.filter(Exists(held.filter(office__body__kind=wanted.kind)))
    if wanted.office_class:
        people = people.filter(Exists(held.filter(office__office_class=wanted.office_class)))
    if wanted.state:
        of_state = Exists(held.filter(office__body__state__iexact=wanted.state))
        people = people.filter(of_state | Q(nationality__iexact=wanted.state))
    if wanted.group:
        people = people.filter(groups__code=wanted.group)
    return people


def lines_for(people: Sequence[Person], today: date) -> list[PersonLine]:
    """Return the lines of `people`, in their order, with a constant number of queries."""
    keys = [person.pk for person in people]
    tenures = Tenure.objects.select_related("office__body").order_by("position", "id")
    loaded = {
        person.pk: person
        for person in Person.objects.filter(pk__in=keys)
        .select_related("organiser")
        .prefetch_related(
            "names",
            Prefetch("tenures", tenures, to_attr="all_tenures"),
        )
    }
    return [_line(loaded[key], today, get_language() or "en") for key in keys if key in loaded]


def _line(person: Person, today: date, language: str) -> PersonLine:
    tenures = person.all_tenures  # type: ignore[attr-defined]  # made by the prefetch above
    return PersonLine(person, name_in(person, language), current(tenures, today))


def name_in(person: Person, language: str) -> str:
    """
    Return the name of a person as a paper or a page in `language` writes it.

    The name noted for the language, else the first in its script, else in Latin letters, else the main one.
    """
    names = sorted(person.names.all(), key=lambda name: name.position)
    printed = tuple(PrintedName(name.printed, language=name.language) for name in names)
    return name_to_read(printed, language).printed or person.sort_name


# The same relation as the other one's page says it.
_TURNED: dict[str, str | Promise] = {
    Relation.Kind.ASSISTANT: _("assisted by"),
    Relation.Kind.DEPUTY: _("deputised for by"),
    Relation.Kind.PREDECESSOR: _("successor of"),
    Relation.Kind.PARENT: _("child of"),
    Relation.Kind.NEXT_OF_KIN: _("has as next of kin"),
}


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation in words as seen from one of the two, and the other one."""

    words: str
    other: Person
    note: str


def relation_lines(person: Person) -> list[RelationLine]:
    """Return the relations of a person in both directions, the own ones first."""
    relations = Relation.objects.select_related("person", "other").order_by("kind", "id")
    own = [
        RelationLine(row.get_kind_display(), row.other, row.note) for row in relations.filter(person=person)
    ]
    return own + [
        RelationLine(str(_TURNED.get(row.kind, row.get_kind_display())), row.person, row.note)
        for row in relations.filter(other=person)
    ]
