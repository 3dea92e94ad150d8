"""Which state a written name means: codes, names in many languages, long forms, common abbreviations."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from babel.core import get_global

from .members import EU_OWN_NAMES, UN_NAMES
from .naming import HOLY_SEE, territories, territory_codes
from .written_forms import SHARED, WRITTEN

_LANGUAGES = ("en", "fr", "ro", "az", "ar", "de", "es", "it", "pt", "ru", "tr")
_OTHER_CODES = {"EL": "GR", "UK": "GB", "EU": "EU", "UN": "UN"}

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ـ": None,
        "ə": "e",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "&": " and ",
    }
)
_ELIDED = re.compile(r"\b([dl])['’ʼ](?=\w)")
_JOINING = re.compile(r"['’ʼ`´.]")
_APART = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"(?P<outer>[^(,]+)[(,]\s*(?P<inner>[^)]+)\)?\s*")

_ADJECTIVES = (
    "federal|federative|islamic|democratic|peoples|socialist|united|cooperative|co operative|hashemite|"
    "independent|plurinational|bolivarian|oriental|arab|grand|federale|islamique|democratique|populaire|socialiste|arabe|"
    "hachemite|federala|islamica|populara|democrata|socialista|araba"
)
_FORMS = (
    "republic|kingdom|states|state|principality|sultanate|commonwealth|federation|confederation|union|duchy|emirate|"
    "republique|royaume|etat|principaute|duche|sultanat|republica|regatul|statul|principatul|ducat|federatia|"
    "republik|konigreich|reino|regno|repubblica|reino|estado|principado"
)
# "the Islamic Republic of", "République fédérale de", "Republica"
_LONG_BEFORE = re.compile(
    rf"(?:the |la |le |les |l )?(?:(?:{_ADJECTIVES}|marele) )*(?:{_FORMS})(?: (?:{_ADJECTIVES}))*"
    r"(?: (?:of the|of|de la|de l|du|des|de|d|al|a|della|del|do|da))? (?P<rest>.+)"
)
_ARTICLE = re.compile(r"(?:the|la|le|les|l|el|los|las|die|der|das) (?P<rest>.+)")
_LONG_AFTER = re.compile(
    r"(?P<rest>.+?) (?:(?:federativ|xalq|islam|demokratik|ereb) )*"
    r"(?:respublikasi|kralligi|federasiyasi|konfederasiyasi|dovleti|sultanligi|knyazligi|cumhuriyeti|krali)"
)
_LONG_ARABIC = re.compile(r"(?:جمهوريه|مملكه|المملكه|دوله|سلطنه|اماره|مملكة) (?P<rest>.+)")


@lru_cache(maxsize=10_000)
def recognise_state(text: str) -> str | None:
    """
    Tell which state or body a text means.

    Shape: a two-letter code (XK, VA, EU and UN too); None when the text means none or more than one, see
    `states_meant`. Nothing is guessed from a misspelling.
    """
    meant = states_meant(text)
    return meant[0] if len(meant) == 1 else None


def states_meant(text: str) -> tuple[str, ...]:
    """
    All states or bodies a text can mean.

    Shape: codes in order; empty for none, two for "Congo", "Korea". A form with its long name before or after
    it, in brackets or behind a comma is understood: "Iran (Islamic Republic of)", "Korea, Republic of".
    """
    code = _code_of(text)
    if code:
        return (code,)
    for form in _forms(text):
        meant = _index().get(_squeezed(form))
        if meant:
            return tuple(sorted(meant))
    return ()


def _code_of(text: str) -> str | None:
    written = _JOINING.sub("", text).strip().upper()
    if written in _OTHER_CODES:
        return _OTHER_CODES[written]
    if not (written.isascii() and written.isalpha()) or len(written) not in (2, 3):
        return None
    return written if written in territory_codes() else _three_letter_codes().get(written)


@cache
def _three_letter_codes() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    single = {str(code): str(to[0]) for code, to in aliases.items() if len(code) == 3 and len(to) == 1}
    return {code: to for code, to in single.items() if code.isalpha() and to in territory_codes()}


def _forms(text: str) -> Iterator[str]:
    """The text and what can be read out of it, the most exact first."""
    yield _plain(text)
    bracketed = _BRACKETS.fullmatch(text)
    if bracketed:
        outer, inner = bracketed["outer"].strip(), bracketed["inner"].strip()
        yield from (_plain(f"{inner} {outer}"), _plain(f"{outer} {inner}"))
    yield from _shortened(_plain(text))
    if bracketed:
        yield from _shortened(_plain(f"{bracketed['inner'].strip()} {bracketed['outer'].strip()}"))


def _shortened(plain: str) -> Iterator[str]:
    for pattern in (_ARTICLE, _LONG_BEFORE, _LONG_AFTER, _LONG_ARABIC):
        found = pattern.fullmatch(plain)
        if found:
            yield found["rest"]


def _plain(text: str) -> str:
    """Lower-case words without marks; the same letter of Arabic in one form."""
    parted = unicodedata.normalize("NFKD", text.replace("İ", "i").casefold().translate(_LETTERS))
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign)).translate(_LETTERS)
    words = _APART.sub(" ", _JOINING.sub("", _ELIDED.sub(r"\1 ", bare))).split()
    return " ".join("saint" if word in ("st", "ste", "sainte") else word for word in words)


def _squeezed(plain: str) -> str:
    return plain.replace(" ", "")


@cache
def _index() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, name in _names():
        found.setdefault(_squeezed(_plain(name)), set()).add(code)
    for codes, names in SHARED.items():
        for name in names:
            found[_squeezed(_plain(name))] = set(codes)
    return {name: frozenset(codes) for name, codes in found.items()}


def _names() -> Iterator[tuple[str, str]]:
    for language in _LANGUAGES:
        yield from territories(language).items()
    yield from UN_NAMES.items()
    yield from (("VA", name) for name in HOLY_SEE.values())
    for code, own in EU_OWN_NAMES.items():
        yield from ((code, name) for name in own.split("/"))
    for code, names in WRITTEN.items():
        yield from ((code, name) for name in names)
