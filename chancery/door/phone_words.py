"""The words of the app at the door, for each language, as its scripts read them from the page."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import override

from chancery.base.cldr import language_in_words, locale_of
from chancery.base.languages import direction
from chancery.door.phone_sentences import COUNTED, SENTENCES

_NUMBERS = range(201)
"""Enough numbers to meet every form of counting that a language has."""


def catalogues() -> list[dict[str, Any]]:
    """
    Return the words of the app, one catalogue a language, in the order of the settings.

    Shape: `words` by key; `counted` by key, each a mapping from the form of counting as CLDR names it
    (one, few, many, other) to the sentence. Placeholders are named, as `%(name)s`.
    """
    return [_catalogue(language) for language, _name in settings.LANGUAGES]


def _catalogue(language: str) -> dict[str, Any]:
    with override(language):
        return {
            "language": language,
            "name": language_in_words(language, language),
            "direction": direction(language),
            "words": {key: str(sentence) for key, sentence in SENTENCES.items()},
            "counted": {key: _forms(language, counted) for key, counted in COUNTED.items()},
        }


def _forms(language: str, counted: Callable[[int], str]) -> dict[str, str]:
    form_of = locale_of(language).plural_form
    found: dict[str, str] = {}
    for number in _NUMBERS:
        found.setdefault(form_of(number), counted(number))
    return found
