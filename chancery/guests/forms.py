"""What a user writes about guests, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.directory.models import Office
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests import queries
from chancery.guests.models import Companion, Invitation, Inviter


class CategoryChoice(forms.ModelChoiceField[GuestCategory]):
    """A category of the event, with those it stands within before it."""

    def label_from_instance(self, obj: GuestCategory) -> str:
        return f"{obj.within} › {obj}" if obj.within else str(obj)


class GuestForm(house.RowForm):
    """A guest: in which capacity and category, for whom, and by which office the place is counted."""

    class Meta:
        model = Participation
        fields = ["capacity", "category", "planned", "office", "capacity_printed", "represents", "note"]
        field_classes = {"category": CategoryChoice}
        labels = {"office": _("Office that counts here")}
        help_texts = {
            "office": _("Left open, the order of precedence takes the highest office that applies."),
            "capacity_printed": _("As it shall stand on papers, where the title of the office does not fit."),
        }

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capacities = [
            choice for choice in Participation.Capacity.choices if choice[0] in Participation.OF_GUESTS
        ]
        self.fields["capacity"] = forms.ChoiceField(label=_("Capacity"), choices=capacities)
        _choose_from(self, "category", GuestCategory.objects.filter(event=event).select_related("within"))
        _choose_from(self, "office", Office.objects.filter(tenures__person=self.instance.person).distinct())
        others = queries.guests_of(event).exclude(pk=self.instance.pk)
        _choose_from(self, "represents", others)


class InvitationForm(house.RowForm):
    """The party of a guest."""

    tags = forms.CharField(
        label=_("Tags"), required=False, help_text=_("Separated by commas, for example: flowers, front row.")
    )

    class Meta:
        model = Invitation
        fields = ["inviter", "unnamed_companions", "tags"]

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["tags"] = ", ".join(self.instance.tags)
        _choose_from(self, "inviter", queries.inviters_of(event))

    def clean_tags(self) -> list[str]:
        """Return the tags, each once, in the order they were written."""
        words = (word.strip() for word in self.cleaned_data["tags"].split(","))
        return list(dict.fromkeys(word for word in words if word))


class CompanionForm(house.RowForm):
    """A companion by name."""

    class Meta:
        model = Companion
        fields = ["name"]


class InviterForm(house.RowForm):
    """Somebody who may put guests on the list."""

    class Meta:
        model = Inviter
        fields = ["name", "quota"]


class AddForm(forms.Form):
    """How the chosen people are listed."""

    category = CategoryChoice(label=_("Category"), queryset=GuestCategory.objects.none(), required=False)
    inviter = forms.ModelChoiceField(label=_("Inviter"), queryset=Inviter.objects.none(), required=False)
    capacity = forms.ChoiceField(label=_("Capacity"))

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capacities = [
            choice for choice in Participation.Capacity.choices if choice[0] in Participation.OF_GUESTS
        ]
        self.fields["capacity"] = forms.ChoiceField(label=_("Capacity"), choices=capacities)
        _choose_from(self, "category", GuestCategory.objects.filter(event=event).select_related("within"))
        _choose_from(self, "inviter", queries.inviters_of(event))


def _choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
