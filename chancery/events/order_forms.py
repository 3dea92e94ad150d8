"""What a user writes about the order of an event, checked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.cldr import language_choices
from chancery.base.widgets import DayInput
from chancery.events.ordering import Entry
from chancery.precedence import queries as profiles
from chancery.precedence.models import Move, Ordering


class OrderingForm(house.RowForm):
    """By which profile, where, for which kind of act and as of which day an order is computed."""

    class Meta:
        model = Ordering
        fields = ["profile", "act", "house", "host_state", "place", "as_of_on", "language", "lot"]
        widgets = {"as_of_on": DayInput}
        help_texts = {
            "as_of_on": _("Left open, the offices held on the day of the event count."),
            "lot": _("Any word; the same word always draws the same lot."),
        }

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        offered = [
            (each.profile.key, each.profile.words(language)) for each in profiles.offered_to(organiser)
        ]
        self.fields["profile"] = forms.ChoiceField(label=_("Protocol profile"), choices=offered)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the alphabet"), choices=language_choices
        )


class MoveForm(forms.Form):
    """A place given by hand: before or after whom, and why."""

    side = forms.ChoiceField(label=_("Where"), choices=Move.Side.choices)
    neighbour = forms.ChoiceField(label=_("Beside whom"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands beside the place for ever, on screen and on paper."),
    )

    def __init__(self, *args: Any, entries: Sequence[Entry], subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        others = [(entry.ref, entry.who.name) for entry in entries if entry.ref != subject]
        self.fields["neighbour"] = forms.ChoiceField(label=_("Beside whom"), choices=others)

    def wanted(self, ordering: Ordering) -> Move:
        """Return the move that was written, unsaved."""
        return Move(ordering=ordering, subject=self.subject, **self.cleaned_data)
