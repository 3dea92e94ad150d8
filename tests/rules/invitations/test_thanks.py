"""A list of deeds is put together by the grammar of its language (R107)."""

import pytest

from chancery.rules.invitations import Deed, deeds_in_letter, deeds_in_note

CASES = [
    ("en", [Deed.CAME], "your presence"),
    ("en", [Deed.CAME, Deed.SPOKE], "the words you spoke and for your presence"),
    (
        "en",
        [Deed.LENT, Deed.WREATH, Deed.CAME],
        "the works you lent to the exhibition, for the flowers you laid and for your presence",
    ),
    ("fr", [Deed.READ, Deed.CAME], "de la lecture que vous avez donnée et de votre présence"),
    (
        "ro",
        [Deed.SENT_MESSAGE, Deed.LENT],
        "mesajul pe care l-ați transmis și pentru lucrările pe care le-ați împrumutat pentru expoziție",
    ),
    ("az", [Deed.SPOKE, Deed.WREATH, Deed.CAME], "etdiyiniz çıxış, düzdüyünüz güllər və iştirakınız"),
    ("de", [Deed.CAME], ""),
    ("en", [], ""),
]


@pytest.mark.cases
@pytest.mark.parametrize(("language", "deeds", "words"), CASES)
def test_r107_a_letter_names_the_deeds_in_their_order(language: str, deeds: list[Deed], words: str) -> None:
    assert deeds_in_letter(deeds, language) == words


@pytest.mark.cases
@pytest.mark.parametrize("language", ["en", "fr", "ro", "az"])
def test_r107_every_deed_has_words_in_both_voices(language: str) -> None:
    for deed in Deed:
        assert deeds_in_letter([deed], language)
        assert deeds_in_note([deed], language)
