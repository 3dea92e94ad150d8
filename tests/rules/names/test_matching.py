"""Verdicts on pairs of printed names, by tables of more than nine hundred pairs."""

from collections.abc import Mapping

import pytest

from chancery.rules.names.matching import Answer, match
from tests.rules.names import customs, different, same


def _cases(table: Mapping[str, str]) -> list[tuple[str, str]]:
    lines = [line for block in table.values() for line in block.strip().splitlines()]
    halves = (line.split("|") for line in lines)
    return [(first.strip(), second.strip()) for first, second in halves]


def _words(pair: tuple[str, str]) -> str:
    return " = ".join(pair)


@pytest.mark.cases
@pytest.mark.parametrize("pair", _cases(same.SAME) + _cases(customs.SAME), ids=_words)
def test_spellings_of_one_name_are_the_same(pair: tuple[str, str]) -> None:
    """Script, spelling, case, order and titles do not make another name."""
    assert match(*pair).answer is Answer.SAME, match(*pair).reason.words()


@pytest.mark.cases
@pytest.mark.parametrize("pair", _cases(different.DIFFERENT) + _cases(customs.DIFFERENT), ids=_words)
def test_two_names_are_different(pair: tuple[str, str]) -> None:
    """Names that two people bear are told apart, however alike they look."""
    assert match(*pair).answer is Answer.DIFFERENT, match(*pair).reason.words()


@pytest.mark.cases
@pytest.mark.parametrize("pair", _cases(different.ASK) + _cases(customs.ASK), ids=_words)
def test_doubtful_pairs_are_asked_about(pair: tuple[str, str]) -> None:
    """What the letters cannot decide goes to a person."""
    assert match(*pair).answer is Answer.ASK, match(*pair).reason.words()


@pytest.mark.parametrize(
    "table",
    [same.SAME, different.DIFFERENT, different.ASK, customs.SAME, customs.DIFFERENT, customs.ASK],
    ids=lambda table: next(iter(table)),
)
def test_the_order_of_the_two_names_does_not_matter(table: Mapping[str, str]) -> None:
    """Every pair of the tables gets one verdict in both directions."""
    turned = [pair for pair in _cases(table) if match(*pair).answer is not match(*reversed(pair)).answer]

    assert turned == []


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (
            "Qudsi Osmanov",
            "Кудси Османов",
            "The names are spellings of one name: Qudsi = Кудси, Osmanov = Османов.",
        ),
        ("Qudsi Osmanov", "OSMANOV Qudsi", "The names have the same parts in another order."),
        (
            "Leyla Əliyev",
            "Leyla Əliyeva",
            "“Əliyev” and “Əliyeva” are the man's and the woman's form of a name.",
        ),
        ("Q. Osmanov", "Qudsi Osmanov", "“Q.” and “Qudsi” agree only in the initial."),
        ("Qudsi Vəli oğlu Osmanov", "Qudsi Osmanov", "“Vəli oğlu” stands in one name only."),
        ("Ion Popescu", "Ioan Popescu", "“Ion” and “Ioan” are forms of one name, but may be two people."),
        ("John Smith Jr.", "John Smith Sr.", "The marks of generation differ: “junior” and “senior”."),
        (" Mr ", "Qudsi Osmanov", "“Mr” holds no name."),
        (
            "محمد بن أحمد",
            "أحمد بن محمد",
            "“محمد بن أحمد” and “أحمد بن محمد” are the names of a father and of a child.",
        ),
    ],
)
def test_a_verdict_says_why(first: str, second: str, sentence: str) -> None:
    """The reason is one sentence that quotes the parts as printed."""
    assert match(first, second).reason.words() == sentence


def test_only_a_doubt_is_marked_as_open() -> None:
    """A reason is open when a person must decide, and only then."""
    assert match("Q. Osmanov", "Qudsi Osmanov").reason.is_open
    assert not match("Qudsi Osmanov", "Гудси Османов").reason.is_open
    assert not match("Hasan Aliyev", "Hüseyn Aliyev").reason.is_open
