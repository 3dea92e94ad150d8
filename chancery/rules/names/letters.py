"""Letters of the scripts names are written in, and the plain letters they are folded to."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """The script a word is written in."""

    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    GREEK = "Greek"
    GEORGIAN = "Georgian"
    ARMENIAN = "Armenian"
    ARABIC = "Arabic"
    HEBREW = "Hebrew"
    HAN = "Chinese"
    OTHER = "other"


ABJADS = frozenset({Script.ARABIC, Script.HEBREW})

# First code point of a run of letters, the last one, and the script they belong to.
_RANGES = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0250, 0x02AF, Script.LATIN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0531, 0x058F, Script.ARMENIAN),
    (0xFB13, 0xFB17, Script.ARMENIAN),
    (0x0590, 0x05FF, Script.HEBREW),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1C90, 0x1CBF, Script.GEORGIAN),
    (0x3007, 0x3007, Script.HAN),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x323AF, Script.HAN),
)

# Latin letters that do not come apart into a base and a mark, or whose mark makes another letter.
_LATIN = {
    "ə": "e", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th",
    "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ɛ": "e", "ɔ": "o", "ŀ": "l",
}  # fmt: skip
# In the letters of a passport; и is i and й is y, so that -ий gives the usual -iy.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "u", "ә": "e", "ө": "o",
    "ү": "u", "ұ": "u", "қ": "q", "ғ": "gh", "ң": "ng", "һ": "h", "ҳ": "h", "ҷ": "j", "ҹ": "j", "ҝ": "g",
    "ј": "y", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѕ": "dz", "ѓ": "g", "ќ": "k",
    "ӣ": "i", "ӯ": "u", "ҡ": "q", "ҙ": "z", "ҫ": "s", "ӧ": "o", "ӱ": "u", "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"))
_GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t", "უ": "u",
    "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts",
    "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h",
}  # fmt: skip
_ARMENIAN = {
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t", "ժ": "zh",
    "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch",
    "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s",
    "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f", "և": "ev",
}  # fmt: skip
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b", "ت": "t",
    "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "y", "ى": "a", "پ": "p", "چ": "ch", "ژ": "zh",
    "گ": "g", "ڤ": "v", "ک": "k", "ی": "y", "ہ": "h", "ھ": "h", "ے": "e", "ۀ": "h", "ە": "e", "ۆ": "o",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "h", "ט": "t", "י": "y",
    "כ": "k", "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p",
    "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip

PLAIN_LETTERS = str.maketrans(_LATIN | _CYRILLIC | _GREEK | _GEORGIAN | _ARMENIAN | _ARABIC | _HEBREW)
PLAIN_PAIRS = (*_GREEK_PAIRS, ("ու", "u"))

# Two ways of writing one letter: the letter of the language stays, the look-alike goes.
_LOOKALIKES = str.maketrans({
    "ǝ": "ə", "ţ": "ț", "ș": "ş",
    "ك": "ک", "ي": "ی", "ى": "ی", "ے": "ی", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ة": "ه", "ٱ": "ا", "أ": "ا",
    "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ی", "ء": "", "ـ": "", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ",
    "ץ": "צ", "ς": "σ", "ё": "е", "և": "եւ", "ґ": "г",
})  # fmt: skip

# Marks that are no letters: Hebrew points, Arabic vowel signs and the elongation sign.
_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
# Signs of direction, joiners and soft hyphens that copying from a page brings along.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
_APOSTROPHES = re.compile("['’‘ʼʻʾʿ`´ʹʺ′＇‛՚׳]")
_DASHES = re.compile("[‐‑‒–—―−־﹣－]")


def tidy(text: str) -> str:
    """
    Write a name with composed letters, one kind of apostrophe and of dash, single spaces, no hidden signs.

    Case, accents and punctuation stay; compatibility forms (full width, Arabic presentation) are resolved.
    """
    composed = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return " ".join(_DASHES.sub("-", _APOSTROPHES.sub("'", composed)).split())


# Letters that look alike on paper, Latin first: one of them typed into a word of the other script.
_TWINS = ("aceopxyijsəkmhtb", "асеорхуіјѕәкмнтв")
_TO_LATIN = str.maketrans(_TWINS[1], _TWINS[0])
_TO_CYRILLIC = str.maketrans(_TWINS[0], _TWINS[1])


def lower(text: str) -> str:
    """Write in lower case; the Azerbaijani and Turkish İ gives i without a loose dot."""
    return unicodedata.normalize("NFC", text.replace("İ", "i").lower())


def without_points(text: str) -> str:
    """Drop Hebrew points and Arabic vowel signs."""
    return _POINTS.sub("", text)


def without_marks(text: str) -> str:
    """Drop accents from letters, whatever the script; й and ї keep theirs, since they are letters."""
    kept = text.replace("й", "\ue000").replace("ї", "\ue001")
    parts = unicodedata.normalize("NFD", kept)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare).replace("\ue000", "й").replace("\ue001", "ї")


def native(word: str) -> str:
    """
    Write a lower-case word in its own script without what writers leave out or change at will.

    Alef and hamza forms, taa marbuta, Persian and Arabic kaf and yeh, final letters of Hebrew,
    points and accents of Greek, ё and ґ, and cedilla or comma below.
    Latin letters keep their marks: they decide how the word is read.
    """
    if word.isascii():
        return word
    plain = without_points(word).translate(_LOOKALIKES)
    return plain if script_of(plain) is Script.LATIN else without_marks(plain)


def in_one_script(word: str) -> str:
    """Put look-alikes in a lower-case word that mixes Latin and Cyrillic into the script of most letters."""
    if word.isascii():
        return word
    latin = sum(script_of(sign) is Script.LATIN for sign in word)
    cyrillic = sum(script_of(sign) is Script.CYRILLIC for sign in word)
    if not latin or not cyrillic:
        return word
    return word.translate(_TO_LATIN if latin >= cyrillic else _TO_CYRILLIC)


def script_of(word: str) -> Script:
    """Tell the script of the first letter that belongs to a known one."""
    for sign in word:
        script = _script_of_sign(sign)
        if script is not Script.OTHER:
            return script
    return Script.OTHER


@lru_cache(maxsize=10_000)
def _script_of_sign(sign: str) -> Script:
    code = ord(sign)
    scripts = (script for first, last, script in _RANGES if first <= code <= last and sign.isalpha())
    return next(scripts, Script.OTHER)
