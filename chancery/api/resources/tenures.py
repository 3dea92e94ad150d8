"""Who holds or held which office."""

from collections.abc import Callable
from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from chancery.accounts.access import Office as Seat
from chancery.accounts.roles import Right
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.values import readable
from chancery.api.shapes import Code, Day, OneOf, PartialDay, Shape, Written
from chancery.base.codes import new_code
from chancery.directory import access
from chancery.directory.actions import book
from chancery.directory.models import Office, Person, Tenure, TenureStep
from chancery.directory.queries.snapshots import Plain, section_of, section_values
from chancery.directory.queries.tenures import held_on

Basis = Annotated[str, OneOf(Tenure.Basis)]
StepKind = Annotated[str, OneOf(TenureStep.Kind)]


class TenureFilters(ChangedFilters):
    person: str = Field("", max_length=12, description="Only tenures of this person; a code.")
    office: str = Field("", max_length=12, description="Only tenures of this office; a code.")
    held_on: Day | None = Field(None, description="Only tenures that may be held on this day.")


class StepOfTenure(Shape):
    """A dated step by which somebody took up an office."""

    kind: StepKind
    moment: str = Field(description="Local day, with the time where it is known.")


class StepOfTenureIn(Written):
    """A step as it is written."""

    kind: StepKind
    moment: PartialDay


def _each_once(steps: list[StepOfTenureIn]) -> list[StepOfTenureIn]:
    if len({step.kind for step in steps}) < len(steps):
        raise ValueError(_("Two steps are of one kind; leave one of them out."))
    return steps


Steps = AfterValidator(_each_once)


class TenureOut(Shape):
    """A person holding an office from a day to a day; both may be unknown."""

    code: str
    person: str = Field(description="Code of the person.")
    office: str = Field(description="Code of the office.")
    basis: Basis
    begins: str | None = Field(description="As far as it is known: a year, a month or a day.")
    ends: str | None
    steps: list[StepOfTenure]


class TenureChangeIn(Written):
    office: Annotated[Code, readable(Office)] = Field(description="Code of the office.")
    basis: Basis = Tenure.Basis.FULL.value
    begins: PartialDay | None = None
    ends: PartialDay | None = None
    steps: Annotated[list[StepOfTenureIn], Steps] = Field(
        default_factory=list, max_length=len(TenureStep.Kind)
    )


class TenureIn(TenureChangeIn):
    person: Annotated[Code, readable(Person)] = Field(description="Code of the person.")


class Tenures(Resource[Tenure]):
    """Who holds or held which office, from when to when and on what basis."""

    name, one, shape, filters = "tenures", "tenure", TenureOut, TenureFilters
    right = Right.DIRECTORY_VIEW
    lookups = {"person": "person__code", "office": "office__code"}
    history = {"directory.person": "person"}

    def owned(self, row: Tenure) -> Person:
        return row.person

    def rows(self, office: Seat) -> QuerySet[Tenure]:
        people = access.readable_by(office.organiser, Person, "person__")
        offices = access.readable_by(office.organiser, Office, "office__")
        found = Tenure.objects.filter(people, offices).select_related("person__organiser", "office")
        return found.prefetch_related("steps")

    def narrowed(self, rows: QuerySet[Tenure], asked: Any, office: Seat) -> QuerySet[Tenure]:
        rows = super().narrowed(rows, asked, office)
        return rows.filter(held_on(asked.held_on)) if asked.held_on else rows

    def show(self, row: Tenure) -> TenureOut:
        steps = sorted(row.steps.all(), key=lambda each: each.pk)
        return TenureOut.model_construct(
            code=row.code,
            person=row.person.code,
            office=row.office.code,
            basis=row.basis,
            begins=str(row.begins) if row.begins else None,
            ends=str(row.ends) if row.ends else None,
            steps=[StepOfTenure.model_construct(kind=each.kind, moment=str(each.moment)) for each in steps],
        )

    @creates(Right.DIRECTORY_EDIT, TenureIn)
    def enter(self, office: Seat, written: TenureIn) -> Tenure:
        """Enter that a person of one's own holds or held an office."""
        values = resolved(written, office)
        row = Tenure(person=access.own(office, values["person"]), code=new_code())
        plain = _plain(row, values) | {"code": row.code}
        _save(office, row.person, lambda kept: [*kept, plain])
        return Tenure.objects.get(code=row.code)

    @changes(Right.DIRECTORY_EDIT, TenureChangeIn)
    def change(self, office: Seat, row: Tenure, written: TenureChangeIn) -> None:
        """Change a tenure; its steps are written as a whole."""
        plain = _plain(row, resolved(written, office))
        _save(
            office,
            row.person,
            lambda kept: [each | (plain if each["code"] == row.code else {}) for each in kept],
        )

    @deletes(Right.DIRECTORY_EDIT)
    def delete(self, office: Seat, row: Tenure) -> None:
        """Delete a tenure that never was; one that ended gets its end."""
        _save(office, row.person, lambda kept: [each for each in kept if each["code"] != row.code])


def _plain(row: Tenure, values: dict[str, Any]) -> Plain:
    """Return what was written as the actions take it, checked."""
    steps = values.pop("steps", None)
    put(row, values, unchecked=["code"])
    plain: Plain = {name: value for name, value in values.items() if name in ("basis", "begins", "ends")}
    if "office" in values:
        plain["office_id"] = values["office"].pk
    if steps is not None:
        plain["steps"] = [step.model_dump() for step in steps]
    return plain


def _save(office: Seat, person: Person, changed: Callable[[list[Plain]], list[Plain]]) -> None:
    section = section_of(Person, "tenures")
    assert section is not None
    book.change(person, sections={"tenures": changed(section_values(section, person))}, by=office.actor)
