"""Flags at half-mast (R51, R93)."""

import pytest

from chancery.rules.states import FlagMove, MourningCustom, half_mast


@pytest.mark.cases
def test_flags_go_up_to_the_peak_first() -> None:
    """R51: up to the peak, then to half-mast; up again before they come down; the whole set together."""
    cues = half_mast()

    assert [cue.move for cue in cues.hoisting] == [FlagMove.TO_THE_PEAK, FlagMove.TO_HALF_MAST]
    assert [cue.move for cue in cues.lowering] == [FlagMove.TO_THE_PEAK, FlagMove.DOWN]
    assert [cue.number for cue in (*cues.hoisting, *cues.lowering)] == [1, 2, 1, 2]
    assert "a third" in cues.hoisting[1].reason.words()
    assert [reason.words() for reason in cues.reasons] == [
        "All flags of a set are at half-mast together; none of them stays at the peak."
    ]
    assert cues.is_allowed


@pytest.mark.cases
@pytest.mark.parametrize(
    ("custom", "is_at_night", "is_allowed", "rules"),
    [
        (None, True, True, ["R51"]),
        (MourningCustom.AUSTRALIA, False, True, ["R51", "R51"]),
        (MourningCustom.AUSTRALIA, True, False, ["R51", "R51"]),
        (MourningCustom.ANZAC_DAY, False, True, ["R51", "R51", "R93"]),
        (MourningCustom.ROMANIA, True, True, ["R51", "R51"]),
    ],
)
def test_customs_add_what_they_ask_for(
    custom: MourningCustom | None, is_at_night: bool, is_allowed: bool, rules: list[str]
) -> None:
    """R51: never at night in Australia; a duty of many bodies in Romania."""
    cues = half_mast(custom, is_at_night=is_at_night)

    assert cues.is_allowed is is_allowed
    assert [reason.rule for reason in cues.reasons] == rules
