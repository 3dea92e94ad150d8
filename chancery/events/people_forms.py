"""What a user writes about those who take part, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.directory.choosing import RowField
from chancery.directory.models import Office
from chancery.events import queries
from chancery.events.access import EventOffice
from chancery.events.choosing import address_of_search, as_participation
from chancery.events.models import Participation

Capacity = Participation.Capacity

# Guests come by the guest list, which knows their party and inviter.
CAPACITIES = [(value, label) for value, label in Capacity.choices if value not in Participation.OF_GUESTS]


class TakePartForm(forms.Form):
    """Somebody from the directory in a capacity."""

    capacity = forms.ChoiceField(label=_("Capacity"), choices=CAPACITIES, initial=Capacity.SPEAKER)

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = office.event
        self.fields["who"] = RowField(
            label=_("Person, office or body"), office=office, search_url=address_of_search(office)
        )
        self.order_fields(["who", "capacity"])

    def participation(self) -> Participation:
        """Return the unsaved row in which the chosen one takes part."""
        capacity = Capacity(self.cleaned_data["capacity"])
        return as_participation(self.event, self.cleaned_data["who"], capacity)


class ParticipationForm(house.RowForm):
    """In which capacity somebody takes part, what was planned, and what happened."""

    class Meta:
        model = Participation
        fields = [
            "capacity",
            "office",
            "capacity_printed",
            "represents",
            "part",
            "planned",
            "actual",
            "actual_reason",
            "note",
        ]
        labels = {"office": _("Office that counts")}
        help_texts = {
            "office": _("Only where it is not left to the order of precedence."),
            "capacity_printed": _("As it stands in the programme; without it the title of the office."),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        who: Participation = self.instance
        if who.person is None:
            del self.fields["office"]
        else:
            _choose_from(self, "office", Office.objects.filter(tenures__person=who.person).distinct())
        others = queries.participations_of(office.event).exclude(pk=who.pk)
        _choose_from(self, "represents", others)
        _choose_from(self, "part", queries.parts_of(office.event))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("capacity") == Capacity.MENTIONED and cleaned.get("actual") == "attended":
            self.add_error(
                "actual", _("Whoever is only mentioned was not present; choose the capacity they came in.")
            )
        if cleaned.get("actual_reason") and cleaned.get("actual") != Participation.Actual.ABSENT:
            self.add_error("actual_reason", _("A reason of absence needs “absent” beside it."))
        return cleaned


def _choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows.order_by("id")
