"""What the rows of an event may choose among: each kind is loaded once for all rows of a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import get_language

from chancery.accounts.models import Membership
from chancery.base.languages import wording
from chancery.events import queries
from chancery.events.access import EventOffice
from chancery.events.models import Source
from chancery.occasions.queries.campaigns import campaigns_of
from chancery.occasions.queries.days import occasions_served_by


class Choices:
    """The rows to choose among by the name of their field; all belong to the office or to the event."""

    def __init__(self, office: EventOffice) -> None:
        self.office = office
        self._loaded: dict[Callable[[], Iterable[Model]], Sequence[Model]] = {}
        self._kinds: Mapping[str, Callable[[], Iterable[Model]]] = {
            "place": self._places,
            "occasion": self._occasions,
            "campaign": self._campaigns,
            "part": self._parts,
            "within": self._categories,
            "category": self._categories,
            "version_of": self._sources,
            "source": self._sources,
            "owner": self._members,
            "membership": self._members,
        }

    @property
    def names(self) -> frozenset[str]:
        """The fields that choose a row."""
        return frozenset(self._kinds)

    def rows(self, name: str) -> Sequence[Model]:
        """Return what the field `name` offers, loaded on first use."""
        load = self._kinds[name]
        if load not in self._loaded:
            self._loaded[load] = list(load())
        return self._loaded[load]

    def _places(self) -> Iterable[Model]:
        return queries.places_of(self.office.organiser)

    def _occasions(self) -> Iterable[Model]:
        return occasions_served_by(self.office.organiser)

    def _campaigns(self) -> Iterable[Model]:
        return campaigns_of(self.office.organiser)

    def _parts(self) -> Iterable[Model]:
        return queries.parts_of(self.office.event)

    def _categories(self) -> Iterable[Model]:
        return queries.categories_of(self.office.event)

    def _sources(self) -> Iterable[Model]:
        return queries.sources_of(self.office.event)

    def _members(self) -> Iterable[Membership]:
        return self.office.organiser.memberships.select_related("user").order_by("user__name", "id")


class RowChoice(forms.ChoiceField):
    """A choice among rows that are loaded already; cleans to the row, or None where nothing is chosen."""

    def __init__(self, rows: Sequence[Any], *, nothing: Any, **kwargs: Any) -> None:
        self.by_key = {str(row.pk): row for row in rows}
        named = [(key, _named(row)) for key, row in self.by_key.items()]
        super().__init__(choices=[("", nothing), *named], **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the chosen row."""
        if value in self.empty_values:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if str(value) not in self.by_key:
            raise ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value}
            )
        return self.by_key[str(value)]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare keys, as they are sent."""
        return str(initial or "") != str(data or "")


def _named(row: Any) -> str:
    """The name of a row in the reader's language."""
    if isinstance(row, Membership):
        return str(row.user)
    if isinstance(row, Source):
        return source_line(row)
    return wording(row.names, get_language() or "en").text or str(row)


def source_line(source: Source) -> str:
    """A source by its title and where it appeared: versions of one report often share a title."""
    return " · ".join(part for part in (source.title, source.outlet, source.language) if part)
