"""What an owner writes about an endpoint, and about the span that is to be told again."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.api.hooks.models import Endpoint
from chancery.api.hooks.patterns import ALL, families, names_something
from chancery.api.hooks.targets import LONGEST, Unusable, target_of
from chancery.api.hooks.words import EVERYTHING, FAMILIES
from chancery.base import forms as house
from chancery.base.languages import wording
from chancery.base.widgets import MomentInput
from chancery.events.models import Event

MOST_PATTERNS = 100
# As many as can be looked through in a list; those that are chosen stay in it.
EVENTS_SHOWN = 200


class EndpointForm(house.RowForm):
    """What is told to whom: the address, the codes, and the events."""

    heard = forms.MultipleChoiceField(
        label=_("Hears of"), required=False, widget=forms.CheckboxSelectMultiple
    )
    further = forms.CharField(
        label=_("Further codes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3, "dir": "ltr"}),
        help_text=_("One a line, such as guests.reply.recorded or door.scan.*; the manual lists them."),
    )
    only = forms.MultipleChoiceField(
        label=_("Events"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        help_text=_("None chosen means all, and what belongs to no event."),
    )

    class Meta:
        model = Endpoint
        fields = ["name", "address", "is_on"]
        widgets = {"address": forms.URLInput({"dir": "ltr", "placeholder": "https://"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "address", "heard", "further", "only", "is_on"])
        if self.instance.pk is None:
            del self.fields["is_on"]
        offered = (name for name in families() if name in FAMILIES)
        broad = {ALL: EVERYTHING, **{f"{name}.*": FAMILIES[name] for name in offered}}
        self._choose("heard", list(broad.items()))
        self._choose("only", self._events())
        self.initial["heard"] = [each for each in self.instance.patterns if each in broad]
        self.initial["further"] = "\n".join(each for each in self.instance.patterns if each not in broad)
        self.initial["only"] = self.instance.events

    def clean_address(self) -> str:
        """Refuse an address that nothing will ever be sent to."""
        address = str(self.cleaned_data["address"]).strip()
        try:
            target_of(address, settings.HOOK_NETWORKS)
        except Unusable as unusable:
            raise forms.ValidationError(unusable.trouble.label) from None
        return address[:LONGEST]

    def clean_further(self) -> list[str]:
        """Refuse codes that mean no change there is."""
        written = str(self.cleaned_data["further"]).split()
        for pattern in written:
            if not names_something(pattern):
                raise forms.ValidationError(
                    _("“%(code)s” is the code of no change; take one of the list in the manual.")
                    % {"code": pattern[:80]}
                )
        return written

    def clean(self) -> dict[str, Any]:
        """Ask for at least one code, and put the choices into the row."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if "further" not in values or "heard" not in values:
            return values
        patterns = list(dict.fromkeys([*values["heard"], *values["further"]]))
        if not patterns:
            self.add_error("heard", _("Choose what the address hears of."))
        self.instance.patterns = patterns[:MOST_PATTERNS]
        self.instance.events = values.get("only", [])
        return values

    def _events(self) -> list[tuple[str, str]]:
        events = Event.objects.filter(organiser=self.instance.organiser).order_by("-held_on", "-pk")
        shown = list(events[:EVENTS_SHOWN])
        shown += events.filter(code__in=self.instance.events).exclude(pk__in=[each.pk for each in shown])
        language = get_language() or "en"
        return [(each.code, wording(each.titles, language).text or each.code) for each in shown]

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = choices


class SpanForm(forms.Form):
    """From when to when changes are told again."""

    since = forms.DateTimeField(label=_("From"), widget=MomentInput())
    until = forms.DateTimeField(label=_("Until"), widget=MomentInput())

    def clean(self) -> dict[str, Any]:
        """Refuse a span that ends before it begins."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if "since" in values and "until" in values and values["until"] <= values["since"]:
            self.add_error("until", _("The span ends before it begins; correct one of the moments."))
        return values
