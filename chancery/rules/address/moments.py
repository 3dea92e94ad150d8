"""Date and time in words, as formal cards print them: no figures outside the address of the place (R80)."""

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names, get_month_names

from chancery.rules.address import sentences, sources
from chancery.rules.address.facts import base_of
from chancery.rules.address.sources import Source
from chancery.rules.address.values import Form, Status
from chancery.rules.dates import PartialDate, Precision
from chancery.rules.languages import azerbaijani, numbers
from chancery.rules.reasons import Reason

_FAM = sources.FAM_CARDS


def moment_in_words(moment: PartialDate, language: str) -> Form:
    """
    Write the day, and the time where it is known, in words.

    Shape: one line without a figure in English, French, Romanian and Azerbaijani; in other languages the
    usual figures with an open reason, because no rule was read. Units: the local time of the place, to the
    minute, on the clock of 24 hours where the language uses it.
    Errors: none; a date without a day is printed as far as it is known, with an open reason.
    Source: R80 in docs/rules/address.md.
    """
    rule = Reason(sentences.IN_WORDS, rule="R80", source=_FAM.address)
    if moment.precision not in (Precision.DAY, Precision.MINUTE):
        return Form((str(moment),), (rule, Reason(sentences.DAY_UNKNOWN, is_open=True)), Status.UNVERIFIED)
    writer, source = _WRITERS.get(base_of(language), (None, sources.GENERAL_KNOWLEDGE))
    if writer is None:
        line = _in_figures(moment, base_of(language))
        return Form((line,), (Reason(sentences.NO_WORDS, rule="R80", is_open=True),), Status.UNVERIFIED)
    clock = moment.earliest.time() if moment.precision is Precision.MINUTE else None
    line = writer(moment.earliest.date(), clock)
    return Form((line,), (rule, sources.founded(source, "R80")), source.status)


def english_time(clock: time) -> str:
    """
    Write a time in English: "half past seven in the evening".

    Units: morning to noon, afternoon to six, evening after; noon and midnight by name.
    """
    if (clock.hour, clock.minute) in ((0, 0), (12, 0)):
        return "midnight" if clock.hour == 0 else "noon"
    part = "morning" if clock.hour < 12 else "afternoon" if clock.hour < 18 else "evening"
    return f"{_english_clock(clock)} in the {part}"


def french_time(clock: time) -> str:
    """Write a time in French: "dix-neuf heures trente"."""
    if (clock.hour, clock.minute) in ((0, 0), (12, 0)):
        return "minuit" if clock.hour == 0 else "midi"
    hours = f"{numbers.french_feminine(clock.hour)} heure{'s' if clock.hour > 1 else ''}"
    return f"{hours} {numbers.french_feminine(clock.minute)}" if clock.minute else hours


def romanian_time(clock: time) -> str:
    """Write a time in Romanian: "ora nouăsprezece și treizeci de minute"."""
    hour = numbers.romanian_of_clock(clock.hour)
    if not clock.minute:
        return f"ora {hour}"
    if clock.minute == 1:
        return f"ora {hour} și un minut"
    # From twenty on the noun needs "de".
    joint = "de minute" if clock.minute >= 20 else "minute"
    return f"ora {hour} și {numbers.romanian_of_clock(clock.minute)} {joint}"


def azerbaijani_time(clock: time) -> str:
    """Write a time in Azerbaijani, in the case of the place: "saat on doqquz otuzda"."""
    words = numbers.azeri(clock.hour) + (f" {numbers.azeri(clock.minute)}" if clock.minute else "")
    return f"saat {azerbaijani.locative(words)}"


def _english(day: date, clock: time | None) -> str:
    written = f"{_weekday(day, 'en')}, the {numbers.english_ordinal(day.day)} of {_month(day, 'en')}"
    at = f", at {english_time(clock)}" if clock else ""
    return f"{written}, {numbers.english_year(day.year)}{at}"


def _french(day: date, clock: time | None) -> str:
    number = "premier" if day.day == 1 else numbers.french(day.day)
    at = f", à {french_time(clock)}" if clock else ""
    return f"le {_weekday(day, 'fr')} {number} {_month(day, 'fr')} {numbers.french(day.year)}{at}"


def _romanian(day: date, clock: time | None) -> str:
    number = "întâi" if day.day == 1 else numbers.romanian(day.day)
    at = f", {romanian_time(clock)}" if clock else ""
    return f"{_weekday(day, 'ro')}, {number} {_month(day, 'ro')} {numbers.romanian(day.year)}{at}"


def _azerbaijani(day: date, clock: time | None) -> str:
    year = numbers.azeri_ordinal(day.year)
    at = f", {azerbaijani_time(clock)}" if clock else ""
    return f"{year} il {numbers.azeri(day.day)} {_month(day, 'az')}, {_weekday(day, 'az')}{at}"


_Writer = Callable[[date, time | None], str]
_WRITERS: Mapping[str, tuple[_Writer, Source]] = MappingProxyType(
    {
        "en": (_english, sources.INVITATION_TIMES),
        "fr": (_french, sources.GENERAL_KNOWLEDGE),
        "ro": (_romanian, sources.GENERAL_KNOWLEDGE),
        "az": (_azerbaijani, sources.GENERAL_KNOWLEDGE),
    }
)


def _english_clock(clock: time) -> str:
    hour, following = (numbers.english(number % 12 or 12) for number in (clock.hour, clock.hour + 1))
    match clock.minute:
        case 0:
            return f"{hour} o’clock"
        case 15:
            return f"a quarter past {hour}"
        case 30:
            return f"half past {hour}"
        case 45:
            return f"a quarter to {following}"
        case minute if minute < 30:
            return f"{_minutes(minute)} past {hour}"
    return f"{_minutes(60 - clock.minute)} to {following}"


def _minutes(count: int) -> str:
    return f"{numbers.english(count)} minute{'s' if count > 1 else ''}"


def _weekday(day: date, language: str) -> str:
    return str(get_day_names("wide", locale=language)[day.weekday()])


def _month(day: date, language: str) -> str:
    return str(get_month_names("wide", locale=language)[day.month])


def _in_figures(moment: PartialDate, language: str) -> str:
    # Babel would take an empty language for that of the machine.
    if not language:
        return str(moment)
    try:
        day = format_date(moment.earliest.date(), format="full", locale=language)
    except (UnknownLocaleError, ValueError):
        return str(moment)
    if moment.precision is Precision.DAY:
        return day
    return f"{day} {format_time(moment.earliest.time(), format='HH:mm', locale=language)}"
