"""The alphabet as a tie rule: the name of a state in a language, in a form that sorts as text."""

from collections.abc import Iterable
from typing import NamedTuple

from chancery.rules.names.collation import sort_key
from chancery.rules.precedence.states import state_of
from chancery.rules.states import state_name


class SortName(NamedTuple):
    """A name for sorting, and as it is written."""

    key: str
    shown: str


def sort_name(state: str, language: str) -> SortName:
    """
    The name of a state in a language, by the alphabet of the language.

    Shape: the keys of two names compare as `sort_key` compares them; a text that is no state, or has no name
    in the language, sorts as it is written.
    """
    shown = state_name(state_of(state), language) or state
    places, marks, capitals, text = sort_key(shown, language)
    words = "\x01".join(map(_as_text, places))
    return SortName("\x00".join((words, _as_text(marks), _as_text(capitals), text)), shown)


def _as_text(numbers: Iterable[int]) -> str:
    """Whole numbers as signs that sort like them, above the signs that part them."""
    return "".join(chr(number + 2) for number in numbers)
