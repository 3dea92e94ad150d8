"""How a card or a letter asks for an answer: exactly one mark (R81)."""

import pytest

from chancery.rules.address import ReplyMark
from chancery.rules.invitations import reply_lines, reply_request

REPLY, REGRETS, REMIND = ReplyMark.REPLY, ReplyMark.REGRETS_ONLY, ReplyMark.TO_REMIND


@pytest.mark.cases
@pytest.mark.parametrize(
    ("mark", "language", "lines"),
    [
        (REPLY, "en", ("R.S.V.P. by DAY", "+40 21 000")),
        (REPLY, "fr", ("R.S.V.P. au plus tard le DAY", "+40 21 000")),
        (REPLY, "ro", ("R.S.V.P. până la DAY", "+40 21 000")),
        (REPLY, "az", ("R.S.V.P. DAY tarixinədək", "+40 21 000")),
        (REPLY, "de", ("R.S.V.P. DAY", "+40 21 000")),
        (REGRETS, "en", ("Regrets only by DAY", "+40 21 000")),
        (REMIND, "en", ("To remind",)),
        (REMIND, "fr", ("P.M.",)),
    ],
)
def test_a_mark_stands_with_its_day_and_contact(
    mark: ReplyMark, language: str, lines: tuple[str, ...]
) -> None:
    """R81: who is only reminded owes no answer, so neither day nor contact stands there."""
    assert reply_lines(mark, language, by="DAY", contact=["+40 21 000"]).lines == lines


@pytest.mark.cases
@pytest.mark.parametrize("language", ["en", "fr", "ro", "az"])
@pytest.mark.parametrize("mark", [REPLY, REGRETS])
def test_a_letter_asks_in_a_sentence_with_or_without_a_day(mark: ReplyMark, language: str) -> None:
    """R81: the sentence names the day where there is one."""
    with_day, without = (reply_request(mark, language, by=day).on_one_line() for day in ("DAY", ""))

    assert "DAY" in with_day
    assert with_day.endswith(".")
    assert without.endswith(".")
    assert "DAY" not in without


@pytest.mark.cases
def test_nobody_is_asked_who_has_accepted() -> None:
    """R81: to remind awaits no answer."""
    assert reply_request(REMIND, "en", by="DAY").lines == ()
    assert not reply_request(REMIND, "en").is_open


@pytest.mark.cases
def test_a_language_without_a_sentence_says_so() -> None:
    """R81: the mark can stand alone, a sentence is not guessed."""
    assert reply_request(REPLY, "de").is_open
