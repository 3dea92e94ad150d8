"""The sentences in which names are judged; every template is an English sentence and a key of translation."""

from collections.abc import Sequence
from types import MappingProxyType

from chancery.rules.names.alignment import Pair
from chancery.rules.names.likeness import Cause
from chancery.rules.names.printed import Part, PrintedName
from chancery.rules.reasons import Reason, gettext_noop

_DIFFERENCES = {
    Cause.GENDER: gettext_noop("“%(first)s” and “%(second)s” are the man's and the woman's form of a name."),
    Cause.ENDING: gettext_noop("“%(first)s” and “%(second)s” are two family names: their endings differ."),
    Cause.INITIAL: gettext_noop("“%(first)s” cannot stand for “%(second)s”."),
    Cause.OTHER: gettext_noop("“%(first)s” and “%(second)s” are two names."),
}
_DOUBTS = {
    Cause.INITIAL: gettext_noop("“%(first)s” and “%(second)s” agree only in the initial."),
    Cause.FORM: gettext_noop("“%(first)s” and “%(second)s” are forms of one name, but may be two people."),
    Cause.TYPO: gettext_noop("“%(first)s” and “%(second)s” differ only slightly."),
    Cause.SHORT: gettext_noop("“%(first)s” and “%(second)s” may be one short name or two."),
    Cause.UNWRITTEN: gettext_noop(
        "“%(first)s” and “%(second)s” share their consonants, but one spelling does not write the vowels."
    ),
    Cause.SOUND: gettext_noop(
        "“%(first)s” and “%(second)s” sound alike but are written with other characters."
    ),
    Cause.SCRIPT: gettext_noop(
        "“%(first)s” and “%(second)s” cannot be compared: one script is not read by this program."
    ),
}
_SAME_WORDS = gettext_noop("The names are the same apart from capitals, accents and titles.")
_SAME_TURNED = gettext_noop("The names have the same parts in another order.")
_SAME_SPELT = gettext_noop("The names are spellings of one name: %(pairs)s.")
_SAME_SPELT_TURNED = gettext_noop("The names are spellings of one name in another order: %(pairs)s.")
_SAME_CHARACTERS = gettext_noop("The names are written with the same characters.")
_SAME_SOUND = gettext_noop("The names sound alike but are written with other characters.")
_NO_NAME = gettext_noop("“%(text)s” holds no name.")
_NO_TEXT = gettext_noop("One of the two names is missing.")
_MISSING = gettext_noop("“%(parts)s” stands in one name only.")
_ORDER = gettext_noop("The parts are the same, but given name and family name may be reversed.")
_FATHER_AND_SON = gettext_noop("“%(first)s” and “%(second)s” are the names of a father and of a child.")
_GENERATIONS = gettext_noop("The marks of generation differ: “%(first)s” and “%(second)s”.")
_GENERATION = gettext_noop("The mark of generation “%(mark)s” stands in one name only.")
_TITLES = gettext_noop("The names agree, but one has a man's title and the other a woman's.")
_PARTICLE = gettext_noop("The particle “%(particles)s” stands in one name only.")
_FOREIGN = gettext_noop(
    "“%(text)s” spells a foreign name by Chinese sounds, which cannot be read back surely."
)
_OTHER_READING = gettext_noop("The characters “%(text)s” have other readings than the Mandarin one.")


def difference(pair: Pair) -> Reason:
    """Say why a pair of parts makes two names."""
    template = _DIFFERENCES.get(pair.comparison.cause, _DIFFERENCES[Cause.OTHER])
    return _of(template, first=pair.first.text, second=pair.second.text)


def doubt(pair: Pair) -> Reason:
    """Say why a pair of parts cannot be judged."""
    template = _DOUBTS.get(pair.comparison.cause, _DOUBTS[Cause.TYPO])
    return _open(template, first=pair.first.text, second=pair.second.text)


def sameness(pairs: Sequence[Pair], *, is_turned: bool) -> Reason:
    """Say in what two equal names differ on paper."""
    spelt = [pair for pair in pairs if pair.comparison.cause is not Cause.EQUAL]
    if not spelt:
        return _of(_SAME_TURNED if is_turned else _SAME_WORDS)
    listed = ", ".join(f"{pair.first.text} = {pair.second.text}" for pair in spelt)
    return _of(_SAME_SPELT_TURNED if is_turned else _SAME_SPELT, pairs=listed)


def same_characters() -> Reason:
    """Say that two Chinese names are written alike."""
    return _of(_SAME_CHARACTERS)


def same_sound_other_characters() -> Reason:
    """Say that two Chinese names only sound alike."""
    return _open(_SAME_SOUND)


def no_name(text: str) -> Reason:
    """Say that a text holds no name."""
    return _open(_NO_NAME, text=text.strip()) if text.strip() else _open(_NO_TEXT)


def missing(parts: Sequence[Part]) -> Reason:
    """Say which parts only one name has."""
    return _open(_MISSING, parts=" ".join(part.text for part in parts))


def doubtful_order() -> Reason:
    """Say that the order may be that of another person's name."""
    return _open(_ORDER)


def father_and_son(one: PrintedName, other: PrintedName) -> Reason:
    """Say that each name is the father's in the other one."""
    return _of(_FATHER_AND_SON, first=one.text, second=other.text)


def generations(one: PrintedName, other: PrintedName) -> Reason:
    """Say that one is the elder and the other the younger."""
    return _of(_GENERATIONS, first=one.generation, second=other.generation)


def generation_missing(mark: str) -> Reason:
    """Say that only one name tells the elder from the younger."""
    return _open(_GENERATION, mark=mark)


def titles_clash() -> Reason:
    """Say that the titles are of two genders."""
    return _open(_TITLES)


def particle_missing(particles: Sequence[str]) -> Reason:
    """Say which particle only one name has."""
    return _open(_PARTICLE, particles=", ".join(particles))


def foreign_in_chinese(text: str) -> Reason:
    """Say that a foreign name in Chinese characters cannot be read back."""
    return _open(_FOREIGN, text=text)


def other_reading(text: str) -> Reason:
    """Say that the characters may be read in another language or dialect."""
    return _open(_OTHER_READING, text=text)


def _of(template: str, **values: str) -> Reason:
    return Reason(template, MappingProxyType(values))


def _open(template: str, **values: str) -> Reason:
    return Reason(template, MappingProxyType(values), is_open=True)
