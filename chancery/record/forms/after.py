"""What a user writes about the costs of an event and in its review."""

from typing import Any

from babel import Locale
from babel.numbers import get_territory_currencies
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.forms import RowForm
from chancery.events.models import Event
from chancery.record.models import Cost, Review


def currency_choices() -> list[tuple[str, str]]:
    """Return the currencies that are money somewhere today, by code, each with its name for the reader."""
    states = [str(code) for code in Locale("en").territories if len(str(code)) == 2]
    today = {code for state in states for code in get_territory_currencies(state)}
    names = cldr.locale_of(get_language() or "en").currencies
    return [(code, f"{code} · {names.get(code, code)}") for code in sorted(today)]


def usual_currency(event: Event) -> str:
    """Return the currency of the host state, else the euro."""
    state = event.ordering.host_state or event.organiser.host_state
    return next(iter(get_territory_currencies(state) if state else []), "EUR")


class CostForm(RowForm):
    """One line of the budget; the currency of a new one is at first `usual`."""

    currency = forms.ChoiceField(label=_("Currency"), choices=currency_choices)

    class Meta:
        model = Cost
        fields = ("kind", "words", "planned", "paid", "currency", "paid_by", "note")

    def __init__(self, *args: Any, usual: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["currency"].initial = usual
        for name in ("planned", "paid"):
            self.fields[name].widget.attrs["inputmode"] = "decimal"


class ReviewForm(RowForm):
    """What the office writes to the ministry beside the facts."""

    class Meta:
        model = Review
        fields = ("aims", "causes", "to_keep", "to_change")
