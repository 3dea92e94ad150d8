"""Who comes along, in words: names first, then those whose names are not known."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from babel.core import UnknownLocaleError
from babel.lists import format_list

from chancery.rules.address.facts import base_of
from chancery.rules.languages import numbers


def companions_in_words(names: Sequence[str], unnamed: int, language: str) -> str:
    """
    Write the companions of a party: "Ms Elena Popescu and one guest".

    Shape: joined as the language joins a list; empty where nobody comes along. Those without a name are
    counted in words in English, French, Romanian and Azerbaijani, as "+2" elsewhere.
    """
    counter = _COUNTED.get(base_of(language), _in_figures)
    members = [*names, *([counter(unnamed)] if unnamed else [])]
    if len(members) < 2:
        return "".join(members)
    try:
        return format_list(members, locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return ", ".join(members)


def _in_figures(count: int) -> str:
    return f"+{count}"


def _english(count: int) -> str:
    return f"{numbers.english(count)} guest{'s' if count > 1 else ''}"


def _french(count: int) -> str:
    return f"{numbers.french_feminine(count)} personne{'s' if count > 1 else ''}"


def _romanian(count: int) -> str:
    if count == 1:
        return "o persoană"
    words = numbers.romanian_of_clock(count)
    if words.endswith("unu"):
        words = f"{words.removesuffix('unu')}una"
    return f"{words} {'de ' if count >= 20 else ''}persoane"


def _azerbaijani(count: int) -> str:
    return f"{numbers.azeri(count)} nəfər"


_COUNTED: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"en": _english, "fr": _french, "ro": _romanian, "az": _azerbaijani}
)
