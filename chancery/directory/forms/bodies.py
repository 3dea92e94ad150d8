"""Bodies, their offices, and handing an office over."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.forms import RowForm, RowsFormSet, rows_of
from chancery.base.widgets import PartialDateField
from chancery.directory.forms.choices import choices_of_states
from chancery.directory.forms.choosing import RowChoice
from chancery.directory.forms.people import ContactForm
from chancery.directory.models import Body, ContactPoint, Office, Person, Tenure, TenureStep
from chancery.directory.queries.classes import class_choices
from chancery.rules.dates import PartialDate


class BodyForm(RowForm):
    """A body: its names, kind, state and place in a larger one."""

    class Meta:
        model = Body
        fields = [
            "names",
            "kind",
            "state",
            "seat",
            "parent",
            "predecessor",
            "visibility",
            "is_sample",
            "note",
        ]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True
        self.fields["state"] = forms.ChoiceField(
            label=_("State"), required=False, choices=choices_of_states()
        )
        for name in ("parent", "predecessor"):
            chosen = getattr(self.instance, name) if getattr(self.instance, f"{name}_id") else None
            label = self.fields[name].label
            self.fields[name] = RowChoice(Body, office=office, chosen=chosen, label=label, required=False)

    def clean_parent(self) -> Body | None:
        """Refuse a circle: a body is no part of itself, nor of one of its parts."""
        parent: Body | None = self.cleaned_data["parent"]
        above = parent
        while above is not None:
            if self.instance.pk and above.pk == self.instance.pk:
                raise forms.ValidationError(_("A body cannot be part of itself; choose another one."))
            above = above.parent
        return parent


ContactRows = rows_of(Body, ContactPoint, ContactForm, fk_name="body")


def contact_rows(body: Body, office: Seat, sent: Mapping[str, Any] | None) -> RowsFormSet:
    """Return the formset of the ways to reach a body."""
    rows = ContactPoint.objects.select_related("via").order_by("position", "pk")
    rows = rows.filter(body=body) if body.pk else rows.none()
    return ContactRows(
        sent, instance=body, queryset=rows, prefix="contact_points", form_kwargs={"office": office}
    )


class OfficeForm(RowForm):
    """A post that somebody may hold."""

    class Meta:
        model = Office
        fields = ["titles", "office_class", "territory", "position", "is_sample"]
        help_texts = {
            "titles": _("The whole title as printed: Ambassador of Azerbaijan to Romania."),
            "office_class": _(
                "What kind of office it is for the order of precedence and the forms of address."
            ),
            "position": _("Offices of a body are listed by this number."),
        }

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["titles"].required = True
        self.fields["office_class"] = forms.ChoiceField(
            label=_("Class"),
            required=False,
            choices=class_choices(self.instance.office_class),
            help_text=self.fields["office_class"].help_text,
        )


class HandOverForm(forms.Form):
    """Who takes an office over, on which day and basis; nobody leaves it vacant."""

    on = PartialDateField(
        label=_("On"), help_text=_("The holder until then ends on this day, the next begins.")
    )
    basis = forms.ChoiceField(label=_("Basis"), choices=Tenure.Basis.choices, initial=Tenure.Basis.FULL)

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = RowChoice(
            Person,
            office=office,
            label=_("Taken over by"),
            required=False,
            help_text=_("Leave it empty where the office becomes vacant."),
        )
        self.order_fields(["to", "on", "basis"])
        for kind in TenureStep.Kind:
            self.fields[f"step_{kind}"] = PartialDateField(label=kind.label, required=False, has_time=True)

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The fields that are always seen."""
        return [self["to"], self["on"], self["basis"]]

    @property
    def step_fields(self) -> list[forms.BoundField]:
        """The dated steps, folded away."""
        return [self[f"step_{kind}"] for kind in TenureStep.Kind]

    @property
    def steps(self) -> dict[str, PartialDate]:
        """The steps that were dated."""
        written = {kind.value: self.cleaned_data.get(f"step_{kind}") for kind in TenureStep.Kind}
        return {kind: moment for kind, moment in written.items() if moment}
