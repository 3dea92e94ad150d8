"""What a word may sound like, in any script and spelling, and whether two words may sound alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from chancery.rules.names.letters import Script, lower, native, script_of, without_marks
from chancery.rules.names.scripts import abjads, eastern, latin, patterns

Slot = tuple[str, ...]
Slots = tuple[Slot, ...]

_SHORT_A_E: Slot = ("", "a", "e")
_SHORT_VOWELS: Slot = ("", "a", "e", "i", "o", "u")
_RUN = re.compile(r"(.)\1+")
_MOST_READINGS = 400


@dataclass(frozen=True, slots=True)
class Rule:
    """Some letters, the sounds they may stand for, and these with those that only another script proves."""

    pattern: str
    strict: Slot
    wide: Slot


@dataclass(frozen=True, slots=True)
class SoundRules:
    """One table of sounds. The rules stand by the letter they begin with, since most of them never apply."""

    by_letter: dict[str, tuple[re.Pattern[str], tuple[Rule, ...]]]

    def slots(self, word: str, *, is_wide: bool) -> Slots:
        """Cut a word into letters and list for each the sounds it may stand for; unknown signs are silent."""
        found: list[Slot] = []
        place, end = 0, len(word)
        while place < end:
            pattern, rules = self.by_letter.get(word[place], _NO_RULES)
            match = pattern.match(word, place)
            if match and match.lastindex:
                place = match.end()
                rule = rules[match.lastindex - 1]
                found.append(rule.wide if is_wide else rule.strict)
            else:
                place += 1
        return tuple(found)

    def knows(self, letter: str) -> bool:
        """Whether some rule begins with a letter."""
        return letter in self.by_letter


_NO_RULES: tuple[re.Pattern[str], tuple[Rule, ...]] = (re.compile("(?!)"), ())
# What stands before the first letter a rule takes, and that letter or class of letters.
_FIRST_LETTERS = re.compile(r"(?:\^|\(\?<=(?:\[[^]]*\]|[^)])\))*(?:\[(?P<group>[^]^]+)\]|(?P<letter>.))")


def compiled(*tables: str) -> SoundRules:
    """Read tables of rules; the earlier table and the earlier line win."""
    rules = [_rule(line.split()) for table in tables for line in table.strip().splitlines()]
    by_letter: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for letter in dict.fromkeys(_first_letters(rule.pattern)):
            by_letter[letter].append(rule)
    return SoundRules({letter: (_joined(some), tuple(some)) for letter, some in by_letter.items()})


def _rule(cells: list[str]) -> Rule:
    strict = _choices(cells[1])
    return Rule(cells[0], strict, strict + _choices(cells[2]) if len(cells) > 2 else strict)


def _joined(rules: Sequence[Rule]) -> re.Pattern[str]:
    return re.compile("|".join(f"({rule.pattern})" for rule in rules))


def _first_letters(pattern: str) -> Iterator[str]:
    """The letters a pattern may begin with: of each of its alternatives outside brackets."""
    for alternative in _OUTER_BAR.split(pattern):
        found = _FIRST_LETTERS.match(alternative)
        if found:
            yield from found["group"] or found["letter"]


# a bar that no bracket encloses
_OUTER_BAR = re.compile(r"\|(?![^(]*\))(?![^\[]*\])")


def _choices(cell: str) -> Slot:
    return tuple("" if choice == "-" else choice for choice in cell.split("|"))


@cache
def rules_for(style: str) -> SoundRules:
    """The compiled table of a script, a Latin spelling, or the patterns of eastern names."""
    tables = {
        "turkic": (latin.TURKIC, latin.PLAIN),
        "romanian": (latin.ROMANIAN, latin.PLAIN),
        "french": (latin.FRENCH, latin.PLAIN),
        "west slavic": (latin.WEST_SLAVIC, latin.PLAIN),
        "pattern": (patterns.PATTERN,),
        Script.CYRILLIC: (eastern.CYRILLIC,),
        Script.GREEK: (eastern.GREEK,),
        Script.GEORGIAN: (eastern.GEORGIAN,),
        Script.ARMENIAN: (eastern.ARMENIAN,),
        Script.ARABIC: (abjads.ARABIC,),
        Script.HEBREW: (abjads.HEBREW,),
    }
    return compiled(*tables.get(style, (latin.PLAIN,)))


_TURKIC = re.compile("[əığ]|q(?!u[aeio])|ş.*[çöü]|[çöü].*ş")
_ROMANIAN = re.compile("[ăț]|[âî].*ş|ş.*[âî]|escu$|eanu$|[aeo]iu$|ici$")
_FRENCH = re.compile("tch|ou[aeéiï]|[^aeiou]ou.*(?:ch|dj|ine$|eff$)|dj.*(?:é|ou)|gu[ei]|ï|ine$.*ou")
_WEST_SLAVIC = re.compile("[šžčćđłńśźżęąřůě]|sz|cz|[^aeiou]rz|ski$|wicz$")
_STYLES = (("turkic", _TURKIC), ("romanian", _ROMANIAN), ("west slavic", _WEST_SLAVIC), ("french", _FRENCH))
# most words have no sign of any style: one search tells
_STYLED = re.compile("|".join(f"(?:{sign.pattern})" for _, sign in _STYLES))


def latin_style(word: str) -> str:
    """Guess from its letters in which language's spelling a Latin word is written."""
    if not _STYLED.search(word):
        return Script.LATIN
    return next(style for style, sign in _STYLES if sign.search(word))


