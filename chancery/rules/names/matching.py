"""Whether two names as printed are one name: same, different, or a question for a person."""

from dataclasses import dataclass, replace
from enum import StrEnum

from chancery.rules.names import chinese, sentences
from chancery.rules.names.alignment import Alignment, Order, best_alignment
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.particles import CHILDREN
from chancery.rules.names.letters import Script, native, script_of
from chancery.rules.names.likeness import Cause, Likeness
from chancery.rules.names.printed import Kind, Part, PrintedName, taken_apart
from chancery.rules.reasons import Reason

_NAME_AND_FATHER = 2


class Answer(StrEnum):
    """What can be said of two printed names."""

    SAME = "same"
    DIFFERENT = "different"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for two printed names, with the reason in a sentence."""

    answer: Answer
    reason: Reason


def match(first: str, second: str) -> Verdict:
    """
    Judge whether two names as printed are the same name.

    Shape: symmetric. `same` is said only of one name in another script, spelling, order, case or with other
    titles; two people may still bear it. `different` is said of two names, among them the man's and the
    woman's form of a family name, other patronymics, Sr and Jr. All else is `ask`: initials, missing parts,
    slips of the pen, short forms, forms of other languages, unwritten vowels, an order that may be reversed.
    Errors: none; a text without a name is `ask`.
    Source: docs/rules/names.md.
    """
    one, other = taken_apart(first), taken_apart(second)
    if not one.parts or not other.parts:
        return Verdict(Answer.ASK, sentences.no_name(first if not one.parts else second))
    if one.is_chinese or other.is_chinese:
        return _match_chinese(one, other)
    return _match_parts(one, other)


def _match_parts(one: PrintedName, other: PrintedName) -> Verdict:
    if one.generation and other.generation and one.generation != other.generation:
        return Verdict(Answer.DIFFERENT, sentences.generations(one, other))
    alignment = best_alignment(one.parts, other.parts)
    different = [pair for pair in alignment.pairs if pair.comparison.likeness is Likeness.DIFFERENT]
    if different:
        return Verdict(Answer.DIFFERENT, sentences.difference(different[0]))
    if _are_father_and_son(one, other, alignment):
        return Verdict(Answer.DIFFERENT, sentences.father_and_son(one, other))
    doubt = _doubt(one, other, alignment)
    if doubt:
        return Verdict(Answer.ASK, doubt)
    is_turned = alignment.order is Order.TURNED or one.is_turned != other.is_turned
    return Verdict(Answer.SAME, sentences.sameness(alignment.pairs, is_turned=is_turned))


def _are_father_and_son(one: PrintedName, other: PrintedName, alignment: Alignment) -> bool:
    """Whether one is X son of Y and the other Y son of X."""
    is_turned = alignment.order is not Order.AS_PRINTED and not (one.is_turned or other.is_turned)
    says_so = bool(CHILDREN & one.particles & other.particles)
    return is_turned and says_so and len(one.parts) == len(other.parts) == _NAME_AND_FATHER


def _doubt(one: PrintedName, other: PrintedName, alignment: Alignment) -> Reason | None:
    """The first doubt about two names no part of which differs, or none."""
    unsure = [pair for pair in alignment.pairs if pair.comparison.likeness is Likeness.UNSURE]
    if unsure:
        return sentences.doubt(min(unsure, key=lambda pair: pair.comparison.cause is Cause.INITIAL))
    if alignment.missing:
        return sentences.missing(alignment.missing)
    if alignment.order is Order.DOUBTFUL:
        return sentences.doubtful_order()
    if one.generation != other.generation:
        return sentences.generation_missing(one.generation or other.generation)
    if one.gender and other.gender and one.gender != other.gender:
        return sentences.titles_clash()
    if one.particles != other.particles:
        return sentences.particle_missing(sorted(one.particles ^ other.particles))
    return None


def _match_chinese(one: PrintedName, other: PrintedName) -> Verdict:
    if one.is_chinese and other.is_chinese:
        return _between_characters(one, other)
    signs, spelt = (one, other) if one.is_chinese else (other, one)
    if signs.is_foreign_in_chinese:
        return Verdict(Answer.ASK, sentences.foreign_in_chinese(signs.text))
    read = PrintedName(signs.text, tuple(_in_pinyin(part) for part in signs.parts), signs.gender)
    verdict = _match_parts(read, replace(spelt, parts=tuple(_as_word(part) for part in spelt.parts)))
    if verdict.answer is Answer.DIFFERENT and _may_be_read_otherwise(signs, spelt):
        return Verdict(Answer.ASK, sentences.other_reading(signs.text))
    return verdict


def _in_pinyin(part: Part) -> Part:
    word = fold_word(part.word)
    return Part(part.text, word, Kind.WORD, part.is_family)


def _as_word(part: Part) -> Part:
    """Beside Chinese characters a single letter without a dot may be a whole name: 毅 is И in Russian."""
    is_whole = part.kind is Kind.INITIAL and not part.text.endswith(".")
    return replace(part, kind=Kind.WORD) if is_whole else part


def _between_characters(one: PrintedName, other: PrintedName) -> Verdict:
    plain = [chinese.simplified("".join(native(part.word) for part in name.parts)) for name in (one, other)]
    if plain[0] == plain[1]:
        return Verdict(Answer.SAME, sentences.same_characters())
    sounds = [[fold_word(part.word) for part in name.parts] for name in (one, other)]
    if sounds[0] == sounds[1]:
        return Verdict(Answer.ASK, sentences.same_sound_other_characters())
    pair = best_alignment(one.parts, other.parts).pairs[0]
    return Verdict(Answer.DIFFERENT, sentences.difference(pair))


def _may_be_read_otherwise(signs: PrintedName, spelt: PrintedName) -> bool:
    """Whether the spelling may come from Hong Kong, Taiwan or Japan, where characters are read otherwise."""
    words = [fold_word(part.word) for part in spelt.parts if script_of(part.word) is Script.LATIN]
    surname = fold_word(signs.parts[0].word)
    is_southern = len(words) > 1 and bool(chinese.spellings(surname) & {words[0], words[-1]})
    characters = "".join(part.word for part in signs.parts)
    return is_southern or (len(words) == 2 and chinese.may_be_japanese(characters, " ".join(words)))
