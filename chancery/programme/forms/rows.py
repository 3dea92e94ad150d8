"""What hangs on an item: who contributes, messages, acts, works, films, awards and cues."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.inputs import Suggesting
from chancery.base.widgets import DayInput
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Participation
from chancery.programme import queries
from chancery.programme.forms.items import language_choices
from chancery.programme.forms.screens import departments_to_offer
from chancery.programme.models import Act, Award, Contribution, Cue, Item, Message, Performance, Showing

Capacity = Participation.Capacity
Form = Contribution.Form

# In which capacity somebody new takes part who contributes in a form; all others speak.
CAPACITY_OF: Mapping[str, Capacity] = {
    Form.MODERATION: Capacity.MODERATOR,
    Form.INTERPRETING: Capacity.INTERPRETER,
    Form.MUSIC: Capacity.PERFORMER,
    Form.READING: Capacity.READER,
    Form.PRAYER: Capacity.OFFICIANT,
}


# “On behalf of” does not say that the author is away (R97).
AUTHOR_THERE = [("", _("not known")), (True, _("is there")), (False, _("is not there"))]


class PartOfItemForm(house.RowForm):
    """A row of an item; `people` names its fields for somebody, with the capacity of whoever is new there."""

    people: ClassVar[Mapping[str, Capacity]] = {}

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.unchecked = self.people
        for name, capacity in self.people.items():
            before = self.fields[name]
            chosen = getattr(self.instance, name) if getattr(self.instance, f"{name}_id") else None
            self.fields[name] = TakingPartField(
                office=office, capacity=capacity, chosen=chosen, label=before.label, required=before.required
            )
        if "language" in self.fields:
            self.fields["language"] = forms.ChoiceField(
                label=_("Language"), required=False, choices=language_choices
            )
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = field.queryset.filter(organiser=office.organiser).order_by("ref")


class ContributionForm(PartOfItemForm):
    people: ClassVar = {"participation": Capacity.SPEAKER}

    class Meta:
        model = Contribution
        fields = ["participation", "form", "mode", "language", "is_confirmed", "titles"]
        labels = {"participation": _("Who"), "is_confirmed": _("Answer")}
        widgets = {
            "is_confirmed": forms.Select(
                choices=[("", _("no answer yet")), (True, _("has said yes")), (False, _("has said no"))]
            )
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        who: Participation | None = cleaned.get("participation")
        if who is not None and who.pk is None:
            who.capacity = CAPACITY_OF.get(cleaned.get("form", ""), Capacity.SPEAKER)
        return cleaned


class MessageForm(PartOfItemForm):
    people: ClassVar = {"author": Capacity.AUTHOR, "reader": Capacity.READER}

    class Meta:
        model = Message
        fields = [
            "author",
            "form",
            "delivery",
            "reader",
            "language",
            "author_was_present",
            "made_elsewhere",
            "details",
        ]
        labels = {
            "author": _("Message from"),
            "reader": _("Read or shown by"),
            "author_was_present": _("Author"),
        }
        widgets = {"author_was_present": forms.Select(choices=AUTHOR_THERE)}


class ActForm(PartOfItemForm):
    people: ClassVar = {"participation": Capacity.GUEST, "on_behalf_of": Capacity.REPRESENTED}

    class Meta:
        model = Act
        fields = ["participation", "on_behalf_of", "kind", "details", "honours"]
        labels = {"participation": _("Who"), "on_behalf_of": _("On behalf of")}


class PerformanceForm(PartOfItemForm):
    class Meta:
        model = Performance
        fields = ["work", "authors", "performers", "purpose"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in ("work", "authors", "performers")):
            raise forms.ValidationError(_("Name the work, its author or who performs it."))
        return cleaned


class ShowingForm(PartOfItemForm):
    class Meta:
        model = Showing
        fields = [
            "film",
            "exhibition",
            "rights",
            "licence",
            "licence_address",
            "rights_until",
            "rights_note",
        ]
        widgets = {"rights_until": DayInput}
        labels = {"rights": _("Rights for this showing")}
        help_texts = {"rights": _("Left open, those of the film count.")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("film")) == bool(cleaned.get("exhibition")):
            self.add_error("film", _("Choose either a film or an exhibition."))
        return cleaned


class AwardForm(PartOfItemForm):
    people: ClassVar = {
        "laureate": Capacity.LAUREATE,
        "laureate_with": Capacity.LAUREATE,
        "receiver": Capacity.GUEST,
        "presenter": Capacity.GUEST,
    }

    class Meta:
        model = Award
        fields = [
            "names",
            "grade",
            "edition",
            "prize",
            "laureate",
            "laureate_with",
            "is_posthumous",
            "receiver",
            "presenter",
            "reasons",
        ]
        labels = {
            "laureate": _("Laureate"),
            "laureate_with": _("Together with"),
            "receiver": _("Received by, in place of the laureate"),
            "presenter": _("Presented by"),
        }


class CueForm(PartOfItemForm):
    class Meta:
        model = Cue
        fields = ["department", "kind", "text"]

    def __init__(self, *args: Any, departments: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = departments_to_offer(departments)
        self.fields["department"].widget = Suggesting(lambda _language: offered)


@dataclass(frozen=True, slots=True)
class RowKind:
    """One kind of rows of an item; `of` are the kinds of items that mostly have them."""

    name: str
    model: type[models.Model]
    form: type[PartOfItemForm]
    heading: Promise
    of: frozenset[str] = frozenset()


Kind = Item.Kind
ROWS: Sequence[RowKind] = (
    RowKind(
        "contribution",
        Contribution,
        ContributionForm,
        _("Who contributes"),
        frozenset({Kind.SPEECH, Kind.READING, Kind.PRAYER, Kind.PANEL, Kind.UNVEILING}),
    ),
    RowKind("message", Message, MessageForm, _("Messages"), frozenset({Kind.MESSAGE})),
    RowKind(
        "act",
        Act,
        ActForm,
        _("Wreaths, candles and other acts, in their order"),
        frozenset({Kind.WREATH, Kind.CANDLE, Kind.FLAG}),
    ),
    RowKind(
        "performance",
        Performance,
        PerformanceForm,
        _("Works performed"),
        frozenset({Kind.PERFORMANCE, Kind.ANTHEM}),
    ),
    RowKind(
        "showing",
        Showing,
        ShowingForm,
        _("Films, recordings and exhibitions"),
        frozenset({Kind.FILM, Kind.EXHIBITION, Kind.ANTHEM, Kind.PERFORMANCE}),
    ),
    RowKind("award", Award, AwardForm, _("Awards"), frozenset({Kind.AWARD})),
    RowKind("cue", Cue, CueForm, _("Cues"), frozenset(Kind)),
)


def formset_for(kind: RowKind, sent: Any, item: Item, office: EventOffice) -> house.RowsFormSet:
    """Make the formset of one kind of rows, with an empty row for those who work without scripts."""
    given: dict[str, Any] = {"office": office}
    if kind.form is CueForm:
        given["departments"] = queries.departments(office.event)
    is_placed = _is_placed(kind.model)
    made = house.rows_of(Item, kind.model, kind.form, can_order=is_placed)
    return made(sent, instance=item, queryset=_stored(kind), prefix=kind.name, form_kwargs=given)


def _is_placed(model: type[models.Model]) -> bool:
    return any(field.name == "position" for field in model._meta.fields)


def _stored(kind: RowKind) -> models.QuerySet[Any]:
    """The rows of a kind in their order, with everybody whom they name."""
    rows = kind.model._default_manager.order_by(*(["position"] if _is_placed(kind.model) else []), "pk")
    for name in kind.form.people:
        rows = rows.select_related(f"{name}__person", f"{name}__office", f"{name}__body")
        rows = rows.prefetch_related(f"{name}__person__names")
    return rows
