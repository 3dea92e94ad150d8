"""People of the directory, with their names in every script."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office as Seat
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.bodies import Visible, delete_from_book
from chancery.api.resources.contacts import Contact, ContactIn, contacts_of, contacts_written
from chancery.api.resources.values import State
from chancery.api.shapes import Language, Line, OneOf, PartialDay, Shape, Text, Wording, Written
from chancery.directory import access
from chancery.directory.actions import book
from chancery.directory.models import Person, PersonName, Visibility
from chancery.directory.queries.people import PeopleFilter, people_of
from chancery.directory.sorting import sorted_as

Part = Annotated[str, Field(max_length=120)]
Gender = Annotated[
    str, OneOf(Person.Gender), Field(description="`f` woman, `m` man; empty where it is not known.")
]


class PersonFilters(ChangedFilters):
    body: str = Field("", max_length=12, description="Only who holds an office of this body today; a code.")
    office_class: str = Field("", max_length=60, description="Only who holds an office of this class today.")
    state: str = Field("", max_length=2, description="Only of this state, by office or nationality.")
    group: str = Field("", max_length=12, description="Only members of this group; a code.")


class Name(Shape):
    """A name of a person exactly as printed, in one script and order."""

    printed: str
    given: str
    family: str
    language: str = Field(description="Language of the name; empty where it is not noted.")
    order: Annotated[str, OneOf(PersonName.Order)]
    kind: Annotated[str, OneOf(PersonName.Kind)]


class NameIn(Written):
    """A name as it is written."""

    printed: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
    given: Part = ""
    family: Part = ""
    language: Language | Annotated[str, Field(max_length=0)] = ""
    order: Annotated[str, OneOf(PersonName.Order)] = PersonName.Order.GIVEN_FIRST.value
    kind: Annotated[str, OneOf(PersonName.Kind)] = PersonName.Kind.CIVIL.value


class PersonOut(Shape):
    """Somebody, living or dead."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that owns the entry and alone may change it.")
    sort_name: str = Field(description="How lists sort the name.")
    names: list[Name] = Field(description="The first one is the main name.")
    gender: Gender
    honorifics: Wording = Field(description="As printed before the name.")
    languages: list[str]
    pronunciation: str
    nationality: str
    born: str | None
    died: str | None
    contact_points: list[Contact]
    visibility: Visible
    is_sample: bool
    note: str
    created_at: datetime


class PersonIn(Written):
    names: list[NameIn] = Field(
        min_length=1, max_length=20, description="Names as printed; the first one is the main name."
    )
    sort_name: Line = Field(
        "", description="How lists sort the name; left out, it follows from the main name."
    )
    gender: Gender = ""
    honorifics: Wording = Field(default_factory=dict, description="As printed before the name.")
    languages: list[Language] = Field(default_factory=list, max_length=30)
    pronunciation: Line = ""
    nationality: State = ""
    born: PartialDay | None = None
    died: PartialDay | None = None
    contact_points: list[ContactIn] = Field(default_factory=list, max_length=50)
    visibility: Visible = Visibility.OWN.value
    note: Text = ""


class Persons(Resource[Person]):
    """People of the directory: the office's own, and those that its ministry shows to all posts."""

    name, one, shape, filters = "persons", "person", PersonOut, PersonFilters
    right = Right.DIRECTORY_VIEW
    history = {"directory.person": "pk"}

    def rows(self, office: Seat) -> QuerySet[Person]:
        found = access.readable(office, Person).select_related("organiser")
        return found.prefetch_related("names", "contact_points__via")

    def narrowed(self, rows: QuerySet[Person], asked: Any, office: Seat) -> QuerySet[Person]:
        wanted = PeopleFilter(
            body=asked.body, office_class=asked.office_class, state=asked.state, group=asked.group
        )
        if wanted != PeopleFilter():
            rows = rows.filter(pk__in=people_of(office, wanted, office.today).values("pk"))
        return super().narrowed(rows, asked, office)

    def show(self, row: Person) -> PersonOut:
        names = sorted(row.names.all(), key=lambda each: each.position)
        return PersonOut.model_construct(
            owner=row.organiser.ref,
            names=[
                Name.model_construct(**{part: getattr(each, part) for part in Name.model_fields})
                for each in names
            ],
            born=str(row.born) if row.born else None,
            died=str(row.died) if row.died else None,
            contact_points=contacts_of(row),
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.DIRECTORY_EDIT, PersonIn)
    def enter(self, office: Seat, written: PersonIn) -> Person:
        """Enter a person."""
        row = Person(organiser=office.organiser)
        book.enter(row, sections=_put(row, office, written), by=office.actor)
        return row

    @changes(Right.DIRECTORY_EDIT, PersonIn)
    def change(self, office: Seat, row: Person, written: PersonIn) -> None:
        """Change a person; names and contact points are written as a whole."""
        book.change(row, sections=_put(row, office, written), by=office.actor)

    @deletes(Right.DIRECTORY_EDIT)
    def delete(self, office: Seat, row: Person) -> None:
        """Delete a person on whom nothing rests."""
        delete_from_book(office, row)


_PLAIN = (
    "code", "ref", "sort_name", "gender", "honorifics", "languages", "pronunciation", "nationality",
    "visibility", "is_sample", "note", "created_at",
)  # fmt: skip


def _put(row: Person, office: Seat, written: PersonIn) -> dict[str, Any]:
    values = resolved(written, office)
    sections = contacts_written(values, office)
    if "names" in values:
        sections["names"] = [each.model_dump() for each in values.pop("names")]
    if not values.get("sort_name", row.sort_name):
        values["sort_name"] = sorted_as(sections.get("names", []))
    if not values.get("sort_name", row.sort_name):
        raise invalid("sort_name", _("Write a name, or at least how it is sorted."))
    put(row, values)
    return sections
