"""What the forms of films and exhibitions have in common."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base import places


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", ""), *places.languages(get_language() or "en")]


class TitledForm(house.RowForm):
    """What films and exhibitions have in common: a title, or at least what they are about."""

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        self.organiser = organiser

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("titles") and not cleaned.get("about"):
            self.add_error("titles", _("Write the title; where it is not known, say what it is about."))
        return cleaned
