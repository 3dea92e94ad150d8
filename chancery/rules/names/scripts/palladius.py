"""The usual Russian spelling of Chinese syllables (the system of Palladius), soft signs left out."""

import re

_INITIALS_TABLE = """
zh чж, ch ч, sh ш, b б, p п, m м, f ф, d д, t т, n н, l л, g г, k к, h х, j цз, q ц, x с, r ж, z цз, c ц, s с
"""
_FINALS_TABLE = """
iang ян, iong юн, uang уан, iao яо, ian ян, ing ин, uai уай, uan уан, ang ан, eng эн,
ong ун, ia я, ie е, iu ю,
in ин, ua уа, uo о, ui уй, un ун, ue юэ, ve юэ, ai ай, ei эй, ao ао, ou оу, an ан, en
эн, a а, o о, e э, i и, u у,
v юй
"""
_WHOLE_TABLE = """
yi и, ya я, ye е, yao яо, you ю, yan ян, yin ин, yang ян, ying ин, yong юн, yu юй, yue юэ, yuan юан, yun юн,
wu у, wa ва, wo во, wai вай, wei вэй, wan ван, wen вэн, wang ван, weng вэн, hui хуэй, ju цзюй, qu цюй, xu сюй,
juan цзюан, quan цюан, xuan сюан, jun цзюн, qun цюн, xun сюн, zi цзы, ci цы, si сы, zhi чжи, er эр
"""


def _spelt(table: str) -> dict[str, str]:
    return dict(entry.split() for entry in table.split(","))


_INITIALS, _FINALS, _WHOLE = _spelt(_INITIALS_TABLE), _spelt(_FINALS_TABLE), _spelt(_WHOLE_TABLE)
_INITIAL, _FINAL = "|".join(_INITIALS), "|".join(_FINALS)
# a whole syllable first, then one that no further vowel follows, then what is left
_SYLLABLES = re.compile(
    f"{'|'.join(sorted(_WHOLE, key=len, reverse=True))}"
    f"|({_INITIAL})({_FINAL})(?![aeiouv])|({_INITIAL})({_FINAL})|()({_FINAL})"
)


def in_cyrillic(pinyin: str) -> str:
    """Spell a word of pinyin in Cyrillic; letters of other words may stay Latin."""
    return _SYLLABLES.sub(_syllable, pinyin.replace("ü", "v"))


def _syllable(found: re.Match[str]) -> str:
    if found[0] in _WHOLE:
        return _WHOLE[found[0]]
    initial, final = [part for part in found.groups() if part is not None][-2:]
    return _INITIALS.get(initial, "") + _FINALS[final]
