"""A person with the repeated rows of the page."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.cldr import language_choices, language_in_its_own_words
from chancery.base.fields import as_plain
from chancery.base.forms import RowForm, RowsFormSet, rows_of
from chancery.base.widgets import PartialDateField
from chancery.directory.forms.choices import choices_of_states, language_select
from chancery.directory.forms.choosing import RowChoice
from chancery.directory.models import (
    AddressForm,
    ContactPoint,
    Office,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
)
from chancery.directory.queries.snapshots import Plain, section_of


class PersonForm(RowForm):
    """What is known of a person beside the repeated rows."""

    class Meta:
        model = Person
        fields = [
            "sort_name",
            "gender",
            "honorifics",
            "pronunciation",
            "nationality",
            "born",
            "died",
            "languages",
            "visibility",
            "is_sample",
            "note",
        ]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "sort_name": _(
                "How lists sort the name: “Osmanov, Qudsi”. Left empty, it follows from the main name."
            ),
            "gender": _("Only where the person said so; forms of address avoid it where it is not known."),
            "honorifics": _("As printed before the name: Dr, General. It stands in place of Mr or Ms."),
            "pronunciation": _("As it is said aloud, for those who announce: KUD-see os-MAN-ov."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort_name"].required = False
        self.fields["nationality"] = forms.ChoiceField(
            label=_("Nationality"), required=False, choices=choices_of_states()
        )
        known = dict(language_choices())
        rare = [
            (code, language_in_its_own_words(code)) for code in self.instance.languages if code not in known
        ]
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Languages"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[*known.items(), *rare],
        )


class RowOfPerson(RowForm):
    """A row inside a person; `office` is who works on it."""

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.office = office

    def choose(self, name: str, model: Any, *, required: bool = True) -> None:
        """Make the field `name` one that finds a row as you type."""
        chosen = getattr(self.instance, name) if getattr(self.instance, f"{name}_id") else None
        label = self.fields[name].label
        self.fields[name] = RowChoice(
            model, office=self.office, chosen=chosen, label=label, required=required
        )

    def values(self) -> Plain:
        """Return the row as the actions take it."""
        return {
            field.attname: as_plain(getattr(self.instance, field.attname))
            for field in self.instance._meta.concrete_fields
            if not field.primary_key and field.name not in {"person", "body", "household", "position"}
        }


class NameForm(RowOfPerson):
    class Meta:
        model = PersonName
        fields = ["printed", "given", "family", "order", "language", "kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = language_select(self.instance.language)
        for name in ("printed", "given", "family"):
            self.fields[name].widget.attrs["dir"] = "auto"


class TenureForm(RowOfPerson):
    """An office held; each kind of step has a field of its own, since it happens at most once."""

    class Meta:
        model = Tenure
        fields = ["office", "basis", "begins", "ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("office", Office)
        known = _steps_of(self.instance)
        for kind in TenureStep.Kind:
            self.fields[f"step_{kind}"] = PartialDateField(
                label=kind.label, required=False, has_time=True, initial=known.get(kind)
            )

    @property
    def steps_are_open(self) -> bool:
        """Whether the steps should be seen at once: some are known, or wrong."""
        return any(field.initial or field.errors for field in self.step_fields)

    @property
    def step_fields(self) -> list[forms.BoundField]:
        """The fields of the dated steps, in the order in which an office is taken up."""
        return [self[f"step_{kind}"] for kind in TenureStep.Kind]

    def values(self) -> Plain:
        written = {kind.value: self.cleaned_data.get(f"step_{kind}") for kind in TenureStep.Kind}
        steps = [{"kind": kind, "moment": str(moment)} for kind, moment in written.items() if moment]
        return super().values() | {"steps": steps}


class RelationForm(RowOfPerson):
    class Meta:
        model = Relation
        fields = ["kind", "other", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("other", Person)
        self.fields["other"].label = _("Person")


class ContactForm(RowOfPerson):
    class Meta:
        model = ContactPoint
        fields = ["kind", "value", "label", "via"]
        widgets = {"value": forms.Textarea(attrs={"rows": 1, "dir": "auto"})}
        help_texts = {"via": _("Where an assistant answers: who.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("via", Person, required=False)


class AddressFormForm(RowOfPerson):
    class Meta:
        model = AddressForm
        fields = ["language", "purpose", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2, "dir": "auto"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = language_select(self.instance.language, required=True)


class TenureRows(RowsFormSet):
    """Offices held, whose dated steps are folded away."""

    template_name = "directory/_tenure_rows.html"


FORMSETS: dict[str, Any] = {
    "names": rows_of(Person, PersonName, NameForm, fk_name="person"),
    "tenures": forms.inlineformset_factory(
        Person, Tenure, form=TenureForm, formset=TenureRows, extra=1, can_delete=True, fk_name="person"
    ),
    "contact_points": rows_of(Person, ContactPoint, ContactForm, fk_name="person"),
    "relations": rows_of(Person, Relation, RelationForm, fk_name="person"),
    "address_forms": rows_of(Person, AddressForm, AddressFormForm, fk_name="person"),
}


def formsets_for(person: Person, office: Seat, sent: Mapping[str, Any] | None) -> dict[str, RowsFormSet]:
    """Return the formsets of a person by section, filled with what was sent."""
    return {name: _formset(name, person, office, sent) for name, made in FORMSETS.items()}


def _formset(name: str, person: Person, office: Seat, sent: Mapping[str, Any] | None) -> RowsFormSet:
    section = section_of(Person, name)
    assert section is not None
    rows: models.QuerySet[Any] = (
        section.rows_of(person) if person.pk else section.model._default_manager.none()
    )
    links = [
        field.name
        for field in section.model._meta.concrete_fields
        if field.is_relation and field.name != "person"
    ]
    if name == "tenures":
        rows = rows.prefetch_related("steps")
    made: RowsFormSet = FORMSETS[name](
        sent, instance=person, queryset=rows.select_related(*links) if links else rows, prefix=name,
        form_kwargs={"office": office},
    )  # fmt: skip
    return made


def rows_written(formset: RowsFormSet) -> list[Plain]:
    """Return the rows of a valid formset as the actions take them, in their order on the page."""
    kept = {id(row) for row in formset.kept}
    return [cast(RowOfPerson, form).values() for form in formset.forms if id(form.instance) in kept]


def _steps_of(tenure: Tenure) -> dict[str, Any]:
    return {step.kind: step.moment for step in tenure.steps.all()} if tenure.pk else {}
