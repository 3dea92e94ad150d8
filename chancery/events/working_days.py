"""The days on which the host state of an office works."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from chancery.rules.timing import WorkingDays


@lru_cache(maxsize=256)
def working_days_of(state: str) -> WorkingDays:
    """
    Return the working days of a state by its weekend as CLDR has it; Saturday and Sunday where it has none.

    Public holidays are not known and count as working days.
    """
    for language in get_official_languages(state) if state else ():
        try:
            locale = Locale.parse(f"{language}_{state}")
        except (UnknownLocaleError, ValueError):
            continue
        return WorkingDays(weekend=frozenset(_days(locale.weekend_start, locale.weekend_end)))
    return WorkingDays()


def _days(first: int, last: int) -> range:
    """From the first to the last day of the weekend; the week begins anew after Sunday."""
    return range(first, last + 1) if first <= last else range(first, 7)
