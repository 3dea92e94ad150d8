"""What stands in a cell for a gender, a state, a language, a class of office, in any of five languages."""

from functools import cache

from chancery.base.cldr import locale_of
from chancery.directory.queries.classes import CLASSES
from chancery.rules.names.folding import fold

LANGUAGES = ("en", "fr", "ro", "az", "ru", "ar", "de", "tr", "es", "it")

_GENDERS = {
    "f": "f female woman w mrs ms mme madame femme féminin femeie doamna doamnă dna d-na qadın xanım "
    "ж жен женский женщина",
    "m": "m male man mr monsieur homme masculin bărbat domnul dl domn kişi cənab bəy м муж мужской мужчина",
}
_CLASSES = {
    "ambassador": "ambassadeur ambassadrice ambasador ambasadoare səfir посол",
    "nuncio": "nuncio nonce nunțiu нунций",
    "charge-ai": "chargé|chargé d'affaires|chargé d'affaires a.i.|chargé a.i.|însărcinat cu afaceri|"
    "müvəqqəti işlər vəkili|временный поверенный",
    "consul-general": "consul general|consul général|baş konsul|генеральный консул",
    "consul": "consul konsul консул",
    "honorary-consul": "honorary consul|consul honoraire|consul onorific|fəxri konsul|почётный консул",
    "minister": "ministre ministru nazir министр",
    "mayor": "maire primar mer мэр",
    "judge": "juge judecător hakim судья",
    "member-of-parliament": "mp|deputy|député|deputat|deputy of parliament|депутат",
}


@cache
def _genders() -> dict[str, str]:
    words = (
        (fold(word).replace(" ", ""), gender) for gender, text in _GENDERS.items() for word in text.split()
    )
    return dict(words)


def gender_of(text: str) -> str | None:
    """Return `f` or `m`; None for what is neither."""
    return _genders().get(fold(text).replace(" ", ""))


@cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in locale_of(language).territories.items():
            if len(str(code)) == 2 and str(code).isalpha():
                found.setdefault(fold(str(name)), str(code))
    return found


def state_of(text: str) -> str | None:
    """Return the code of a state named in any language the house knows, or given by its code."""
    if len(text) == 2 and text.isascii() and text.upper() in _states().values():
        return text.upper()
    return _states().get(fold(text))


@cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in locale_of(language).languages.items():
            if len(code) <= 3:
                found.setdefault(fold(str(name)), code)
    return found


def language_of(text: str) -> str | None:
    """Return the code of a language named in any language the house knows, or given by its code."""
    if text.lower() in _languages().values():
        return text.lower()
    return _languages().get(fold(text))


@cache
def _classes() -> dict[str, str]:
    found = {fold(key): key for key in CLASSES}
    for key, words in _CLASSES.items():
        found |= {fold(word): key for word in (words.split("|") if "|" in words else words.split())}
    return found


def class_of(text: str) -> str | None:
    """Return the class of office a word stands for; None where it is no class that is known."""
    return _classes().get(fold(text)) or (text if text in CLASSES else None)
