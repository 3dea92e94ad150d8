"""What a user writes of what was said, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.widgets import WordingField
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.occasions.models import Campaign
from chancery.programme import queries as programme
from chancery.record.models import Statement


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", ""), *places.languages(get_language() or "en")]


class WhoField(forms.ModelChoiceField):  # type: ignore[type-arg]  # of participations
    """Somebody who takes part in the event, by name and capacity."""

    def label_from_instance(self, obj: Participation) -> str:
        """Tell two capacities of one person apart."""
        return f"{obj.name_printed} · {obj.get_capacity_display()}"


class StatementForm(house.RowForm):
    """One statement: who said it, what, as whose report, and in which language that was written down."""

    speaker = WhoField(
        label=_("Who said it"),
        queryset=None,
        help_text=_("Somebody who takes part; others are added under Plan first."),
    )
    language = forms.ChoiceField(label=_("Recorded in"), required=False, choices=language_choices)

    class Meta:
        model = Statement
        fields = ["speaker", "item", "texts", "language", "mode", "topics", "source", "campaign"]
        labels = {"item": _("Said in"), "source": _("According to"), "campaign": _("About the campaign")}
        help_texts = {
            "texts": _("As it was recorded; a wording in another language is a translation of it."),
            "topics": _("In a word or two, for finding it again."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        kwargs["languages"] = office.organiser.languages
        super().__init__(*args, **kwargs)
        texts = self.fields["texts"]
        assert isinstance(texts, WordingField)
        texts.widget.is_long = texts.required = True
        self._choose_from("speaker", events.participations_of(office.event))
        self._choose_from("item", programme.items_alone(office.event))
        self._choose_from("source", events.sources_of(office.event))
        self._choose_from("campaign", Campaign.objects.filter(organiser=office.organiser).order_by("ref"))

    def _choose_from(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        language, texts = cleaned.get("language"), cleaned.get("texts")
        if language and texts and language not in texts:
            self.add_error(
                "language", _("The wording in this language is missing; write it, or choose another.")
            )
        return cleaned
