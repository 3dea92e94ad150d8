"""Numbers in words (R80)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.languages import azerbaijani, numbers

COUNTABLE = st.integers(min_value=0, max_value=numbers.LARGEST)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (21, "twenty-one"),
        (80, "eighty"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (2000, "two thousand"),
        (2025, "two thousand and twenty-five"),
        (2100, "two thousand one hundred"),
        (9999, "nine thousand nine hundred and ninety-nine"),
    ],
)
def test_english_number_has_its_and(number: int, words: str) -> None:
    """R80: "two thousand and twenty-five"."""
    assert numbers.english(number) == words


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (1066, "one thousand and sixty-six"),
        (1900, "nineteen hundred"),
        (1992, "nineteen hundred and ninety-two"),
        (2000, "two thousand"),
        (2025, "two thousand and twenty-five"),
    ],
)
def test_english_year_is_read_by_hundreds_where_usual(year: int, words: str) -> None:
    """R80: years of 1100 to 1999 are read by hundreds."""
    assert numbers.english_year(year) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (11, "eleventh"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (25, "twenty-fifth"),
        (30, "thirtieth"),
        (31, "thirty-first"),
    ],
)
def test_english_ordinal_changes_only_its_last_word(number: int, words: str) -> None:
    """R80: "the twenty-fifth of February"."""
    assert numbers.english_ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (61, "soixante et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1000, "mille"),
        (1992, "mille neuf cent quatre-vingt-douze"),
        (2025, "deux mille vingt-cinq"),
    ],
)
def test_french_number_keeps_its_old_spelling(number: int, words: str) -> None:
    """R80: the card keeps the spelling from before 1990."""
    assert numbers.french(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "une"), (11, "onze"), (21, "vingt et une"), (45, "quarante-cinq")]
)
def test_french_hours_are_feminine(number: int, words: str) -> None:
    """R80: "à vingt et une heures"."""
    assert numbers.french_feminine(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (12, "doisprezece"),
        (21, "douăzeci și unu"),
        (30, "treizeci"),
        (100, "o sută"),
        (101, "o sută unu"),
        (200, "două sute"),
        (1000, "o mie"),
        (1992, "o mie nouă sute nouăzeci și doi"),
        (2025, "două mii douăzeci și cinci"),
    ],
)
def test_romanian_number_counts_thousands_as_feminine(number: int, words: str) -> None:
    """R80: "o mie", "două mii"."""
    assert numbers.romanian(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "unu"), (2, "două"), (12, "douăsprezece"), (21, "douăzeci și unu"), (22, "douăzeci și două")],
)
def test_romanian_clock_has_masculine_one_and_feminine_two(number: int, words: str) -> None:
    """R80: "ora douăzeci și două"."""
    assert numbers.romanian_of_clock(number) == words


@pytest.mark.parametrize(
    ("number", "words", "ordinal"),
    [
        (0, "sıfır", "sıfırıncı"),
        (1, "bir", "birinci"),
        (2, "iki", "ikinci"),
        (3, "üç", "üçüncü"),
        (4, "dörd", "dördüncü"),
        (6, "altı", "altıncı"),
        (9, "doqquz", "doqquzuncu"),
        (10, "on", "onuncu"),
        (20, "iyirmi", "iyirminci"),
        (40, "qırx", "qırxıncı"),
        (50, "əlli", "əllinci"),
        (100, "yüz", "yüzüncü"),
        (1000, "min", "mininci"),
        (1992, "min doqquz yüz doxsan iki", "min doqquz yüz doxsan ikinci"),
        (2025, "iki min iyirmi beş", "iki min iyirmi beşinci"),
    ],
)
def test_azerbaijani_ordinal_follows_the_harmony(number: int, words: str, ordinal: str) -> None:
    """R80: "iki min iyirmi beşinci il"."""
    assert numbers.azeri(number) == words
    assert numbers.azeri_ordinal(number) == ordinal


@pytest.mark.parametrize(
    ("noun", "locative"),
    [("on doqquz", "on doqquzda"), ("yeddi", "yeddidə"), ("otuz", "otuzda"), ("üç", "üçdə")],
)
def test_azerbaijani_locative_follows_the_harmony(noun: str, locative: str) -> None:
    """R80: "saat on doqquzda"."""
    assert azerbaijani.locative(noun) == locative


@given(COUNTABLE, COUNTABLE)
def test_two_numbers_never_read_the_same(one: int, other: int) -> None:
    """R80: what is spelled out can be read back in every language."""
    for written in (numbers.english, numbers.french, numbers.romanian, numbers.azeri):
        assert (written(one) == written(other)) == (one == other)


@given(COUNTABLE)
def test_words_hold_no_figure_and_no_doubled_space(number: int) -> None:
    """R80: all numbers are spelled out."""
    for written in (numbers.english, numbers.french, numbers.romanian, numbers.azeri, numbers.azeri_ordinal):
        words = written(number)
        assert words == " ".join(words.split())
        assert words
        assert not any(letter.isdigit() for letter in words)
