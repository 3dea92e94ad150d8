"""The parts of a card and its reply mark (R80, R81)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.cards import AWAITING_REPLY, CardPart, ReplyMark, faults_of_marks, reply_mark
from chancery.rules.address.values import Status


def test_parts_of_a_card_stand_in_their_order() -> None:
    """R80: from the host line to the enclosures."""
    assert [part.value for part in CardPart] == [
        "host",
        "will",
        "guest",
        "occasion",
        "date-and-time",
        "place",
        "dress",
        "reply-mark",
        "admission-mark",
        "enclosures",
    ]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("mark", "language", "line"),
    [
        (ReplyMark.REPLY, "en", "R.S.V.P."),
        (ReplyMark.REPLY, "fr-BE", "R.S.V.P."),
        (ReplyMark.REPLY, "sv", "R.S.V.P."),
        (ReplyMark.REGRETS_ONLY, "en", "Regrets only"),
        (ReplyMark.REGRETS_ONLY, "fr", "Regrets seulement"),
        (ReplyMark.TO_REMIND, "en", "To remind"),
        (ReplyMark.TO_REMIND, "fr", "P.M."),
        (ReplyMark.TO_REMIND, "sv", "P.M."),
    ],
)
def test_reply_mark_is_written_in_the_language_of_the_card(mark: ReplyMark, language: str, line: str) -> None:
    """R81: R.S.V.P., regrets only, or p.m. / to remind."""
    assert reply_mark(mark, language).lines == (line,)


@pytest.mark.parametrize("mark", list(ReplyMark))
@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_every_language_of_forms_has_every_mark(mark: ReplyMark, language: str) -> None:
    """R81: no card of these languages stays without its mark."""
    form = reply_mark(mark, language)

    assert len(form.lines) == 1
    assert not form.is_open


def test_regrets_only_is_not_translated_by_rule() -> None:
    """R81: a language nobody described has no wording for it."""
    form = reply_mark(ReplyMark.REGRETS_ONLY, "sv")

    assert form.lines == ()
    assert (form.status, form.reasons[0].template) == (Status.UNVERIFIED, sentences.NO_MARK)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ([ReplyMark.REPLY], None),
        ([ReplyMark.TO_REMIND], None),
        ([], sentences.NO_REPLY_MARK),
        ([ReplyMark.REPLY, ReplyMark.TO_REMIND], sentences.TOO_MANY_MARKS),
        (list(ReplyMark), sentences.TOO_MANY_MARKS),
    ],
)
def test_card_bears_exactly_one_mark(marks: list[ReplyMark], sentence: str | None) -> None:
    """R81: exactly one reply mark."""
    assert [reason.template for reason in faults_of_marks(marks)] == ([sentence] if sentence else [])


def test_card_that_reminds_awaits_no_reply() -> None:
    """R81: who is reminded has already accepted."""
    assert {ReplyMark.REPLY, ReplyMark.REGRETS_ONLY} == AWAITING_REPLY