@lru_cache(maxsize=100_000)
def slots(word: str, *, is_wide: bool = False) -> Slots:
    """
    List the sounds of a word, letter by letter.

    `word` is in lower case. Wide slots add the sounds that only another script can prove.
    Arabic and Hebrew words get no short vowels here; see `vowelled`.
    """
    if word.isascii():
        return rules_for(latin_style(word)).slots(word.replace("'", ""), is_wide=is_wide)
    script = script_of(word)
    spelt = word if script is Script.ARABIC else native(word)
    if script is not Script.LATIN:
        return rules_for(script).slots(spelt, is_wide=is_wide)
    style = latin_style(spelt)
    rules = rules_for(style)
    # letters the table does not know lose their mark
    spelt = "".join(sign if rules.knows(sign) else without_marks(sign) for sign in spelt)
    return rules.slots(spelt.replace("'", ""), is_wide=is_wide)


def vowelled(word_slots: Slots, *, with_all: bool) -> Slots:
    """Let a short vowel stand after each sound: a and e, which foreign names leave out, or any."""
    vowel = _SHORT_VOWELS if with_all else _SHORT_A_E
    last = len(word_slots) - 1
    return tuple(
        part for i, slot in enumerate(word_slots) for part in ((slot,) if i == last else (slot, vowel))
    )


@lru_cache(maxsize=20_000)
def pattern_slots(pattern: str) -> Slots:
    """List the sounds of a pattern of the table of eastern names."""
    return rules_for("pattern").slots(lower(pattern), is_wide=False)


def may_sound_alike(first: Slots, second: Slots) -> bool:
    """
    Whether one pronunciation fits both rows of slots, a doubled sound counting once.

    Walks both rows together, sound by sound; what a slot has left waits for the other side.
    """
    if not first or not second:
        return False
    seen: set[tuple[int, str, int, str, str]] = set()
    open_states = [(0, "", 0, "", "")]
    while open_states:
        state = open_states.pop()
        if state in seen:
            continue
        seen.add(state)
        i, left, j, right, last = state
        if left and left[0] == last:
            open_states.append((i, left[1:], j, right, last))
        elif right and right[0] == last:
            open_states.append((i, left, j, right[1:], last))
        elif left and right:
            if left[0] == right[0]:
                open_states.append((i, left[1:], j, right[1:], left[0]))
        elif not left and i < len(first):
            open_states.extend((i + 1, choice, j, right, last) for choice in first[i])
        elif not right and j < len(second):
            open_states.extend((i, left, j + 1, choice, last) for choice in second[j])
        elif not left and not right:
            return True
    return False


def readings(word_slots: Slots, *, most: int = _MOST_READINGS) -> list[str]:
    """
    Spell out the pronunciations, likeliest first, doubled sounds once.

    Shape: distinct, at least one; beyond `most`, further letters keep their first sound.
    """
    found, run = [""], ""
    for slot in word_slots:
        if len(slot) == 1 or len(found) * len(slot) > most:
            run += slot[0]
        else:
            found = [f"{start}{run}{choice}" for choice in slot for start in found]
            run = ""
    return list(dict.fromkeys(undoubled(start + run) for start in found))


def undoubled(text: str) -> str:
    """Write each run of one sound once."""
    return _RUN.sub(r"\1", text)


# Sounds that spellings mix up most, for keys: vowels fall together by place, k with g and h, s with sh.
_COARSE = str.maketrans(
    {
        "e": "a",
        "u": "o",
        "g": "k",
        "G": "k",
        "x": "k",
        "h": "k",
        "S": "s",
        "Z": "J",
        "C": "J",
        "T": "t",
        "f": "v",
    }
)
_CONSONANTS_ONLY = str.maketrans("", "", "aeiou")
_GLIDES = re.compile("i+(?=[ao])")


def coarse_readings(word_slots: Slots, *, most: int) -> list[str]:
    """Bring the pronunciations to keys under which all that sounds much alike is found, likeliest first."""
    row = tuple(map(_coarse_choices, word_slots))
    return list(dict.fromkeys(map(_without_glides, readings(row, most=most))))


def _without_glides(reading: str) -> str:
    """Leave out an i before a and o; the sounds that then meet count once."""
    return undoubled(_GLIDES.sub("", reading)) if "i" in reading else reading


@cache
def _coarse_choices(slot: Slot) -> Slot:
    return tuple(dict.fromkeys(choice.translate(_COARSE) for choice in slot))


@lru_cache(maxsize=200_000)
def skeletons(word_slots: Slots) -> frozenset[str]:
    """
    The consonants a row of slots may have, coarsely: h and short of it may be there or not.

    Shape: few short strings; two words that sound alike share one.
    """
    found = {""}
    for slot in word_slots:
        choices = {choice.translate(_COARSE).translate(_CONSONANTS_ONLY) for choice in slot}
        found = {start + choice for start in found for choice in choices}
        if len(found) > _MOST_READINGS:
            found = set(sorted(found)[:_MOST_READINGS])
    return frozenset(undoubled(skeleton) for skeleton in found)
