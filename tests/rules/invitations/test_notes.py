"""Notes verbales that invite: bodies within sentences, closings, numbers (R85)."""

import pytest

from chancery.rules.address import Practice
from chancery.rules.invitations import Closing, body_in_sentence, note_number, note_phrases, short_body
from chancery.rules.invitations.bodies import capitalised, office_in_sentence, within_sentence


@pytest.mark.cases
@pytest.mark.parametrize(
    ("name", "language", "whole", "short"),
    [
        ("Embassy of France", "en", "the Embassy of France", "the Embassy"),
        ("Ministry of Foreign Affairs", "en", "the Ministry of Foreign Affairs", "the Ministry"),
        ("Royal Danish Embassy", "en", "Royal Danish Embassy", "Royal Danish Embassy"),
        ("Permanent Mission of Peru", "en", "the Permanent Mission of Peru", "the Permanent Mission"),
        ("Historia", "en", "Historia", "Historia"),
        ("Ambassade du Pérou", "fr", "l’Ambassade du Pérou", "l’Ambassade"),
        ("Ministère des Affaires étrangères", "fr", "le Ministère des Affaires étrangères", "le Ministère"),
        ("Mission permanente de l’ONU", "fr", "la Mission permanente de l’ONU", "la Mission permanente"),
        ("Consulat général d’Italie", "fr", "le Consulat général d’Italie", "le Consulat général"),
        ("Ambasada Franței", "ro", "Ambasada Franței", "Ambasada"),
        ("Magazin istoric", "ro", "Magazin istoric", "Magazin istoric"),
        ("Fransa Səfirliyi", "az", "Fransa Səfirliyi", "Fransa Səfirliyi"),
    ],
)
def test_a_body_stands_in_a_sentence_with_its_article(
    name: str, language: str, whole: str, short: str
) -> None:
    """R85: a name that begins with no known noun is left as it is."""
    assert body_in_sentence(name, language) == whole
    assert short_body(name, language) == short


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "sender", "receiver", "opening", "closing", "mourning"),
    [
        (
            "en",
            "Embassy of A",
            "Ministry of B",
            "The Embassy of A presents its compliments to the Ministry of B and has the honour to",
            "The Embassy avails itself of this opportunity to renew to the Ministry",
            "The Embassy renews to the Ministry",
        ),
        (
            "fr",
            "Ambassade d’A",
            "Ministère de B",
            "L’Ambassade d’A présente ses compliments au Ministère de B et a l’honneur de",
            "L’Ambassade saisit cette occasion pour renouveler au Ministère",
            "L’Ambassade renouvelle au Ministère",
        ),
        (
            "ro",
            "Ambasada A",
            "Ministerul B",
            "Ambasada A prezintă complimentele sale Ministerului B și are onoarea de a",
            "Ambasada folosește acest prilej pentru a reînnoi Ministerului",
            "Ambasada reînnoiește Ministerului",
        ),
        (
            "az",
            "A Səfirliyi",
            "B Nazirliyi",
            "A Səfirliyi B Nazirliyinə öz dərin ehtiramını bildirir və",
            "A Səfirliyi fürsətdən istifadə edərək B Nazirliyini",
            "A Səfirliyi B Nazirliyini",
        ),
    ],
)
def test_the_phrases_of_a_note(
    language: str, sender: str, receiver: str, opening: str, closing: str, mourning: str
) -> None:
    """R85: after a death the clause that takes an opportunity is dropped."""
    first, last = note_phrases(language, sender=sender, receiver=receiver)
    sad = note_phrases(language, sender=sender, receiver=receiver, closing=Closing.MOURNING)[1]

    assert first.before == opening
    assert last.before.startswith(closing)
    assert sad.before.startswith(mourning)
    assert "R85" in {reason.rule for reason in sad.reasons}


@pytest.mark.cases
@pytest.mark.parametrize(
    ("practice", "closing", "is_closed"),
    [
        (Practice.INTERNATIONAL, Closing.BY_PRACTICE, True),
        (Practice.UK, Closing.BY_PRACTICE, False),
        (Practice.UK, Closing.RENEWED, True),
        (Practice.UK, Closing.MOURNING, True),
        (Practice.INTERNATIONAL, Closing.NONE, False),
    ],
)
def test_whether_a_note_closes(practice: Practice, closing: Closing, is_closed: bool) -> None:
    """R85: British notes have no closing unless the office wants one."""
    last = note_phrases("en", sender="Embassy of A", receiver="B", practice=practice, closing=closing)[1]

    assert bool(last.before) is is_closed
    assert last.reasons


@pytest.mark.cases
def test_a_note_is_numbered_within_its_year() -> None:
    """R85: numbers begin with 1 on 1 January."""
    assert note_number(12, 2026) == "12/2026"


def test_words_begin_large_or_small_as_their_language_does() -> None:
    """Only articles are made small, and i becomes İ in Azerbaijani."""
    assert within_sentence("The Embassy", "en") == "the Embassy"
    assert within_sentence("L’Ambassade", "fr") == "l’Ambassade"
    assert within_sentence("Ambasada", "ro") == "Ambasada"
    assert capitalised("iqtisad", "az") == "İqtisad"
    assert office_in_sentence("Ambassadeur de France", "fr") == "l’Ambassadeur de France"
    assert office_in_sentence("Consul général", "fr") == "le Consul général"
