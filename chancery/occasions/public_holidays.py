"""
Public holidays of states, from the kept table of the `holidays` package.

See docs/decisions/holidays-from-a-kept-table.md: the table takes long to load, so it waits until it is asked.
"""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Any

from chancery.rules.conflicts import Sureness

SOURCE = "holidays"
"""How the table is named where a day says according to whom."""


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """One holiday of a state; `name` is in the language asked for where the table has it, else in English."""

    day: date
    name: str
    sureness: Sureness


def knows(state: str) -> bool:
    """Whether the table has the holidays of a state."""
    return bool(state) and _country(state) is not None


def version() -> str:
    """The version of the table, as its source is cited."""
    return str(_package().__version__)


@lru_cache(maxsize=4096)
def holidays_of_year(state: str, year: int, language: str) -> tuple[PublicHoliday, ...]:
    """
    Return the public holidays of a whole state in a civil year.

    Shape: in order of their days; empty for a state or a year that the table does not have. Holidays of a
    part of the state are not among them. Days that the table reckons before they are announced are estimated;
    days off in place of a holiday that fell on a weekend are so marked.
    """
    country = _country(state)
    if country is None or not country.start_year <= year <= country.end_year:
        return ()
    table = _table(country, year, language)
    return tuple(holiday for day in sorted(table) for holiday in _of_day(table, day))


def _package() -> ModuleType:
    import holidays  # noqa: PLC0415  # takes most of a second, and few processes ever ask

    return holidays


@lru_cache(maxsize=512)
def _country(state: str) -> Any:
    """The class of a state in the table, by its code of two letters; None where there is none."""
    try:
        return type(_package().country_holidays(state))
    except NotImplementedError:
        return None


def _table(country: Any, year: int, language: str) -> Any:
    own = {"islamic_show_estimated": True}
    taken = inspect.signature(country.__init__).parameters
    shown = {name: value for name, value in own.items() if name in taken}
    return country(years=year, language=_language_of(country, language), **shown)


def _language_of(country: Any, language: str) -> str | None:
    """The table's own name for a language; English where it has not that one, and else its only one."""
    offered = country.supported_languages
    wanted = language.replace("-", "_")
    for code in (wanted, language.split("-")[0], "en_US"):
        for each in offered:
            if each == code or each.split("_")[0] == code:
                return str(each)
    return None


def _of_day(table: Any, day: date) -> Iterator[PublicHoliday]:
    for written in table.get_list(day):
        name, sureness = _read(table, written)
        yield PublicHoliday(day, name, sureness)


def _read(table: Any, written: str) -> tuple[str, Sureness]:
    """Take the mark off a name (“Eid al-Fitr (estimated)”); what is both is told as estimated."""
    marks = (
        ("observed_estimated_label", Sureness.ESTIMATED),
        ("estimated_label", Sureness.ESTIMATED),
        ("observed_label", Sureness.IN_LIEU),
    )
    for mark, sureness in marks:
        label = getattr(table, mark, None)
        before, sign, after = table.tr(label).partition("%s") if label else ("", "", "")
        if sign and written.startswith(before) and written.endswith(after) and before + after:
            return written[len(before) : len(written) - len(after)], sureness
    return written, Sureness.SURE
