"""States, languages and time zones to choose from, by their names in the reader's language."""

import unicodedata
from functools import lru_cache
from zoneinfo import available_timezones

from chancery.base.cldr import language_choices, language_in_words, locale_of

# Codes of CLDR that are no territory of anybody.
NO_STATES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
REGIONS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@lru_cache(maxsize=16)
def states(language: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of every state and territory, in the order of the names."""
    names = {str(code): str(name) for code, name in locale_of(language).territories.items()}
    pairs = [
        (code, name)
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in NO_STATES
    ]
    return tuple(sorted(pairs, key=lambda pair: (_unmarked(pair[1]), pair[0])))


@lru_cache(maxsize=16)
def languages(language: str) -> tuple[tuple[str, str], ...]:
    """Return code and name of every language an office can write in, in the order of the names."""
    pairs = [(code, language_in_words(code, language)) for code, _own in language_choices()]
    return tuple(sorted(pairs, key=lambda pair: (_unmarked(pair[1]), pair[0])))


@lru_cache(maxsize=16)
def time_zones(language: str) -> tuple[tuple[str, str], ...]:
    """Return the key of every zone somebody lives in with the city it is named after, by key; UTC is last."""
    cities = locale_of(language).time_zones
    keys = sorted(key for key in available_timezones() if key.startswith(REGIONS))
    named = [(key, str(cities.get(key, {}).get("city") or _last_part(key))) for key in keys]
    return (*named, ("UTC", "UTC"))


def is_time_zone(key: str) -> bool:
    """Whether `key` names a zone that an office can have."""
    return key == "UTC" or (key.startswith(REGIONS) and key in available_timezones())


def _last_part(key: str) -> str:
    return key.rsplit("/", 1)[-1].replace("_", " ")


def _unmarked(name: str) -> str:
    """The letters without their marks, so that Österreich stands under O and États-Unis under E."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
