"""The names that are known: which words are spellings of one, and which names are forms of each other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, product

from chancery.rules.names.folding import fold_word
from chancery.rules.names.known import caucasian, eastern, forms, hebrew, romanian, slavic, western
from chancery.rules.names.letters import ABJADS, Script, lower, native, script_of, tidy
from chancery.rules.names.sounds import Slots, may_sound_alike, pattern_slots, skeletons, slots

# A known name in a word: its number and the ending of a family name made from it, or none.
Identity = tuple[int, str]

_MEN = (eastern.MEN, slavic.MEN, romanian.MEN, western.MEN, hebrew.MEN)
_WOMEN = (eastern.WOMEN, slavic.WOMEN, romanian.WOMEN, western.WOMEN, hebrew.WOMEN)
_GIVEN = (*_MEN, *_WOMEN, caucasian.GEORGIAN, caucasian.ARMENIAN, caucasian.GREEK)
_FAMILIES = (
    eastern.FAMILIES, slavic.FAMILIES, romanian.FAMILIES, western.FAMILIES, hebrew.FAMILIES,
    caucasian.ARMENIAN_FAMILIES,
)  # fmt: skip
_PATTERNS = (eastern.MEN, eastern.WOMEN, eastern.FAMILIES)

# Endings that make a family name or patronymic, with the sounds they are written by.
ENDINGS: dict[str, tuple[str, ...]] = {
    "ov": ("ov", "ev", "iev"),
    "ova": ("ova", "eva", "ieva"),
    "ovich": ("oviC", "eviC", "ieviC", "iC"),
    "ovna": ("ovna", "evna", "ievna", "iCna", "ivna"),
    "li": ("li", "lu", "ali"),
    "zade": ("zada", "zade", "zadah", "zadeh"),
    "oglu": ("oGlu", "oglu", "oGli", "ogli", "olu"),
    "ski": ("ski",),
    "ska": ("ska", "skaia"),
    "yan": ("ian",),
    "shvili": ("Svili", "iSvili", "aSvili"),
    "dze": ("dze", "adze", "idze"),
    "escu": ("esku",),
    "enko": ("enko",),
    "i": ("i",),
}
# Endings that only names of the East take: Süleymani.
_EASTERN_ENDINGS = frozenset({"li", "zade", "oglu", "i"})


@dataclass(slots=True)
class Lexicon:
    """All tables of names, ready for look-up."""

    exact: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    folded: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_skeleton: dict[str, list[tuple[int, Slots]]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[int, list[Slots]] = field(default_factory=lambda: defaultdict(list))
    scripts: dict[int, set[Script]] = field(default_factory=lambda: defaultdict(set))
    given: set[int] = field(default_factory=set)
    men: set[int] = field(default_factory=set)
    women: set[int] = field(default_factory=set)
    eastern: set[int] = field(default_factory=set)
    families: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    families_of_word: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


@cache
def lexicon() -> Lexicon:
    """Read the tables once."""
    book = Lexicon()
    numbers: dict[str, int] = {}
    kinds = ((book.given, _GIVEN), (book.men, _MEN), (book.women, _WOMEN), (book.eastern, _PATTERNS))
    for table in (*_GIVEN, *_FAMILIES):
        for spellings in entries(table):
            # names of several languages with one leading spelling are one name
            number = numbers.setdefault(spellings[0], len(numbers))
            _enter(book, number, spellings, is_pattern=table in _PATTERNS)
            for kind, tables in kinds:
                if table in tables:
                    kind.add(number)
    for family, words in enumerate(chain(*map(entries, (forms.MEN, forms.WOMEN, forms.FAMILIES)))):
        _enter_forms(book, family, words)
    return book


def entries(table: str) -> list[list[str]]:
    """Part a table at its commas, and each entry into its words."""
    return [entry.split() for entry in table.split(",")]


def _enter(book: Lexicon, number: int, tokens: list[str], *, is_pattern: bool) -> None:
    for token in tokens:
        word = lower(tidy(token))
        book.exact[_exact(word)].add(number)
        book.scripts[number].add(script_of(word))
        for spelling in _folded(word):
            book.folded[spelling].add(number)
        if script_of(word) is not Script.LATIN:
            continue
        row = pattern_slots(word) if is_pattern else slots(word)
        book.rows[number].append(row)
        for skeleton in skeletons(row):
            book.by_skeleton[skeleton].append((number, row))


def _exact(word: str) -> str:
    return native(word.replace("í", "i"))


def _folded(word: str) -> set[str]:
    """The plain spellings of a Latin word, ə as a and as e."""
    if script_of(word) is not Script.LATIN:
        return set()
    choices = [("a", "e") if sign == "ə" else (sign,) for sign in word]
    return {fold_word("".join(signs)) for signs in product(*choices)}


def _enter_forms(book: Lexicon, family: int, words: list[str]) -> None:
    for word in words:
        plain = lower(tidy(word))
        for spelling in {_exact(plain)} | _folded(plain):
            book.families_of_word[spelling].add(family)
        for number in book.exact.get(_exact(plain), ()):
            book.families[number].add(family)


@lru_cache(maxsize=100_000)
def identities(word: str) -> frozenset[Identity]:
    """
    Tell which known names a lower-case word spells, alone or with the ending of a family name.

    A word that stands in the tables is that; only others are looked up by sound.
    """
    book = lexicon()
    plain = native(word)
    if numbers := book.exact.get(plain) or book.exact.get(plain.removeprefix("ال")):
        return frozenset((number, "") for number in numbers)
    if script_of(word) in ABJADS:
        return frozenset(_abjad_family_names(word))
    folded = frozenset((number, "") for number in book.folded.get(fold_word(word), ()))
    if folded and "c" in word:
        # an Azerbaijani c sounds otherwise than that of other languages: Camal is no Kamal
        return folded
    return folded.union(_by_sound(slots(word, is_wide=script_of(word) is not Script.LATIN)))


def _by_sound(row: Slots) -> Iterator[Identity]:
    book = lexicon()
    for skeleton in skeletons(row):
        for number, known in book.by_skeleton.get(skeleton, ()):
            if may_sound_alike(row, known):
                yield number, ""
        for ending, sounds, stem in _stems(skeleton):
            for number, known in book.by_skeleton.get(stem, ()):
                is_usual = ending not in _EASTERN_ENDINGS or number in book.eastern
                if is_usual and may_sound_alike(row, (*known, sounds)):
                    yield number, ending


@cache
def _ending_skeletons() -> tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]:
    return tuple((ending, sounds, skeletons((sounds,))) for ending, sounds in ENDINGS.items())


def _stems(skeleton: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for ending, sounds, tails in _ending_skeletons():
        for tail in tails:
            if skeleton.endswith(tail):
                stem = skeleton.removesuffix(tail)
                # the last consonant of the stem may have run together with the first of the ending
                starts = {stem, stem + tail[:1]} - {""}
                yield from ((ending, sounds, start) for start in sorted(starts))


_ABJAD_ENDINGS = {
    "وف": "ov",
    "یف": "ov",
    "ییف": "ov",
    "اف": "ov",
    "وفا": "ova",
    "یفا": "ova",
    "ییفا": "ova",
    "ی": "i",
}


def _abjad_family_names(word: str) -> Iterator[Identity]:
    book, plain = lexicon(), native(word)
    for tail, ending in _ABJAD_ENDINGS.items():
        stem = plain.removeprefix("ال").removesuffix(tail)
        if plain.endswith(tail):
            yield from ((number, ending) for number in book.exact.get(stem, ()))
            yield from ((number, ending) for number in book.exact.get(stem + "ی", ()))


def is_written_in(word: str, script: Script) -> bool:
    """Whether a lower-case word is a known name of which the tables have a spelling in another script."""
    return any(script in lexicon().scripts[number] for number, ending in identities(word) if not ending)


def rows_of(word: str) -> list[Slots]:
    """The sounds of the known names a lower-case word spells exactly; none for other words."""
    book = lexicon()
    numbers = book.exact.get(native(word)) or book.folded.get(fold_word(word)) or ()
    return [row for number in sorted(numbers) for row in book.rows[number]]


@lru_cache(maxsize=100_000)
def families_of(word: str) -> frozenset[int]:
    """The families of forms a lower-case word belongs to; empty for family names and unknown words."""
    book = lexicon()
    direct = book.families_of_word.get(native(word)) or book.families_of_word.get(fold_word(word)) or set()
    by_name = (book.families.get(number, set()) for number, ending in identities(word) if not ending)
    return frozenset(direct).union(*by_name)


def is_mans_name(word: str) -> bool:
    """Whether a lower-case word is known as a man's given name and not as a woman's."""
    numbers = {number for number, ending in identities(word) if not ending}
    return bool(numbers & lexicon().men) and not numbers & lexicon().women


def is_womans_name(word: str) -> bool:
    """Whether a lower-case word is known as a woman's given name."""
    return any(not ending and number in lexicon().women for number, ending in identities(word))


def is_given_name(word: str) -> bool:
    """Whether a lower-case word is a known given name."""
    return any(not ending and number in lexicon().given for number, ending in identities(word))
