"""At what level a mission was represented: the highest of those who came."""

import pytest

from chancery.rules.representation import HEADS, STANDING_IN, Level, highest, level_of

CASES = {
    "an ambassador": ([("ambassador", "full")], Level.HEAD),
    "a nuncio": ([("nuncio", "full")], Level.HEAD),
    "a head ad interim stands in (R10)": ([("ambassador", "charge-ai")], Level.STANDING_IN),
    "an acting head": ([("ambassador", "acting")], Level.STANDING_IN),
    "a chargé en pied heads the mission (R1)": ([("charge-en-pied", "full")], Level.HEAD),
    "a chargé ad interim": ([("charge-ai", "full")], Level.STANDING_IN),
    "a deputy head (R13)": ([("deputy-head-of-mission", "full")], Level.STANDING_IN),
    "a counsellor (R13)": ([("counsellor", "full")], Level.OTHER),
    "a consul general heads a post (R15)": ([("consul-general", "full")], Level.HEAD),
    "an office without a class": ([("", "full")], Level.OTHER),
    "no office": ([], Level.OTHER),
    "two offices, the higher counts": ([("counsellor", "full"), ("ambassador", "full")], Level.HEAD),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=str)
def test_level(case: str) -> None:
    """The class of the office and its basis say at what level somebody comes."""
    held, level = CASES[case]

    assert level_of(held) == level


def test_highest_of_none_is_somebody_else() -> None:
    """Nobody's level is the lowest."""
    assert highest([]) == Level.OTHER
    assert highest([Level.OTHER, Level.STANDING_IN]) == Level.STANDING_IN


def test_no_class_is_both_head_and_stand_in() -> None:
    """A class says one thing."""
    assert not HEADS & STANDING_IN
