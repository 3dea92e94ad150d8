"""Plain words of names in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.names.folding import fold, words
from chancery.rules.names.letters import Script, in_one_script, lower, native, script_of, tidy


@pytest.mark.cases
@pytest.mark.parametrize(
    ("text", "folded"),
    [
        # Azerbaijani and Turkish
        ("Əliyeva Leyla", "eliyeva leyla"),
        ("ƏLİYEVA IRANA", "eliyeva irana"),
        ("Gülşən Çıraqlı", "gulsen ciraqli"),
        ("Öztürk Yağız", "ozturk yagiz"),
        # Romanian, with comma and with cedilla
        ("Ștefan Țoiu", "stefan toiu"),
        ("Ştefan Ţoiu", "stefan toiu"),
        ("Băsescu Câmpeanu Înger", "basescu campeanu inger"),
        # Western
        ("Jürgen Groß", "jurgen gross"),
        ("Bjørn Åse Æbler", "bjorn ase aebler"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Đorđe Þór Œuvre", "dorde thor oeuvre"),
        ("José María Ñuñez", "jose maria nunez"),
        # Cyrillic
        ("Юрий Щербаков", "yuriy shcherbakov"),
        ("Фёдор Хрущёв", "fedor khrushchev"),
        ("Ґалина Їжакевич Єва", "galina yizhakevich yeva"),
        ("Цветан Жеков Ъгъл", "tsvetan zhekov gl"),
        # Greek, also with old accents
        ("Κυριάκος Μητσοτάκης", "kyriakos mitsotakis"),
        ("Ἀθηνᾶ Παπανδρέου", "athina papandreou"),
        # Caucasus
        ("სალომე ზურაბიშვილი", "salome zurabishvili"),
        ("Նիկոլ Փաշինյան", "nikol pashinyan"),
        # Arabic: alef forms, taa marbuta, vowel signs, Persian letters
        ("أحمد إبراهيم آمنة", "ahmd ibrahym amna"),
        ("مُحَمَّد", "mhmd"),
        ("علی کریمی", "aly krymy"),
        # Hebrew, also with points
        ("דָּוִד", "dvd"),
        ("בנימין", "bnymyn"),
        # Chinese: family and given name, also of two signs
        ("习近平", "xi jinping"),
        ("習近平", "xi jinping"),
        ("欧阳娜娜", "ouyang nana"),
        ("曾国藩", "zeng guofan"),
        # signs between and inside words
        ("Jean-Pierre", "jean pierre"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("Q.Osmanov", "q osmanov"),
        ("  Osmanov ,  Qudsi ", "osmanov qudsi"),
        ("Qu\u00addsi\u200b", "qudsi"),
        ("ＱＵＤＳＩ", "qudsi"),
        ("3rd Wing", "3rd wing"),
        ("", ""),
        ("—", ""),
    ],
)
def test_fold_writes_plain_words(text: str, folded: str) -> None:
    """Lower-case ASCII letters and digits, one space between words."""
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is plain, and stays as it is."""
    folded = fold(text)

    assert fold(folded) == folded
    assert all(sign.isascii() and (sign.isalnum() or sign == " ") for sign in folded)


@given(st.text(alphabet="abzABZ09'`-_. ,/", max_size=20))
def test_folding_does_not_depend_on_letters_elsewhere(text: str) -> None:
    """A plain word is folded alike whether or not a word of another script stands beside it."""
    assert f"{fold(text)} sha".strip() == fold(f"{text} ша")


def test_words_stay_in_their_script() -> None:
    """Splitting keeps the letters; only case, points and look-alikes of another script go."""
    assert words("Ümit O'Neil-ЖУКОВ, דָּוִד") == ["ümit", "o'neil", "жуков", "דוד"]


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("ə", Script.LATIN),
        ("ґ", Script.CYRILLIC),
        ("ὠ", Script.GREEK),
        ("ჭ", Script.GEORGIAN),
        ("և", Script.ARMENIAN),
        ("ﷺ", Script.ARABIC),
        ("ש", Script.HEBREW),
        ("習", Script.HAN),
        ("김", Script.OTHER),
        ("12", Script.OTHER),
    ],
)
def test_the_script_is_that_of_the_first_letter(word: str, script: Script) -> None:
    """Each script a name may be written in is told apart."""
    assert script_of(word) is script


def test_letters_of_two_scripts_in_one_word_become_one() -> None:
    """A Cyrillic а typed into a Latin word is the Latin one, and the other way round."""
    assert in_one_script("аliyev") == "aliyev"
    assert in_one_script("pоmанов") == "ромaнов".replace("a", "а")
    assert in_one_script("алиев") == "алиев"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("علي", "علی"),
        ("מים", "מימ"),
        ("фёдор", "федор"),
        ("ţoiu", "țoiu"),
    ],
)
def test_letters_that_writers_exchange_are_one(one: str, other: str) -> None:
    """Two ways of writing one letter are equal in their own script."""
    assert native(one) == native(other)


def test_lower_case_knows_the_dotted_capital() -> None:
    """İ gives i without a loose dot."""
    assert lower("İLHAM") == "ilham"


def test_tidy_keeps_what_is_printed() -> None:
    """Only hidden signs and kinds of dashes, apostrophes and spaces change."""
    assert tidy(" Ana\u00a0 Popescu‑Țoiu d’Or ") == "Ana Popescu-Țoiu d'Or"
