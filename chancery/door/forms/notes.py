"""What a user writes for stewards about guests, checked."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.door.models import DoorNote, PreparedAnswer
from chancery.door.queries.doors import doors_of
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation
from chancery.events.queries import participations_of


class GuestField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django 6.1 takes none at runtime
    """Somebody who takes part, by name."""

    def label_from_instance(self, obj: Participation) -> str:
        return obj.name_printed


class NoteForm(house.RowForm):
    """A note: about whom, why, in which words, and for which door."""

    class Meta:
        model = DoorNote
        fields = ("participation", "kind", "text", "door")
        field_classes = {"participation": GuestField}
        labels = {"participation": _("Guest"), "door": _("Door")}
        help_texts = {
            "text": _(
                "Stewards read it when the guest stands before them; write nothing the guest may not see."
            ),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        guest, door = self.fields["participation"], self.fields["door"]
        assert isinstance(guest, forms.ModelChoiceField)
        assert isinstance(door, forms.ModelChoiceField)
        guest.queryset = participations_of(office.event)
        door.queryset, door.empty_label = doors_of(office.event), str(_("all doors"))

    def clean(self) -> dict[str, Any]:
        """A note of the plain kind says something."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") == DoorNote.Kind.NOTE and not cleaned.get("text"):
            self.add_error("text", _("Write what the steward shall know."))
        return cleaned


class AnswerForm(house.RowForm):
    """What is done with a band of rank, and what the steward says."""

    class Meta:
        model = PreparedAnswer
        fields = ("band", "outcome", "where", "words")
        widgets = {"where": forms.Textarea(attrs={"rows": 2}), "words": forms.Textarea(attrs={"rows": 2})}
        error_messages = {
            NON_FIELD_ERRORS: {"unique_together": _("This band of rank has an answer already.")}
        }

    def clean_where(self) -> str:
        """One line, as telephones show it."""
        return " ".join(self.cleaned_data["where"].split())

    def clean_words(self) -> str:
        """One line, as telephones show it."""
        return " ".join(self.cleaned_data["words"].split())


def answers_form(sent: QueryDict | None, *, event: Event) -> house.RowsFormSet:
    """The prepared answers of an event in their order."""
    made = house.rows_of(Event, PreparedAnswer, AnswerForm, can_order=True)
    rows = PreparedAnswer.objects.order_by("position", "id")
    return made(sent, instance=event, queryset=rows, prefix="answers")
