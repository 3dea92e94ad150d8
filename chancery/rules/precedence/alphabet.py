"""Orders of states as texts that sort: by an alphabet, as the United Nations or the European Union do."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from chancery.rules.names.collation import sort_key
from chancery.rules.precedence.states import state_of
from chancery.rules.states import state_name
from chancery.rules.states.members import EU_OWN_NAMES
from chancery.rules.states.orders import un_order


class SortName(NamedTuple):
    """A name for sorting, and as it is written."""

    key: str
    shown: str


@lru_cache(maxsize=2_000)
def sort_name(state: str, language: str) -> SortName:
    """
    The name of a state in a language, by the alphabet of the language (R41).

    Shape: the keys of two names compare as `sort_key` compares them; a text that is no state, or has no name
    in the language, sorts as it is written.
    """
    return _sortable(state_name(state_of(state), language) or state, language)


@lru_cache(maxsize=2_000)
def un_name(state: str) -> SortName:
    """The name under which the United Nations list a state in English (R42)."""
    entries = un_order([state_of(state)]).entries
    return _sortable(entries[0].name if entries else state, "en")


@lru_cache(maxsize=2_000)
def own_name(state: str) -> SortName:
    """The name of a member of the European Union in its own language (R43); others follow by their names."""
    code = state_of(state)
    if code not in EU_OWN_NAMES:
        return SortName(f"~{_sortable(state_name(code, 'en') or state, 'en').key}", state)
    place = list(EU_OWN_NAMES).index(code)
    return SortName(f"{place:03}", EU_OWN_NAMES[code])


def round_from(name: SortName, first: SortName | None) -> SortName:
    """Let an order go round from the one who has the first seat (R42)."""
    if first is None:
        return name
    return SortName(f"{0 if name.key >= first.key else 1}{name.key}", name.shown)


def _sortable(shown: str, language: str) -> SortName:
    places, marks, capitals, text = sort_key(shown, language)
    words = "\x01".join(map(_as_text, places))
    return SortName("\x00".join((words, _as_text(marks), _as_text(capitals), text)), shown)


def _as_text(numbers: Iterable[int]) -> str:
    """Whole numbers as signs that sort like them, above the signs that part them."""
    return "".join(chr(number + 2) for number in numbers)
