"""The words names are found by, and the widening of what is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.names.folding import fold
from chancery.rules.names.search import CONSONANTS, SOUND, words_of
from chancery.rules.names.spelling import Group, Speller

unhurried = settings(max_examples=40)

BOOK = [
    "Qudsi Osmanov",
    "Leyla Əliyeva",
    "Vasile Simileanu",
    "Vüqar Hüseynov",
    "Cəlil Xəlilov",
    "Oana Țoiu",
    "Ştefan Popescu",
    "Сергій Шевченко",
    "Κυριάκος Παπαδόπουλος",
    "محمد الشريف",
    "יעקב לוינשטיין",
    "ნინო ბერიძე",
    "王小明",
    "Jean-Pierre Dubois",
]


def holds(words: list[str], wanted: str) -> bool:
    """Whether an index of these words has the wanted one, or one that begins so."""
    return any(word.startswith(wanted[:-1]) for word in words) if wanted.endswith("*") else wanted in words


def found(speller: Speller, typed: str) -> list[str]:
    """The names of the book an index finds for what is typed."""
    groups = speller.widen(typed)
    indexed = {name: words_of(name) for name in BOOK}
    return [
        name
        for name, words in indexed.items()
        if groups and all(any(holds(words, wanted) for wanted in group) for group in groups)
    ]


@pytest.fixture(scope="module")
def speller() -> Speller:
    """The words of the book."""
    return Speller(word for name in BOOK for word in words_of(name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("osmanov", "Qudsi Osmanov"),
        ("qudsi osmanov", "Qudsi Osmanov"),
        ("Osmanov Q", "Qudsi Osmanov"),
        ("osm", "Qudsi Osmanov"),
        ("gudsi", "Qudsi Osmanov"),
        ("kudsi", "Qudsi Osmanov"),
        ("Кудси Османов", "Qudsi Osmanov"),
        ("Кудси Осм", "Qudsi Osmanov"),
        ("عثمانوف", "Qudsi Osmanov"),
        ("osmanof", "Qudsi Osmanov"),
        ("osmnaov", "Qudsi Osmanov"),
        ("aliyeva", "Leyla Əliyeva"),
        ("eliyeva", "Leyla Əliyeva"),
        ("əliyeva", "Leyla Əliyeva"),
        ("Лейла Алиева", "Leyla Əliyeva"),
        ("simileano", "Vasile Simileanu"),
        ("симиляну", "Vasile Simileanu"),
        ("vasili", "Vasile Simileanu"),
        ("guseynov", "Vüqar Hüseynov"),
        ("Вугар Гусейнов", "Vüqar Hüseynov"),
        ("vougar housseinov", "Vüqar Hüseynov"),
        ("jalil khalilov", "Cəlil Xəlilov"),
        ("Джалил", "Cəlil Xəlilov"),
        ("toiu", "Oana Țoiu"),
        ("tsoiu", "Oana Țoiu"),
        ("stefan", "Ştefan Popescu"),
        ("ștefan", "Ştefan Popescu"),
        ("serhiy shevchenko", "Сергій Шевченко"),
        ("chevtchenko", "Сергій Шевченко"),
        ("papadopoulos", "Κυριάκος Παπαδόπουλος"),
        ("muhammad", "محمد الشريف"),
        ("mohamed sharif", "محمد الشريف"),
        ("محمد", "محمد الشريف"),
        ("yaakov", "יעקב לוינשטיין"),
        ("levinstein", "יעקב לוינשטיין"),
        ("beridze", "ნინო ბერიძე"),
        ("wang xiaoming", "王小明"),
        ("王", "王小明"),
        ("jeanpierre", "Jean-Pierre Dubois"),
        ("jean pierre", "Jean-Pierre Dubois"),
    ],
)
def test_a_name_is_found_by_any_spelling(speller: Speller, typed: str, name: str) -> None:
    """Unfinished, misspelt, in another script or by the spelling of another language."""
    assert name in found(speller, typed)


@pytest.mark.parametrize("typed", ["hasanov", "popov", "zzz", "ali", "", "?!"])
def test_what_no_name_is_like_finds_none(speller: Speller, typed: str) -> None:
    """Widening does not reach other names, and a text without letters asks for nothing."""
    assert [name for name in found(speller, typed) if "Əliyeva" not in name] == []


def test_a_group_begins_with_the_word_as_typed(speller: Speller) -> None:
    """The closest comes first: the word, then what it begins, its sounds, its misspellings."""
    group = speller.group("osmanof", is_unfinished=True)

    assert list(group)[:2] == ["osmanof", "osmanof*"]
    assert list(group.values()) == sorted(group.values(), reverse=True)
    assert group["osmanov"] < group[f"{SOUND}osmanov"] < group["osmanof"]


def test_a_short_word_is_not_widened_by_edits() -> None:
    """Under four letters an edit makes another name, under eight two edits do."""
    speller = Speller(["ali", "alim", "hasan", "hasanov", "popescu", "simileanu"])

    def edited(word: str) -> set[str]:
        return set(speller.group(word, is_unfinished=False)) & {"ali", "hasan", "popescu", "simileanu"}

    assert edited("eli") == set()
    assert edited("hasen") == {"hasan"}
    assert edited("popisku") == set()
    assert edited("simelianu") == {"simileanu"}


def test_only_the_last_word_may_be_unfinished(speller: Speller) -> None:
    """Typing goes on at the end."""
    first, last = speller.widen("qud osm")

    assert not any(word.endswith("*") for word in first)
    assert "osm*" in last


def test_a_speller_learns_new_words() -> None:
    """A word added later is found like one that was there from the start."""
    speller = Speller(["osmanov"])

    speller.add(["simileanu", "osmanov", f"{SOUND}similano"])

    assert len(speller) == 2
    assert "simileanu" in speller
    assert "simileanu" in speller.group("similianu", is_unfinished=False)


def test_index_words_are_letters_and_digits(speller: Speller) -> None:
    """An index needs no quoting: lower-case ASCII, keys marked by a digit."""
    words = [word for name in BOOK for word in words_of(name)]

    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
    assert {word[0] for word in words if word[0].isdigit()} == {SOUND, CONSONANTS}


@unhurried
@given(st.text(max_size=60))
def test_any_text_gives_words_that_find_it(text: str) -> None:
    """Whatever is written is found when it is typed again."""
    indexed = words_of(text)

    groups: list[Group] = Speller(indexed).widen(text)

    assert all(any(holds(indexed, wanted) for wanted in group) for group in groups)
    assert bool(groups) == bool(fold(text))
