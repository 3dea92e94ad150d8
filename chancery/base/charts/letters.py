"""How wide words are about, so that labels never run into each other: rather too wide than too narrow."""

import unicodedata

SIZE = 13.0
"""Height of letters in units of a drawing."""
LINE = 18.0
NARROW_LETTERS = frozenset("iljtfrI.,:;'’!|()[] \u00a0\u202f")
NARROW_EM, USUAL_EM, CAPITAL_EM, WIDE_EM = 0.36, 0.56, 0.7, 1.02


def width_of(words: str, size: float = SIZE) -> float:
    """Return about how wide words are; marks over a letter and signs of direction take no room."""
    return size * sum(map(_em, words))


def _em(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE_EM
    if letter in NARROW_LETTERS:
        return NARROW_EM
    return CAPITAL_EM if letter.isupper() or letter in "mwMW—…%@" else USUAL_EM


def fitted(words: str, room: float, size: float = SIZE) -> str:
    """Return words that fit into `room`, cut off with an ellipsis where they do not."""
    if width_of(words, size) <= room:
        return words
    cut = words
    while cut and width_of(cut + "…", size) > room:
        cut = cut[:-1]
    return f"{cut.rstrip()}…" if cut else ""
