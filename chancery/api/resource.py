"""How a kind of object is offered: declared once, and everything else follows from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.shapes import Moment, Shape, Written, names_in, partial
from chancery.base.models import AuditLine
from chancery.directory.access import tree_of

type Mark = Callable[[Callable[..., Any]], Callable[..., Any]]

A_PAGE, MOST_A_PAGE = 50, 200


class Filters(BaseModel):
    """What every list can be narrowed to."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(A_PAGE, ge=1, le=MOST_A_PAGE, description="How many objects a page has at most.")
    cursor: str = Field("", max_length=2000, description="Where the page begins; taken from `next`.")


class ChangedFilters(Filters):
    """Filters of a list whose objects know when they were changed."""

    changed_since: Moment | None = Field(
        None,
        description="Only what was entered or changed at this moment or later; with `Z` or an offset.",
        examples=["2027-01-31T08:00:00Z"],
    )


@dataclass(frozen=True, slots=True)
class Write:
    """
    Something that can be done: with the list (`create`), with one object (`change`, `delete`, or a verb).

    `body` is None where nothing is written. `refuses` are the exceptions of the action whose message is one
    sentence.
    """

    what: str
    right: Right
    body: type[Written] | None
    refuses: tuple[type[Exception], ...]
    deed: Callable[..., Any]
    summary: str

    @property
    def is_verb(self) -> bool:
        return self.what not in ("create", "change", "delete")


def _marked(what: str, right: Right, body: type[Written] | None, refuses: Iterable[type[Exception]]) -> Mark:
    def mark(deed: Callable[..., Any]) -> Callable[..., Any]:
        summary = " ".join((deed.__doc__ or "").split("\n\n")[0].split())
        deed.write = Write(what, right, body, tuple(refuses), deed, summary)  # type: ignore[attr-defined]  # read by Resource
        return deed

    return mark


def creates(right: Right, body: type[Written], *, refuses: Iterable[type[Exception]] = ()) -> Mark:
    """Mark `(self, office, written) -> row` as what POST to the list does."""
    return _marked("create", right, body, refuses)


def changes(right: Right, body: type[Written], *, refuses: Iterable[type[Exception]] = ()) -> Mark:
    """Mark `(self, office, row, written)` as what PATCH does; of `body` only what changes is written."""
    return _marked("change", right, partial(body), refuses)


def deletes(right: Right, *, refuses: Iterable[type[Exception]] = ()) -> Mark:
    """Mark `(self, office, row)` as what DELETE does."""
    return _marked("delete", right, None, refuses)


def verb(
    name: str, right: Right, body: type[Written] | None = None, *, refuses: Iterable[type[Exception]] = ()
) -> Mark:
    """Mark `(self, office, row, written)` as what POST to `…/{code}/name` does."""
    return _marked(name, right, body, refuses)


class Resource[Row: Model]:
    """
    One kind of object of the interface; see the docstring of `chancery.api` for how to add one.

    `name` stands in the address, `one` is what its code is called there. `right` opens it for reading.
    `order` are columns that are never empty, the last one unique. `lookups` say of a filter which column it
    narrows, `history` of a kind of audit line which column its object stands in.
    """

    name: ClassVar[str]
    one: ClassVar[str]
    shape: ClassVar[type[Shape]]
    right: ClassVar[Right]
    is_in_event: ClassVar[bool] = False
    filters: ClassVar[type[Filters]] = Filters
    order: ClassVar[Sequence[str]] = ("pk",)
    lookups: ClassVar[Mapping[str, str]] = {}
    history: ClassVar[Mapping[str, str]] = {}
    key: ClassVar[str] = "code"

    def rows(self, office: Any) -> QuerySet[Row]:
        """Return the rows that the office may read, with all that `show` looks at."""
        raise NotImplementedError

    def show(self, row: Row) -> Shape:
        """Return a row as it is read; it asks the database nothing."""
        raise NotImplementedError

    def owned(self, row: Row) -> Any:
        """Return the row that says whose it is; only the office that owns it writes."""
        return row

    def narrowed(self, rows: QuerySet[Row], asked: Any, office: Any) -> QuerySet[Row]:
        """Return what the filters leave; empty filters narrow nothing."""
        for name, lookup in self.lookups.items():
            value = getattr(asked, name)
            if value not in (None, ""):
                rows = rows.filter(**{lookup: value})
        if getattr(asked, "changed_since", None) is not None:
            rows = rows.filter(self._changed_since(asked.changed_since, office))
        return rows

    def _changed_since(self, moment: Any, office: Office) -> Q:
        """The history knows when something was changed, for objects that others share by their history."""
        tree = tree_of(office.organiser)
        offices = Organiser.objects.filter(Q(pk=tree) | Q(parent=tree) | Q(pk=office.organiser.pk))
        lines = AuditLine.objects.filter(organiser_id__in=offices.values("pk"), at__gte=moment)
        found = Q()
        for kind, column in self.history.items():
            found |= Q(**{f"{column}__in": lines.filter(kind=kind).values("object_id")})
        return found

    @classmethod
    def writes(cls) -> list[Write]:
        """Return what can be done, in the order in which it is declared."""
        return [deed.write for deed in vars(cls).values() if hasattr(deed, "write")]


def resolved(written: Written, office: Any) -> dict[str, Any]:
    """
    Return what was written by the names of the columns; codes of other objects become those objects.

    Errors: Problem invalid where the office may not choose such an object.
    """
    values: dict[str, Any] = {}
    for name in sorted(written.model_fields_set):
        value, names = getattr(written, name), names_in(type(written).model_fields[name])
        if names is not None and value is not None:
            value = names.rows(office).filter(**{names.by: value}).first()
            if value is None:
                raise invalid(name, _("There is no such object to choose; look at the code."))
        values[name] = value
    return values


def put[Row: Model](row: Row, values: Mapping[str, Any], *, unchecked: Sequence[str] = ()) -> Row:
    """
    Set columns of a row, unsaved, and check it as its model does.

    Errors: Django's ValidationError, which becomes a Problem. Columns named in `unchecked` are the action's.
    """
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.full_clean(exclude=unchecked)
    except ValidationError as wrong:
        raise _as_problem(wrong) from None
    return row


def _as_problem(wrong: ValidationError) -> Exception:
    told = wrong.message_dict
    errors = [("" if field == "__all__" else field, text) for field, texts in told.items() for text in texts]
    problem = invalid(*errors[0])
    problem.errors = errors
    return problem
