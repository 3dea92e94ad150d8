"""Occasions: the days that are kept, for which events are held."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.shapes import Line, OneOf, PartialDay, Shape, SomeWording, Text, Wording, Written
from chancery.occasions import access
from chancery.occasions.actions import days
from chancery.occasions.actions.rows import StillServed
from chancery.occasions.models import Occasion
from chancery.rules.dates import PartialDate

Kind = Annotated[str, OneOf(Occasion.Kind)]
Counts = Annotated[str, OneOf(Occasion.Counts), Field(description="What the ordinal number counts.")]


class OccasionFilters(ChangedFilters):
    kind: Kind | None = Field(None, description="Only occasions of this kind.")


class OtherName(Shape):
    """What somebody else calls the day."""

    texts: Wording
    named_by: str


class OccasionOut(Shape):
    """A day that is kept; the wording of its name belongs to whoever `named_by` names."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that owns it and alone may change it.")
    names: Wording
    named_by: str
    other_names: list[OtherName]
    kind: Kind
    happened_on: str | None = Field(description="Date of the event of history, as far as it is known.")
    first_kept_on: str | None
    counts: Counts
    rule: dict[str, Any] = Field(description="How the day is found in a year; empty where it has no rule.")
    note: str


class OccasionIn(Written):
    names: SomeWording
    named_by: Line = ""
    kind: Kind = Occasion.Kind.ANNIVERSARY.value
    happened_on: PartialDay | None = None
    first_kept_on: PartialDay | None = None
    counts: Counts = Occasion.Counts.EVENT.value
    note: Text = ""


class Occasions(Resource[Occasion]):
    """Occasions of the office, and those of its ministry that it may serve."""

    name, one, shape, filters = "occasions", "occasion", OccasionOut, OccasionFilters
    right = Right.EVENTS_VIEW
    lookups = {"kind": "kind"}
    history = {"occasions.occasion": "pk", "occasions.occasionname": "other_names"}

    def rows(self, office: Office) -> QuerySet[Occasion]:
        found = Occasion.objects.filter(access.served_by(office.organiser)).select_related("organiser")
        return found.prefetch_related("other_names")

    def show(self, row: Occasion) -> OccasionOut:
        others = sorted(row.other_names.all(), key=lambda name: (name.position, name.pk))
        return OccasionOut.model_construct(
            owner=row.organiser.ref,
            happened_on=str(row.happened_on) if row.happened_on else None,
            first_kept_on=str(row.first_kept_on) if row.first_kept_on else None,
            other_names=[OtherName.model_construct(texts=o.texts, named_by=o.named_by) for o in others],
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, OccasionIn)
    def enter(self, office: Office, written: OccasionIn) -> Occasion:
        """Enter an occasion."""
        row = _put(Occasion(organiser=office.organiser), office, written)
        return days.save_occasion(row, by=office.actor)

    @changes(Right.EVENTS_EDIT, OccasionIn)
    def change(self, office: Office, row: Occasion, written: OccasionIn) -> None:
        """Change an occasion of the office; other names and the rule stay."""
        days.save_occasion(_put(row, office, written), by=office.actor)

    @deletes(Right.EVENTS_EDIT, refuses=[StillServed])
    def delete(self, office: Office, row: Occasion) -> None:
        """Delete an occasion for which no event is held."""
        days.delete_occasion(row, by=office.actor)


_PLAIN = ("code", "ref", "names", "named_by", "kind", "counts", "rule", "note")


def _put(row: Occasion, office: Office, written: Written) -> Occasion:
    put(row, resolved(written, office))
    happened, kept = (_date(day) for day in (row.happened_on, row.first_kept_on))
    if happened and kept and kept.is_before(happened):
        raise invalid("first_kept_on", _("It cannot be kept before it happened; correct one of the dates."))
    if row.counts == Occasion.Counts.KEEPING and not kept:
        raise invalid("first_kept_on", _("Say when it was first kept, so that it can be counted."))
    return row


def _date(value: Any) -> PartialDate | None:
    return PartialDate.parse(str(value)) if value else None
