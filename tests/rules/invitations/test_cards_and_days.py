"""What a card bears, and its day and time in words (R80, R81)."""

from datetime import date, time

import pytest

from chancery.rules.address import CardPart, ReplyMark
from chancery.rules.invitations import (
    asks_for_reply,
    companions_in_words,
    day_in_words,
    faults_of_card,
    time_in_words,
)

REPLY = ReplyMark.REPLY


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "day", "clock"),
    [
        (
            "en",
            "Thursday, the twenty-sixth of February, two thousand and twenty-six",
            "seven o’clock in the evening",
        ),
        ("fr", "le jeudi vingt-six février deux mille vingt-six", "dix-neuf heures"),
        ("ro", "joi, douăzeci și șase februarie două mii douăzeci și șase", "ora nouăsprezece"),
        ("az", "iki min iyirmi altıncı il iyirmi altı fevral, cümə axşamı", "saat on doqquzda"),
        ("de", "Donnerstag, 26. Februar 2026", "19:00"),
    ],
)
def test_day_and_time_in_words(language: str, day: str, clock: str) -> None:
    """R80: a formal card spells out all words; other languages follow CLDR and say so."""
    written = day_in_words(date(2026, 2, 26), language), time_in_words(time(19), language)

    assert [form.lines for form in written] == [(day,), (clock,)]
    assert [form.is_open for form in written] == [language == "de"] * 2


@pytest.mark.cases
@pytest.mark.parametrize(
    ("kind", "marks", "faults"),
    [
        ("invitation", [REPLY], 0),
        ("invitation", [], 1),
        ("invitation", [REPLY, ReplyMark.TO_REMIND], 1),
        ("to-remind", [ReplyMark.TO_REMIND], 0),
        ("hold-date", [], 0),
        ("hold-date", [REPLY, REPLY], 1),
        ("cancellation", [], 0),
    ],
)
def test_a_card_bears_exactly_one_mark(kind: str, marks: list[ReplyMark], faults: int) -> None:
    """R81: neither two nor none, unless nothing is asked."""
    found = faults_of_card(kind, [], marks)

    assert [reason.rule for reason in found] == ["R81"] * faults


@pytest.mark.cases
def test_parts_stand_in_their_order() -> None:
    """R80: the first part that stands too low is named."""
    host, guest, place = CardPart.HOST, CardPart.GUEST, CardPart.PLACE

    assert faults_of_card("invitation", [host, guest, place], [REPLY]) == ()
    (fault,) = faults_of_card("invitation", [guest, host, place], [REPLY])
    assert fault.words() == "On a card the host stands above the guest; change their order."


@pytest.mark.cases
@pytest.mark.parametrize(
    ("kind", "asks"),
    [
        ("invitation", True),
        ("reminder-2", True),
        ("change", True),
        ("hold-date", False),
        ("to-remind", False),
    ],
)
def test_what_awaits_an_answer(kind: str, asks: bool) -> None:
    """R83: a changed date asks again; R81: who is reminded is not asked."""
    assert asks_for_reply(kind) is asks


@pytest.mark.parametrize(
    ("names", "unnamed", "language", "words"),
    [
        ([], 0, "en", ""),
        (["Ana"], 0, "en", "Ana"),
        (["Ana", "Jo"], 1, "en", "Ana, Jo, and one guest"),
        ([], 2, "en", "two guests"),
        (["Ana"], 2, "fr", "Ana et deux personnes"),
        ([], 1, "ro", "o persoană"),
        ([], 2, "ro", "două persoane"),
        ([], 21, "ro", "douăzeci și una de persoane"),
        (["Ana"], 1, "az", "Ana və bir nəfər"),
        ([], 3, "de", "+3"),
        (["Ana", "Jo"], 0, "xx-nowhere", "Ana, Jo"),
    ],
)
def test_companions_in_words(names: list[str], unnamed: int, language: str, words: str) -> None:
    """Names first, then how many more."""
    assert companions_in_words(names, unnamed, language) == words
