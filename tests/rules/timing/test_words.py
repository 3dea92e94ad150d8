"""Durations, clock times and silences in words (R90)."""

from datetime import time

import pytest

from chancery.rules.timing import (
    SILENCES,
    SilenceCustom,
    clock_words,
    duration_words,
    planned,
    silence_words,
)
from tests.rules.timing.builders import item, programme


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 min"),
        (20, "20 s"),
        (60, "1 min"),
        (90, "90 s"),
        (120, "2 min"),
        (150, "2 min 30 s"),
        (3600, "1 h"),
        (5400, "1 h 30 min"),
        (86_400, "24 h"),
    ],
)
def test_duration_in_words(seconds: int, words: str) -> None:
    """Seconds are written only where there are any."""
    assert duration_words(seconds) == words


def test_clock_shows_seconds_where_there_are_any() -> None:
    """An anchor to the second is printed to the second."""
    assert [clock_words(time(11)), clock_words(time(8, 46, 30))] == ["11:00", "08:46:30"]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("custom", "least", "most"),
    [
        (SilenceCustom.FRANCE, 20, 20),
        (SilenceCustom.AUSTRALIA_OUTLINE, 60, 60),
        (SilenceCustom.AUSTRALIA_RSL, 60, 120),
        (SilenceCustom.UNITED_KINGDOM, 120, 120),
        (SilenceCustom.NETHERLANDS, 120, 120),
        (SilenceCustom.ISRAEL_DAY, 120, 120),
        (SilenceCustom.ISRAEL_EVE, 60, 60),
    ],
)
def test_silence_lengths_by_custom(custom: SilenceCustom, least: int, most: int) -> None:
    """R90: each length has a source."""
    length = SILENCES[custom]

    assert (length.least, length.most) == (least, most)
    assert length.source.startswith("https://")


def test_silence_is_told_in_seconds() -> None:
    """R90: never "a minute"."""
    assert silence_words(120) == "120 s"


@pytest.mark.cases
def test_a_silence_that_does_not_fit_is_told_in_seconds() -> None:
    """R90: neither length is called a minute."""
    plan = planned(programme(item("silence", 1, "10:00", kind="silence", silence=120)))

    assert [conflict.reason.words() for conflict in plan.conflicts] == [
        "“silence” lasts 60 s, but a silence of 120 s is to be kept in it."
    ]
