"""Contrast and the correction of accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import colour

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02X}{:02X}{:02X}".format(*parts))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#1E2430", "#FBFAF7", 14.9),
    ],
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert colour.contrast(one, other) == pytest.approx(ratio, abs=0.05)


def test_contrast_is_the_same_in_both_directions() -> None:
    assert colour.contrast("#1F3A6E", "#FBFAF7") == colour.contrast("#FBFAF7", "#1F3A6E")


@pytest.mark.parametrize("text", ["", "blue", "#FFF", "#12345G", "1F3A6E", "#1F3A6E; }"])
def test_a_text_that_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(colour.UnreadableColour):
        colour.channels(text)


def test_a_readable_accent_stays_as_the_organiser_chose_it() -> None:
    assert colour.accent_for("#1f3a6e").by_day == "#1F3A6E"


def test_a_pale_accent_is_darkened_only_as_far_as_needed() -> None:
    accent = colour.accent_for("#F2C94C")

    assert 4.5 <= colour.contrast(accent.by_day, colour.PAPER) < 4.7
    assert accent.by_night == "#F2C94C"


@given(COLOURS)
def test_every_accent_reads_on_both_grounds(chosen: str) -> None:
    accent = colour.accent_for(chosen)

    assert colour.contrast(accent.by_day, colour.PAPER) >= 4.5
    assert colour.contrast(accent.by_night, colour.NIGHT) >= 4.5


@given(COLOURS, COLOURS)
def test_a_corrected_colour_is_never_worse_than_the_chosen_one(chosen: str, ground: str) -> None:
    corrected = colour.readable(chosen, ground)

    assert colour.contrast(corrected, ground) >= min(colour.contrast(chosen, ground), 4.5) - 0.01
