"""What a member writes about an access token, checked."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.accounts.models import AccessToken
from chancery.accounts.roles import Right
from chancery.base import forms as house
from chancery.base.languages import wording
from chancery.base.widgets import DayInput
from chancery.events import queries

USUAL_DAYS = 365
SCOPE = '{} <code class="muted" dir="ltr">{}</code>'
"""A scope in words, with the code that programs read."""


class TokenForm(house.RowForm):
    """What a token is for, what it passes on, and how long it is good."""

    scopes = forms.MultipleChoiceField(
        label=_("Scopes"),
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        help_text=_("Only what the program needs; it never may more than you."),
    )
    events = forms.MultipleChoiceField(
        label=_("Only for these events"),
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        required=False,
        help_text=_("Left open, the token opens every event that you may see."),
    )
    last_day = forms.DateField(
        label=_("Good until"),
        widget=DayInput,
        required=False,
        help_text=_("Left open, until it is withdrawn."),
    )

    class Meta:
        model = AccessToken
        fields = ["name"]
        help_texts = {
            "name": _("What holds it: the program or the device, so that it can be withdrawn alone.")
        }

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office = office
        _choose(
            self,
            "scopes",
            [
                (right.value, format_html(SCOPE, right.label, right.value))
                for right in Right
                if office.may(right)
            ],
        )
        language = get_language() or "en"
        events = queries.events_of(office.organiser).prefetch_related(None)
        _choose(self, "events", [(event.code, wording(event.titles, language).text) for event in events])
        self.fields["last_day"].initial = office.today + timedelta(days=USUAL_DAYS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        last = cleaned.get("last_day")
        if last is not None and last < self.office.today:
            self.add_error("last_day", _("The day is past; choose one to come, or none."))
        return cleaned

    def token(self) -> AccessToken:
        """Return the token as it is written, unsaved, after `is_valid()`."""
        token: AccessToken = self.instance
        token.membership = self.office.membership
        token.scopes, token.events = self.cleaned_data["scopes"], self.cleaned_data["events"]
        last = self.cleaned_data["last_day"]
        zone = self.office.organiser.zone
        token.expires_at = datetime.combine(last, time.max, zone) if last else None
        return token


def _choose(form: forms.BaseForm, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = choices
