"""Choices in the reader's words and order."""

from functools import cache
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.cldr import language_choices
from chancery.rules.names.collation import sort_key
from chancery.rules.states import state_name, territory_codes


def state_choices() -> list[tuple[str, str]]:
    """Return the states by their names in the reader's language, none first."""
    return [("", ""), *_states(get_language() or "en")]


@cache
def _states(language: str) -> list[tuple[str, str]]:
    named = [(code, state_name(code, language) or code) for code in territory_codes()]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))


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
