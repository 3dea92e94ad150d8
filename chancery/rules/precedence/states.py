"""Which state a text means: a code, or a name in one of the languages a list may be written in."""

from functools import cache, lru_cache

from babel import Locale

from chancery.rules.precedence.wording import plain

_LANGUAGES = ("en", "fr", "es", "pt", "de", "it", "ro", "az", "ar", "ru")
_FURTHER = {
    "holy see": "VA",
    "saint siege": "VA",
    "santa sede": "VA",
    "sfantul scaun": "VA",
    "apostolic nunciature": "VA",
    "great britain": "GB",
    "united kingdom of great britain and northern ireland": "GB",
    "united states of america": "US",
    "usa": "US",
    "russian federation": "RU",
    "republic of korea": "KR",
    "czech republic": "CZ",
    "turkey": "TR",
    "ivory coast": "CI",
}
# What a full name has in front of the short one: "Republic of", "Kingdom of the".
_FORMS = ("republic of ", "kingdom of ", "state of ", "principality of ", "the ")


@lru_cache(maxsize=5_000)
def state_of(text: str) -> str:
    """
    Write a state as one text for comparing: the code in capitals, or the plain name where no code is known.

    Shape: empty for an empty text; EL and UK are Greece and the United Kingdom. A name that CLDR does not
    know is no error: nothing is said about who is a state.
    """
    name = text.strip()
    if len(name) == 2 and name.isascii() and name.isalpha():
        return {"EL": "GR", "UK": "GB"}.get(name.upper(), name.upper())
    words = plain(name)
    if not words:
        return ""
    wanted = (words, _short(words))
    known = (_names(language).get(form) for language in _LANGUAGES for form in wanted)
    return _FURTHER.get(words) or next((code for code in known if code), words)


def is_known(text: str) -> bool:
    """Whether a text is the code or the name of a territory of CLDR."""
    return state_of(text) in _names("en").values()


def _short(words: str) -> str:
    for form in _FORMS:
        words = words.removeprefix(form)
    return words


@cache
def _names(language: str) -> dict[str, str]:
    """The plain names of the territories in one language; a language is loaded when it is first needed."""
    territories = Locale.parse(language).territories.items()
    return {plain(name): code for code, name in territories if len(code) == 2 and code.isalpha()}
