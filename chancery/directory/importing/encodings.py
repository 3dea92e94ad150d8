"""In which encoding a text was saved: UTF-8, UTF-16, or one of the old single-byte ones of the region."""

import codecs

from chancery.directory.importing.problems import UnreadableFile
from chancery.rules.reasons import gettext_noop

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The letters beyond ASCII of the languages each encoding was made for; of two that fit, the first is taken.
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ",
        "äöüß",
        "áéíñóúü",
        "áâãàçéêíóôõú",
        "àèéìíîòóùú",
        "åæøé",
        "åäöé",
        "áðéíóúýþæö",
        "éëïóöü",
    ),
    "cp1250": ("ăâîşţ", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "çë"),
    "cp1254": ("çğıöşü", "çğıöşüâîû"),
}
_TURKISH = "ğış"
_SIGNS = "‘’“”„–—…«»°§€№´ "
_LONG_RUN = 3
_HOW_MUCH = 400_000


def encoding_of(content: bytes) -> str:
    """
    Return the name of the encoding, as Python knows it.

    Ties: between encodings in which the text fits equally well, cp1254 for Turkish letters that are Icelandic
    ones elsewhere, else cp1252 before cp1250 before cp1254.
    Errors: UnreadableFile where the content is no text in any of them.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if wide := _utf16_without_mark(content):
        return wide
    if b"\0" in content:
        raise UnreadableFile(
            gettext_noop("The file holds NUL bytes, so it is no list of text; save it again as CSV or XLSX.")
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(content[:_HOW_MUCH])
    return "utf-8"


def text_of(content: bytes, encoding: str) -> str:
    """Decode the whole file. Errors: UnreadableFile with the place of the first byte that does not fit."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            gettext_noop(
                "The file is damaged at byte %(place)s: it begins as %(encoding)s but does not go on so; "
                "save it again as UTF-8."
            ),
            place=error.start,
            encoding=encoding.removesuffix("-sig").upper(),
        ) from None


def _utf16_without_mark(content: bytes) -> str:
    """In UTF-16 every other byte of Latin letters, digits and separators is zero."""
    start = content[:2000]
    if len(start) < 4 or len(content) % 2:
        return ""
    halves = {"utf-16-be": start[0::2], "utf-16-le": start[1::2]}
    for name, half in halves.items():
        other = halves["utf-16-le" if name == "utf-16-be" else "utf-16-be"]
        if half.count(0) * 3 > len(half) and not other.count(0):
            return name
    return ""


def _single_byte(content: bytes) -> str:
    high = sum(byte >= 0x80 for byte in content)
    if _share_in_long_runs(content) * 2 > high:
        return "cp1251"
    scores = {name: _score(content, name) for name in _ALPHABETS}
    # of the signs in which cp1254 and cp1252 differ, Turkish letters are likelier than Icelandic ones
    is_turkish = any(letter in _TURKISH for letter in content.decode("cp1254", "replace").lower())
    best = max(scores, key=lambda name: (scores[name], is_turkish and name == "cp1254"))
    if scores[best] <= 0:
        raise UnreadableFile(
            gettext_noop(
                "The letters of the file are in no encoding that is known here; save it again as UTF-8."
            )
        )
    return best


def _share_in_long_runs(content: bytes) -> int:
    """Count the high bytes that stand in runs: Cyrillic words are nothing else, Latin ones hardly ever."""
    count = run = 0
    for byte in [*content, 0]:
        if byte >= 0xC0:
            run += 1
            continue
        count += run if run >= _LONG_RUN else 0
        run = 0
    return count


def _score(content: bytes, encoding: str) -> float:
    """Return how well the letters fit one language of the encoding, and a little how well any of them."""
    try:
        text = content.decode(encoding).lower()
    except UnicodeDecodeError:
        return 0.0
    letters = [letter for letter in text if letter > "\x7f" and letter not in _SIGNS]
    if not letters:
        return 0.5
    best = max(sum(letter in alphabet for letter in letters) for alphabet in _ALPHABETS[encoding])
    any_of_them = sum(any(letter in alphabet for alphabet in _ALPHABETS[encoding]) for letter in letters)
    return (best + 0.3 * any_of_them) / len(letters)
