"""What an item may last while it runs (R95)."""

import pytest

from chancery.rules.timing import allowed_length


@pytest.mark.parametrize(
    ("given", "least", "projected", "late", "allowed"),
    [
        (None, None, None, 0, None),
        (None, None, 240, 0, 240),
        (600, None, None, 0, 600),
        (300, None, 240, 0, 240),
        (300, None, 900, 0, 300),
        (300, None, 900, 600, 300),
        (600, 480, 550, 0, 550),  # what a fixed time leaves it
        (600, 480, 541, 1, 540),  # a second over what was left
        (600, 480, 700, 160, 540),  # still the same
        (600, 480, 552, 175, 480),  # it gives way no further than agreed
    ],
)
@pytest.mark.cases
def test_overrunning_makes_an_item_no_longer(
    given: int | None, least: int | None, projected: int | None, late: int, allowed: int | None
) -> None:
    """R95: what was given, or what the fixed times leave of it, and not less than its least."""
    assert allowed_length(given=given, least=least, projected=projected, late=late) == allowed
