"""The man's and the woman's form of one name: Aliyev and Aliyeva, Zelensky and Zelenska, Jean and Jeanne."""

from chancery.rules.names.edits import rows
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.lexicon import families_of, is_mans_name, is_womans_name
from chancery.rules.names.letters import Script, script_of
from chancery.rules.names.sounds import Slots, may_sound_alike

_SHORTEST = 3
_SHORTEST_FRENCH = 4

# Endings of a man's name, by sounds from the last, with the sounds a woman's name has in their place.
_FEMININE = (
    ((), ("a", "ia")),
    (("i",), ("a", "aia", "aa")),
    (("i", "i"), ("a", "aia", "aa")),
    (("i", "o"), ("aia", "aa")),
    (("i", "i", "o"), ("aia", "aa")),
    (("s", "o"), ("u", "ou")),
    (("s", "i", "k"), ("ki",)),
    (("s", "i", "d"), ("di",)),
)


def are_genders(first: str, second: str) -> bool:
    """Whether one of two lower-case words is the woman's form of the other."""
    if families_of(first) & families_of(second):
        return False
    pair = rows(first, second)
    return is_feminine_of(*pair) or is_feminine_of(*pair[::-1])


def is_feminine_of(man: Slots, woman: Slots) -> bool:
    """Whether the second row of sounds is the woman's form of the first."""
    if len(man) < _SHORTEST:
        return False
    for ending, feminine in _FEMININE:
        kept = len(man) - len(ending)
        tail = man[kept:][::-1]
        fits = all(sound in slot for sound, slot in zip(ending, tail, strict=True))
        is_whole = not ending or kept >= _SHORTEST
        if fits and is_whole and may_sound_alike((*man[:kept], feminine), woman):
            return True
    return False


def are_french_genders(first: str, second: str) -> bool:
    """Whether a mute e makes one of two Latin words the woman's name: Renée, Jeanne, Frédérique."""
    return _is_french_woman(first, second) or _is_french_woman(second, first)


def _is_french_woman(woman: str, man: str) -> bool:
    plain = fold_word(man)
    if len(plain) < _SHORTEST_FRENCH or not script_of(woman) is script_of(man) is Script.LATIN:
        return False
    if fold_word(woman) not in {plain + "e", f"{plain}{plain[-1]}e", plain[:-1] + "que"}:
        return False
    return plain.endswith("e") or (is_mans_name(man) and is_womans_name(woman))
