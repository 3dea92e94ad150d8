"""Dates, languages and states in the reader's words, by CLDR. Times are written 19:00 in every language."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from chancery.rules.dates import PartialDate, Precision
from chancery.rules.states import naming

_OFTEN_SPOKEN = (
    "ar az be bg bn bs cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko ky lb lt lv "
    "mk mn ms mt nb nl pl pt ro ru sk sl sq sr sv sw th tr uk ur uz vi zh"
)
LANGUAGES_OF_EVENTS = tuple(_OFTEN_SPOKEN.split())


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return the CLDR locale of a language code; a code CLDR does not know reads as English."""
    english = Locale("en", "GB")  # 26 February 1992, as the house writes it
    try:
        return english if language == "en" else Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return english


def day_in_words(day: date, language: str) -> str:
    """26 February 1992."""
    return format_date(day, "long", locale=locale_of(language))


def day_in_brief(day: date, language: str) -> str:
    """26 Feb 1992, for columns."""
    return format_date(day, "medium", locale=locale_of(language))


def weekday_in_words(day: date, language: str) -> str:
    """Thursday, 26 February 1992."""
    return format_date(day, "full", locale=locale_of(language))


def weekday_in_brief(day: date, language: str) -> str:
    """Thu, beside the number of a day."""
    return str(format_skeleton("E", day, locale=locale_of(language)))


def weekday_and_time_in_words(day: date, at: time, language: str) -> str:
    """Thursday, 26 February 1992, 19:00, joined as the language joins a day and a time."""
    return _joined(weekday_in_words(day, language), f"{at:%H:%M}", language)


def clock(moment: datetime) -> str:
    """19:00, in the zone the moment is given in."""
    return f"{moment:%H:%M}"


def moment_in_words(moment: datetime, language: str) -> str:
    """26 Feb 1992, 19:00, in the zone the moment is given in."""
    return _joined(day_in_brief(moment.date(), language), clock(moment), language)


def partial_date_in_words(known: PartialDate, language: str) -> str:
    """Write a date as far as it is known: `1992`, `February 1992`, `26 February 1992`, with its time."""
    day, locale = known.earliest, locale_of(language)
    match known.precision:
        case Precision.YEAR:
            return format_skeleton("y", day, locale=locale)
        case Precision.MONTH:
            return format_skeleton("yMMMM", day, locale=locale)
        case Precision.DAY:
            return day_in_words(day.date(), language)
        case Precision.MINUTE:
            return _joined(day_in_words(day.date(), language), clock(day), language)


def figure(number: int, language: str) -> str:
    """1,000 with the separators of the language, in digits every form accepts."""
    return format_decimal(number, locale=locale_of(language), numbering_system="latn")


def share(part: float, language: str) -> str:
    """+12% as the language writes a share, with its sign."""
    words = format_percent(abs(part), format=None, locale=locale_of(language), numbering_system="latn")
    return f"{'+' if part > 0 else '−'}{words}"


def amount(value: Decimal, language: str) -> str:
    """1,250.50 with the separators of the language, always with two places."""
    return format_decimal(value, format="#,##0.00", locale=locale_of(language), numbering_system="latn")


@lru_cache(maxsize=4096)
def language_in_words(code: str, language: str) -> str:
    """Return the name of the language `code` in `language`; the code itself where CLDR has none."""
    known = locale_of(language).languages
    return str(known.get(code.replace("-", "_")) or known.get(code.split("-")[0], code))


@lru_cache(maxsize=4096)
def language_in_its_own_words(code: str) -> str:
    """`română` for `ro`, with a capital as a menu wants it."""
    name = locale_of(code).get_language_name() or code
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=4096)
def state_in_words(code: str, language: str) -> str:
    """Return the name of the state `code`, VA as the Holy See; the code itself where it has none."""
    return naming.state_name(code.upper(), language) or code


def duration_in_words(seconds: int, language: str) -> str:
    """Write “1 hr 30 min” as the language does; what is below two minutes and not whole in seconds (R90)."""
    if seconds < 120 and seconds % 60:
        parts = [(seconds, "second")]
    else:
        hours, rest = divmod(seconds, 3600)
        parts = [(hours, "hour"), (rest // 60, "minute"), (rest % 60, "second")]
    locale = Locale("en") if language == "en" else locale_of(language)  # British CLDR writes “3 mins”
    return " ".join(format_unit(count, unit, "short", locale=locale) for count, unit in parts if count)


def _joined(day: str, at: str, language: str) -> str:
    return str(locale_of(language).datetime_formats["medium"]).replace("{1}", day).replace("{0}", at)


def language_choices() -> list[tuple[str, str]]:
    """Return the languages an event may be held in, each in its own words, by code."""
    return [(code, language_in_its_own_words(code)) for code in LANGUAGES_OF_EVENTS]


def money_in_words(value: Decimal, currency: str, language: str) -> str:
    """Write a sum with its currency, `€1,200.00`; a currency unknown to CLDR stands by its letters."""
    if not currency:
        return format_decimal(value, locale=locale_of(language))
    return format_currency(value, currency, locale=locale_of(language))
