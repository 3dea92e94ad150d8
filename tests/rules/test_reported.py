"""Reported speech after the name of its speaker (R102)."""

import pytest

from chancery.rules.reported import is_sentence, read_after


@pytest.mark.cases
@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("called for patience", False),
        ("a appelé à la patience", False),
        ("səbirli olmağa çağırıb", False),
        ("spoke of the campaign “Remember!”, begun in 2008", False),
        ("called for patience.", False),
        ("spoke of the campaign “Remember!”", False),
        ("She called for patience.", True),
        ("“Patience!”", True),
        ("He asked: « Until when ? »", True),
        ("دعا إلى الصبر", False),
        ("هل من صبر؟", True),
        ("", False),
    ],
)
def test_r102_a_text_that_closes_like_a_sentence_is_one(text: str, is_whole: bool) -> None:
    assert is_sentence(text) is is_whole


def test_r102_reported_words_follow_the_name() -> None:
    assert read_after("Ambassador Sample", "called for patience") == "Ambassador Sample called for patience."


def test_r102_a_whole_sentence_stands_as_it_was_recorded() -> None:
    assert read_after("Ambassador Sample", "She called for patience.") == "She called for patience."


def test_r102_a_full_stop_that_was_typed_stands_once() -> None:
    assert read_after("Ambassador Sample", "called for patience.") == "Ambassador Sample called for patience."
