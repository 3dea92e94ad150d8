"""How two wordings differ, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.word_differences import Standing, Words, word_differences

KEPT, GONE, NEW = Standing.KEPT, Standing.GONE, Standing.NEW


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("Remember.", "Remember.", [Words(KEPT, "Remember.")]),
        ("", "Remember.", [Words(NEW, "Remember.")]),
        ("Remember.", "", [Words(GONE, "Remember.")]),
        (
            "Begun in 2008 by all",
            "Begun in 2009 by all",
            [Words(KEPT, "Begun in "), Words(GONE, "2008 "), Words(NEW, "2009 "), Words(KEPT, "by all")],
        ),
        ("one\ntwo", "one two", [Words(KEPT, "one two")]),
    ],
)
def test_words_are_kept_gone_or_new(before: str, after: str, expected: list[Words]) -> None:
    """A changed word is told as gone and as new; spaces alone are no change."""
    assert word_differences(before, after) == expected


@given(st.text("ab \n", max_size=20), st.text("ab \n", max_size=20))
def test_what_is_kept_and_new_reads_as_the_later_wording(before: str, after: str) -> None:
    """Nothing of the later wording is lost, and every word of the earlier one is told."""
    found = word_differences(before, after)

    assert "".join(words.text for words in found if words.standing is not GONE) == after
    earlier = "".join(words.text + " " for words in found if words.standing is not NEW)
    assert earlier.split() == before.split()
