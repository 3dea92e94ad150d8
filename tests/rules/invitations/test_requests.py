"""The request of a host, by language, strength, voice and number of hosts (R80)."""

import pytest

from chancery.rules.address import Practice
from chancery.rules.invitations import Strength, Voice, request_line

HONOUR, PLEASURE, CARD, LETTER = Strength.HONOUR, Strength.PLEASURE, Voice.CARD, Voice.LETTER


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "strength", "voice", "is_plural", "line"),
    [
        ("en", HONOUR, CARD, False, "requests the honour of the company of"),
        ("en", PLEASURE, CARD, True, "request the pleasure of the company of"),
        ("en", PLEASURE, LETTER, False, "has the pleasure of inviting you"),
        ("fr", HONOUR, CARD, False, "a l’honneur d’inviter"),
        ("fr-BE", PLEASURE, CARD, True, "ont le plaisir d’inviter"),
        ("fr", HONOUR, LETTER, True, "ont l’honneur de vous convier"),
        ("ro", HONOUR, CARD, False, "are onoarea de a invita pe"),
        ("ro", PLEASURE, LETTER, True, "au plăcerea de a vă invita"),
        ("az", HONOUR, CARD, False, "dəvət etməkdən şərəf duyur"),
        ("az", PLEASURE, CARD, True, "dəvət etməkdən məmnunluq duyurlar"),
    ],
)
def test_the_request_follows_language_strength_voice_and_number(
    language: str, strength: Strength, voice: Voice, is_plural: bool, line: str
) -> None:
    """R80: two strengths, in the third person."""
    found = request_line(language, strength=strength, voice=voice, is_plural=is_plural)

    assert found.lines == (line,)
    assert {reason.rule for reason in found.reasons} == {"R80"}


@pytest.mark.cases
def test_cards_of_the_united_states_spell_honor_as_they_do() -> None:
    """R80: the practice of the host state."""
    line = request_line("en", strength=HONOUR, voice=CARD, practice=Practice.US)

    assert line.lines == ("requests the honor of the company of",)


@pytest.mark.cases
def test_a_language_without_a_request_says_so() -> None:
    """R80: nobody guesses a wording."""
    found = request_line("de", strength=HONOUR, voice=CARD)

    assert found.lines == ()
    assert found.is_open
