"""
The order of names in a list, by the alphabet of a language.

Babel holds no collation and the library that does is not everywhere, so the alphabets of the interface
languages are written here; names in other scripts, and lists in other languages, stand by their plain
Latin letters.
"""

from dataclasses import dataclass
from functools import cache

from chancery.rules.names.folding import fold_word
from chancery.rules.names.letters import Script, lower, native, script_of, tidy, without_marks, without_points

# (group of the script, places of the letters), marks, capitals, the text itself
SortKey = tuple[tuple[tuple[int, ...], ...], tuple[int, ...], tuple[bool, ...], str]

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS = {
    "en": _LATIN,
    "fr": _LATIN,
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
    "ar": "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
}
# Letters that stand where another one does and differ only in the second place.
_ARABIC_FORMS = {
    "ء": "ا", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ی": "ي",
    "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف",
}  # fmt: skip
_ROMANIAN_FORMS = {"ş": "ș", "ţ": "ț"}

# Ukrainian letters that follow another one, as the code points of the script do not say.
_FOLLOWERS = {"є": "е", "і": "и", "ї": "и"}

_SPACE, _DIGIT, _OWN, _OTHER = range(4)

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Tailoring:
    """One alphabet: the place of each letter, and other forms of letters; no language: plain Latin."""

    language: str
    places: dict[str, int]
    forms: dict[str, str]


@cache
def _tailoring(tag: str) -> _Tailoring:
    language = primary_language(tag)
    letters = _ALPHABETS.get(language, _LATIN).split()
    forms = {"ar": _ARABIC_FORMS, "ro": _ROMANIAN_FORMS}.get(language, {})
    places = {letter: place for place, letter in enumerate(letters)}
    return _Tailoring(language if language in _ALPHABETS else "", places, forms)


def is_tailored(language: str) -> bool:
    """Whether lists in a language stand by its own alphabet; others stand by plain Latin letters."""
    return primary_language(language) in _ALPHABETS


def primary_language(tag: str) -> str:
    """The language of a tag such as `az-Latn` or `fr_CA`, in lower case."""
    return tag.replace("_", "-").partition("-")[0].lower()


def sort_key(text: str, language: str) -> SortKey:
    """
    Give the key by which a text stands in a list of a language.

    Shape: keys of one language compare with each other. First the letters, word by word, then marks that
    make no letter of their own (accents in French), then small before capital letters, then the text itself.
    Digits stand before letters; a hyphen counts as a space, an apostrophe and Arabic vowel signs not at all;
    the alphabet of the language stands before other scripts. The Arabic article counts as letters.
    A language without a tailoring spells other scripts in Latin letters and files them among the rest.
    Ties: only equal texts share a key.
    """
    tailoring = _tailoring(language)
    plain = without_points(tidy(text)).replace("'", "")
    letters = [_letter(sign, tailoring) for sign in _small(plain, tailoring)]
    primary = tuple(place for places, _ in letters for place in places)
    marks = tuple(mark for _, mark in letters)
    return primary, marks, tuple(sign.isupper() for sign in plain), text


def _small(text: str, tailoring: _Tailoring) -> str:
    """Lower case; the capital I of Azerbaijani is the letter without a dot."""
    return lower(text.replace("I", "ı") if tailoring.language == "az" else text)


def _letter(sign: str, tailoring: _Tailoring) -> tuple[tuple[Place, ...], int]:
    """The places one sign takes, and a number that tells its marks apart from no mark (0)."""
    letter = tailoring.forms.get(sign, sign)
    if letter in tailoring.places:
        return ((_OWN, tailoring.places[letter]),), 0 if letter == sign else ord(sign)
    if sign.isdecimal():
        return ((_DIGIT, int(sign)),), 0
    if not sign.isalnum():
        return ((_SPACE,),), 0
    spelt = tuple((_OWN, tailoring.places[plain]) for plain in _plain(letter, tailoring))
    return spelt or (_other_place(sign),), ord(sign)


def _plain(letter: str, tailoring: _Tailoring) -> str:
    """The letters that stand for one the alphabet lacks: é is e, œ is oe; none for another script."""
    is_latin = script_of(letter) is Script.LATIN
    spelt = fold_word(letter) if is_latin or not tailoring.language else without_marks(letter)
    return spelt if all(plain in tailoring.places for plain in spelt) else ""


def _other_place(sign: str) -> Place:
    """The place of a letter of another script: by script, then by its alphabet, Chinese by pinyin."""
    script = script_of(sign)
    group = list(Script).index(script)
    if script is Script.HAN:
        return (_OTHER, group, *(ord(letter) for letter in fold_word(sign)))
    base = _FOLLOWERS.get(sign, native(sign) or sign)
    return (_OTHER, group, *(ord(letter) for letter in base), int(sign in _FOLLOWERS))
