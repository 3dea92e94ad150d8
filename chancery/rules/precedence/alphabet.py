"""The alphabet as a tie rule: the name of a state in a language, in a form that sorts."""

from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.wording import plain


class SortName(NamedTuple):
    """A name for sorting, and as it is written."""

    key: str
    shown: str


def sort_name(state: str, language: str) -> SortName:
    """
    The name of a state in a language, accent-folded for sorting.

    Shape: a text that is no state of CLDR, or a language CLDR does not know, sorts as it is written.
    """
    try:
        territories = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return SortName(plain(state), state)
    shown = territories.get(state_of(state), state)
    return SortName(plain(shown), shown)
