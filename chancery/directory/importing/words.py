"""What stands in a cell for a gender or a language, in any of the languages the house knows."""

from functools import cache

from chancery.base.cldr import locale_of
from chancery.rules.names.folding import fold

LANGUAGES = ("en", "fr", "ro", "az", "ru", "ar", "de", "tr", "es", "it")

_GENDERS = {
    "f": "f female woman w mrs ms mme madame femme féminin femeie doamna doamnă dna d-na qadın xanım "
    "ж жен женский женщина",
    "m": "m male man mr monsieur homme masculin bărbat domnul dl domn kişi cənab bəy м муж мужской мужчина",
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
