"""Choices in the reader's words and order."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.cldr import language_choices

# Codes of CLDR that are no territory of anybody.
_NO_STATES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def state_choices() -> list[tuple[str, str]]:
    """Return the states by their names in the reader's language, none first."""
    language = get_language() or "en"
    names = {str(code): str(name) for code, name in cldr.locale_of(language).territories.items()}
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NO_STATES]
    return [("", ""), *sorted(((code, names[code]) for code in codes), key=lambda pair: pair[1])]


def choices_of_states() -> Any:
    """Return the choices for a field, made anew for every reader."""
    return state_choices


def language_select(chosen: str = "", *, required: bool = False) -> forms.ChoiceField:
    """Return a choice of languages, with the one that is stored already even if it is a rare one."""
    known = dict(language_choices())
    if chosen and chosen not in known:
        known[chosen] = cldr.language_in_its_own_words(chosen)
    return forms.ChoiceField(
        label=_("Language"), required=required, choices=[("", gettext("not noted")), *known.items()]
    )
