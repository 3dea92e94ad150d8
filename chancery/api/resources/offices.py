"""Offices that somebody may hold."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from chancery.accounts.access import Office as Seat
from chancery.accounts.roles import Right
from chancery.api.problems import Problem, invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved, verb
from chancery.api.resources.bodies import delete_from_book
from chancery.api.resources.tenures import Basis, StepOfTenureIn, Steps
from chancery.api.resources.values import PersonCode, Small, readable
from chancery.api.shapes import Code, PartialDay, Shape, SomeWording, Wording, Written
from chancery.directory import access
from chancery.directory.actions import book, offices
from chancery.directory.models import Body, Office, Tenure
from chancery.rules.dates import PartialDate
from chancery.rules.precedence.classes import OfficeClass


def _known_class(key: str) -> str:
    if key and key not in OfficeClass:
        raise ValueError(
            _("This is no class of offices; look at the classes in the directory, or leave it empty.")
        )
    return key


Class = Annotated[
    str,
    Field(max_length=60, description="What kind of office it is for the order of precedence; may be empty."),
    AfterValidator(_known_class),
]


class OfficeFilters(ChangedFilters):
    body: str = Field("", max_length=12, description="Only offices of this body; a code.")
    office_class: str = Field("", max_length=60, description="Only offices of this class.")


class OfficeOut(Shape):
    """A post that somebody may hold, or nobody known: the Ambassador of a state, the editor of a magazine."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that owns the entry and alone may change it.")
    body: str = Field(description="Code of the body it belongs to.")
    titles: Wording = Field(description="The whole title as printed.")
    office_class: str
    territory: str
    position: int = Field(description="Offices of a body are listed by this number.")
    is_sample: bool


class OfficeChangeIn(Written):
    titles: SomeWording
    office_class: Class = ""
    territory: Annotated[str, Field(max_length=120)] = ""
    position: Small = 0


class OfficeIn(OfficeChangeIn):
    body: Annotated[Code, readable(Body)] = Field(description="Code of the body it belongs to.")


class HandOver(Written):
    """Who takes an office over from its holders."""

    to: PersonCode = Field(None, description="Code of the person who takes over; null leaves it vacant.")
    on: PartialDay
    basis: Basis = Tenure.Basis.FULL.value
    steps: Annotated[list[StepOfTenureIn], Steps] = Field(default_factory=list)


class Offices(Resource[Office]):
    """Posts of the bodies of the directory, whoever holds them; see tenures for the holders."""

    name, one, shape, filters = "offices", "office", OfficeOut, OfficeFilters
    right = Right.DIRECTORY_VIEW
    lookups = {"body": "body__code", "office_class": "office_class"}
    history = {"directory.office": "pk"}

    def rows(self, office: Seat) -> QuerySet[Office]:
        return access.readable(office, Office).select_related("organiser", "body")

    def show(self, row: Office) -> OfficeOut:
        plain = ("code", "ref", "titles", "office_class", "territory", "position", "is_sample")
        return OfficeOut.model_construct(
            owner=row.organiser.ref, body=row.body.code, **{name: getattr(row, name) for name in plain}
        )

    @creates(Right.DIRECTORY_EDIT, OfficeIn)
    def enter(self, office: Seat, written: OfficeIn) -> Office:
        """Enter an office of a body of one's own."""
        values = resolved(written, office)
        access.own(office, values["body"])
        row = put(Office(organiser=office.organiser), values)
        book.enter(row, sections={}, by=office.actor)
        return row

    @changes(Right.DIRECTORY_EDIT, OfficeChangeIn)
    def change(self, office: Seat, row: Office, written: OfficeChangeIn) -> None:
        """Change an office."""
        book.change(put(row, resolved(written, office)), sections={}, by=office.actor)

    @deletes(Right.DIRECTORY_EDIT)
    def delete(self, office: Seat, row: Office) -> None:
        """Delete an office that nobody holds or held."""
        delete_from_book(office, row)

    @verb("hand-over", Right.DIRECTORY_EDIT, HandOver)
    def hand_over(self, office: Seat, row: Office, written: HandOver) -> None:
        """Hand an office over: end the tenures that are open and begin the next one, in one step."""
        values: dict[str, Any] = resolved(written, office)
        try:
            offices.hand_over(
                office=row,
                to=values.get("to"),
                on=PartialDate.parse(written.on),
                basis=written.basis,
                steps={step.kind: PartialDate.parse(step.moment) for step in written.steps},
                by=office.actor,
            )
        except offices.HoldsItAlready:
            raise invalid(
                "to", _("This person holds the office already; choose another, or nobody.")
            ) from None
        except offices.EndsBeforeItBegins:
            raise invalid("on", _("The present holder began later than this day; correct the day.")) from None
        except offices.SomebodyElses as refused:
            words = _("“%(name)s” belongs to another office and can only be read.") % {"name": refused}
            raise Problem("refused", words) from None
