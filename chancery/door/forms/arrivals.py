"""Forms of arrivals: how one guest is awaited, and what is done with several guests at once."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.forms import RowForm
from chancery.door.arrival_words import slot_words
from chancery.door.models import ArrivalPlan, Door, Slot
from chancery.door.queries.awaited import slots_of
from chancery.door.queries.doors import doors_of
from chancery.events.models import Event, Participation


def greeters_of(event: Event) -> Any:
    """Who greets: those who host the event, preside at it or work for it."""
    who = (
        Participation.Capacity.HOST,
        Participation.Capacity.PRESIDING,
        Participation.Capacity.STAFF,
        Participation.Capacity.MODERATOR,
    )
    found = Participation.objects.filter(event=event, capacity__in=who, person__isnull=False)
    return found.select_related("person", "body", "office").prefetch_related("person__names").order_by("pk")


class GreeterField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django 6.1 takes none at runtime
    """One of those who greet, by name."""

    def label_from_instance(self, obj: Participation) -> str:
        return obj.name_printed


class SlotField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django 6.1 takes none at runtime
    """A slot by its times, and its name where it has one."""

    def label_from_instance(self, obj: Slot) -> str:
        return slot_words(obj)


class ArrivalForm(RowForm):
    """How one guest is awaited."""

    class Meta:
        model = ArrivalPlan
        fields = ("slot", "awaited_at", "door", "greeter", "greeter_name", "escort", "late_place")
        field_classes = {"slot": SlotField, "greeter": GreeterField}
        widgets = {"awaited_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}
        help_texts = {
            "awaited_at": _("Where it differs from the slot."),
            "greeter_name": _("Where it is none of the hosts."),
            "late_place": _("Such as a seat at the side, or the room beside the hall."),
        }

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, event, str(_("not planned")))

    def clean(self) -> dict[str, Any]:
        """One greeter, chosen or written."""
        cleaned = super().clean() or {}
        _refuse_two_greeters(self, cleaned)
        return cleaned


class ManyForm(forms.Form):
    """What is written of several guests at once; what is left empty stays as it is."""

    slot = SlotField(Slot.objects.none(), label=_("Slot"), required=False)
    door = forms.ModelChoiceField(Door.objects.none(), label=_("Door"), required=False)
    greeter = GreeterField(Participation.objects.none(), label=_("Greeted by"), required=False)
    greeter_name = forms.CharField(label=_("Greeted by (name)"), max_length=120, required=False)
    escort = forms.CharField(label=_("Escorted by"), max_length=120, required=False)
    late_place = forms.CharField(label=_("If late, taken to"), max_length=120, required=False)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, event, str(_("as it is")))

    def clean(self) -> dict[str, Any]:
        """Something is to be written, and only one greeter."""
        cleaned = super().clean() or {}
        _refuse_two_greeters(self, cleaned)
        if not any(cleaned.values()) and not self.errors:
            raise forms.ValidationError(
                _("Nothing is chosen that could be written; choose at least one thing.")
            )
        return cleaned

    def change(self, plan: ArrivalPlan) -> None:
        """Write what was chosen into the plan of a guest; a greeter takes the place of the one before."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        if "greeter" in chosen or "greeter_name" in chosen:
            chosen = {"greeter": None, "greeter_name": "", **chosen}
        for name, value in chosen.items():
            setattr(plan, name, value)


def _offer(form: forms.BaseForm, event: Event, nothing: str) -> None:
    """Offer what is planned of the event; `nothing` stands where none of it is chosen."""
    for name, rows in (
        ("slot", slots_of(event)),
        ("door", doors_of(event)),
        ("greeter", greeters_of(event)),
    ):
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.empty_label = rows, nothing


def _refuse_two_greeters(form: forms.BaseForm, cleaned: Mapping[str, Any]) -> None:
    if cleaned.get("greeter") and cleaned.get("greeter_name"):
        form.add_error("greeter_name", _("Choose a greeter or write a name, not both."))
