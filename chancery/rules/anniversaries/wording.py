"""The number of an anniversary in words: 33rd, 33e, a 33-a, 33-cü, الـ33."""

from collections.abc import Callable

_AZ_UNITS = ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
_AZ_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")
# in the feminine, for ذكرى; these ten do not change with the case
_AR_FIRST_TEN = (
    *("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة"),
    *("السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة"),
)


def ordinal_words(number: int, language: str) -> str | None:
    """
    Write a number as an ordinal, in the gender of "anniversary" of that language.

    Shape: "33rd", "33e", "a 33-a", "33-cü", "الـ33"; None for a language that is not known here, so that
    nothing is silently replaced.
    """
    write = _ORDINALS.get(language)
    return write(number) if write else None


def anniversary_words(number: int, language: str) -> str | None:
    """
    Write "33rd anniversary" in a language, without naming the event.

    Shape: None for a language that is not known here.
    """
    words = ordinal_words(number, language)
    return _PHRASES[language] % {"ordinal": words} if words is not None else None


def times_words(number: int, language: str) -> str | None:
    """
    Write "for the 5th time" in a language, without naming what is kept.

    Shape: None for a language that is not known here.
    """
    if number == 1 and language in _FIRST_TIME:
        return _FIRST_TIME[language]
    words = ordinal_words(number, language)
    return _TIMES[language] % {"ordinal": words} if words is not None else None


def _english(number: int) -> str:
    suffixes = {1: "st", 2: "nd", 3: "rd"}
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else suffixes.get(number % 10, 'th')}"


def _french(number: int) -> str:
    return "1er" if number == 1 else f"{number}e"


def _romanian(number: int) -> str:
    return "prima" if number == 1 else f"a {number}-a"


def _azerbaijani(number: int) -> str:
    """The suffix follows the vowels of the last word spoken: yüz, min, milyon, or the tens or units."""
    tens, units = divmod(number, 10)
    if units:
        suffix = _AZ_UNITS[units]
    elif tens % 10:
        suffix = _AZ_TENS[tens % 10]
    elif number == 0:
        suffix = "cı"
    elif number % 1000:
        suffix = "cü"
    else:
        suffix = "ci" if number % 1_000_000 else "cu"
    return f"{number}-{suffix}"


def _arabic(number: int) -> str:
    return _AR_FIRST_TEN[number - 1] if 1 <= number <= 10 else f"الـ{number}"


_ORDINALS: dict[str, Callable[[int], str]] = {
    "en": _english,
    "fr": _french,
    "ro": _romanian,
    "az": _azerbaijani,
    "ar": _arabic,
}
_FIRST_TIME = {"fr": "pour la 1re fois", "ro": "pentru prima oară"}
_TIMES = {
    "en": "for the %(ordinal)s time",
    "fr": "pour la %(ordinal)s fois",
    "ro": "pentru %(ordinal)s oară",
    "az": "%(ordinal)s dəfə",
    "ar": "للمرة %(ordinal)s",
}
_PHRASES = {
    "en": "%(ordinal)s anniversary",
    "fr": "%(ordinal)s anniversaire",
    "ro": "%(ordinal)s aniversare",
    "az": "%(ordinal)s ildönümü",
    "ar": "الذكرى السنوية %(ordinal)s",
}
