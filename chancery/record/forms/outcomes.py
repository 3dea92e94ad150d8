"""What became of everything in an item: who contributed, messages, acts, works, showings and awards."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Participation
from chancery.programme import faces
from chancery.programme.models import (
    Act,
    Award,
    Contribution,
    Happened,
    Item,
    Message,
    Performance,
    PlannedModel,
    Showing,
)

Capacity = Participation.Capacity
FIND = "record:find-who"
# Who stands in the plan and is not rewritten: what became of them stands beside it.
AUTHOR_THERE = [("", _("not known")), (True, _("was there")), (False, _("was not there"))]


class OutcomeRowForm(house.RowForm):
    """
    What became of one row of an item, or one that came on the day.

    `people` names its fields for somebody, with the capacity of whoever is new there. `fixed` are the fields
    that a planned row keeps as they were planned; `instead` is the capacity of somebody who came in the place
    of a planned one, where that can be.
    """

    people: ClassVar[Mapping[str, Capacity]] = {}
    fixed: ClassVar[Sequence[str]] = ()
    instead: ClassVar[Capacity | None] = None
    # Who may have been somebody else than planned without a row of their own.
    stand_in: ClassVar[Set[str]] = frozenset()

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.office = office
        self.unchecked = self.people
        self.row: PlannedModel = self.instance
        self.is_kept = bool(self.row.pk) and self.row.is_planned
        for name in self.fixed if self.is_kept else ():
            del self.fields[name]
        for name in self.people.keys() & self.fields.keys():
            self.fields[name] = self._who(name)
        if self.instead is not None and self.is_kept:
            self.fields["instead"] = TakingPartField(
                office=office,
                route=FIND,
                capacity=self.instead,
                label=_("Somebody else instead"),
                required=False,
            )
        if "language" in self.fields:
            self.fields["language"] = forms.ChoiceField(
                label=_("Language"), required=False, choices=_language_choices
            )
        if not self.row.pk:
            self.initial["happened"] = Happened.YES
            self.row.is_planned = False

    def _who(self, name: str) -> TakingPartField:
        before = self.fields[name]
        chosen = getattr(self.instance, name) if getattr(self.instance, f"{name}_id") else None
        return TakingPartField(
            office=self.office,
            route=FIND,
            capacity=self.people[name],
            chosen=chosen,
            label=before.label,
            required=before.required,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.stand_in & cleaned.keys() if self.is_kept else ():
            planned = getattr(type(self.row)._default_manager.get(pk=self.row.pk), name)
            if planned is not None and cleaned[name] != planned:
                self._tell_plan(cleaned, planned)
        return cleaned

    def _tell_plan(self, cleaned: dict[str, Any], planned: Participation) -> None:
        """Keep in words who was planned where somebody else did it."""
        if cleaned.get("happened") in {Happened.UNKNOWN, Happened.YES}:
            cleaned["happened"] = Happened.CHANGED
        cleaned["outcome"] = cleaned.get("outcome") or gettext("Planned was %(name)s.") % {
            "name": planned.name_printed
        }

    @property
    def heading(self) -> str:
        """What the row is, as the programme shows it; empty for a new one."""
        return row_words(self.row, get_language() or "en") if self.row.pk else ""

    @property
    def replacement(self) -> Participation | None:
        """Who came in the place of the planned one."""
        found: Participation | None = self.cleaned_data.get("instead")
        return found


def row_words(row: models.Model, language: str) -> str:
    """A row of an item in one line: who or what, and what about it."""
    match row:
        case Contribution():
            face = faces.contributor(row, language)
        case Message():
            face = faces.message(row, language)
        case Act():
            face = faces.act(row, row.position + 1, language)
        case Award():
            face = faces.award(row, language)
        case Performance():
            return faces.work(row, language)
        case _:
            assert isinstance(row, Showing)
            return faces.showing(row, language)
    return f"{face.name} · {face.office}" if face.office else face.name


def _language_choices() -> list[tuple[str, str]]:
    return [("", ""), *places.languages(get_language() or "en")]


class ContributionForm(OutcomeRowForm):
    people: ClassVar = {"participation": Capacity.SPEAKER}
    fixed: ClassVar = ("participation", "form", "mode")
    instead: ClassVar = Capacity.SPEAKER

    class Meta:
        model = Contribution
        fields = ["participation", "form", "mode", "language", "happened", "outcome"]
        labels = {"participation": _("Who")}


class MessageForm(OutcomeRowForm):
    people: ClassVar = {"author": Capacity.AUTHOR, "reader": Capacity.READER}
    fixed: ClassVar = ("author",)
    stand_in: ClassVar = frozenset({"reader"})

    spoke_too = forms.BooleanField(
        label=_("The reader also spoke in an own name"),
        required=False,
        help_text=_("That is a contribution of its own, beside the message."),
    )

    class Meta:
        model = Message
        fields = [
            "author",
            "form",
            "delivery",
            "reader",
            "author_was_present",
            "made_elsewhere",
            "language",
            "happened",
            "outcome",
        ]
        labels = {
            "author": _("Message from"),
            "reader": _("Read or shown by"),
            "author_was_present": _("Author"),
        }
        widgets = {"author_was_present": forms.Select(choices=AUTHOR_THERE)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("spoke_too") and not cleaned.get("reader"):
            self.add_error("reader", _("Say who read the message and then spoke, too."))
        return cleaned


class ActForm(OutcomeRowForm):
    people: ClassVar = {"participation": Capacity.GUEST, "on_behalf_of": Capacity.REPRESENTED}
    fixed: ClassVar = ("participation", "on_behalf_of", "kind")
    instead: ClassVar = Capacity.GUEST

    class Meta:
        model = Act
        fields = ["participation", "on_behalf_of", "kind", "happened", "outcome"]
        labels = {"participation": _("Who"), "on_behalf_of": _("On behalf of")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "instead" in self.fields:
            self.fields["instead"].label = _("A deputy instead, on their behalf")


class PerformanceForm(OutcomeRowForm):
    fixed: ClassVar = ("work", "authors", "purpose")

    class Meta:
        model = Performance
        fields = ["work", "authors", "performers", "purpose", "happened", "outcome"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.is_kept and not any(cleaned.get(name) for name in ("work", "authors", "performers")):
            raise forms.ValidationError(_("Name the work, its author or who performs it."))
        return cleaned


class ShowingForm(OutcomeRowForm):
    fixed: ClassVar = ("film", "exhibition")

    class Meta:
        model = Showing
        fields = ["film", "exhibition", "happened", "outcome"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"film", "exhibition"} & self.fields.keys():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            assert field.queryset is not None
            field.queryset = field.queryset.filter(organiser=self.office.organiser).order_by("ref")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.is_kept and bool(cleaned.get("film")) == bool(cleaned.get("exhibition")):
            self.add_error("film", _("Choose either a film or an exhibition."))
        return cleaned


class AwardForm(OutcomeRowForm):
    people: ClassVar = {
        "laureate": Capacity.LAUREATE,
        "laureate_with": Capacity.LAUREATE,
        "receiver": Capacity.GUEST,
        "presenter": Capacity.GUEST,
    }
    fixed: ClassVar = ("names", "laureate")
    stand_in: ClassVar = frozenset({"receiver", "presenter"})

    class Meta:
        model = Award
        fields = [
            "names",
            "laureate",
            "laureate_with",
            "is_posthumous",
            "receiver",
            "presenter",
            "happened",
            "outcome",
        ]
        labels = {
            "laureate": _("Laureate"),
            "laureate_with": _("Together with"),
            "receiver": _("Received by, in place of the laureate"),
            "presenter": _("Presented by"),
        }


@dataclass(frozen=True, slots=True)
class RowKind:
    """One kind of rows of an item; `of` are the kinds of items that mostly have them."""

    name: str
    model: type[models.Model]
    form: type[OutcomeRowForm]
    heading: Promise
    word: Promise
    of: frozenset[str] = frozenset()


Kind = Item.Kind
ROWS: Sequence[RowKind] = (
    RowKind(
        "contribution",
        Contribution,
        ContributionForm,
        _("Who contributed"),
        _("Add somebody who was not planned"),
        frozenset({Kind.SPEECH, Kind.READING, Kind.PRAYER, Kind.PANEL, Kind.UNVEILING}),
    ),
    RowKind(
        "message",
        Message,
        MessageForm,
        _("Messages"),
        _("Add a message that came"),
        frozenset({Kind.MESSAGE}),
    ),
    RowKind(
        "act",
        Act,
        ActForm,
        _("Wreaths, candles and other acts"),
        _("Add an act that was not planned"),
        frozenset({Kind.WREATH, Kind.CANDLE, Kind.FLAG}),
    ),
    RowKind("award", Award, AwardForm, _("Awards"), _("Add an award"), frozenset({Kind.AWARD})),
    RowKind(
        "performance",
        Performance,
        PerformanceForm,
        _("Works performed"),
        _("Add a work"),
        frozenset({Kind.PERFORMANCE, Kind.ANTHEM}),
    ),
    RowKind(
        "showing",
        Showing,
        ShowingForm,
        _("Films and exhibitions"),
        _("Add what was shown"),
        frozenset({Kind.FILM, Kind.EXHIBITION}),
    ),
)


class OutcomeRows(house.RowsFormSet):
    """The rows of one kind; what was planned cannot be taken away, only noted as not having taken place."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.is_kept:
            del form.fields["DELETE"]


def formset_for(kind: RowKind, sent: Any, item: Item, office: EventOffice) -> OutcomeRows:
    """Make the formset of one kind of rows, with an empty row where the item mostly has such."""
    made = forms.inlineformset_factory(
        Item,
        kind.model,
        form=kind.form,
        formset=OutcomeRows,
        extra=1 if item.kind in kind.of else 0,
        can_delete=True,
    )
    formset: OutcomeRows = made(  # type: ignore[assignment]  # it subclasses the given formset
        sent, instance=item, queryset=_stored(kind), prefix=kind.name, form_kwargs={"office": office}
    )
    return formset


def _stored(kind: RowKind) -> models.QuerySet[Any]:
    """The rows of a kind in their order, with everybody whom they name."""
    is_placed = any(field.name == "position" for field in kind.model._meta.fields)
    rows = kind.model._default_manager.order_by(*(["position"] if is_placed else []), "pk")
    for name in kind.form.people:
        rows = rows.select_related(f"{name}__person", f"{name}__office", f"{name}__body")
        rows = rows.prefetch_related(f"{name}__person__names")
    return rows
