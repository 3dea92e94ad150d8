"""Fields for what an office is: where it stands and in which languages it writes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import colour, places


class Suggesting(forms.TextInput):
    """A line to type in, with suggestions that the browser filters: a select that can be searched."""

    template_name = "base/widgets/suggesting.html"

    def __init__(self, suggestions: Any, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.suggestions = suggestions

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = list_id
        context["list_id"] = list_id
        context["suggestions"] = self.suggestions(get_language() or "en")
        return context


class TimeZoneField(forms.CharField):
    """The key of a time zone; the name of a city is taken as well, where it names one zone only."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Time zone"))
        kwargs.setdefault("widget", Suggesting(places.time_zones, {"autocomplete": "off"}))
        kwargs.setdefault("help_text", _("Type a city and choose its zone: Europe/Bucharest."))
        super().__init__(max_length=60, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not text or places.is_time_zone(text):
            return text
        wanted = text.casefold()
        zones = places.time_zones(get_language() or "en")
        found = [key for key, city in zones if wanted in {city.casefold(), key.casefold()}]
        if len(found) != 1:
            raise forms.ValidationError(
                _("“%(text)s” is no time zone; choose one of the list, for example Europe/Bucharest."),
                params={"text": text},
            )
        return found[0]


class StateField(forms.ChoiceField):
    """A state by its two letters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: [("", ""), *places.states(get_language() or "en")], **kwargs)


class AccentField(forms.CharField):
    """A colour as #RRGGBB."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"type": "color", "data-short": True}))
        super().__init__(max_length=7, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        try:
            colour.channels(text)
        except colour.UnreadableColour:
            raise forms.ValidationError(
                _("“%(text)s” is no colour; write it as #1F3A6E."), params={"text": text}
            ) from None
        return text.upper()


def _languages() -> Sequence[tuple[str, str]]:
    return places.languages(get_language() or "en")


class SpeakingForm(forms.Form):
    """The languages an office writes in: the first one, then the others."""

    first_language = forms.ChoiceField(label=_("First language"), choices=_languages)
    further_languages = forms.MultipleChoiceField(
        label=_("Further languages"),
        choices=_languages,
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
        help_text=_("Titles, cards and letters can be written in each of them."),
    )

    @property
    def languages(self) -> list[str]:
        """The chosen languages, each once, the first one first."""
        chosen = [self.cleaned_data["first_language"], *self.cleaned_data["further_languages"]]
        return list(dict.fromkeys(chosen))
