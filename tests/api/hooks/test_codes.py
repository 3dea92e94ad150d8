"""Codes of changes are stable: other programs rest on them. `make codes` writes down new ones."""

from chancery.api.hooks.patterns import known_codes
from tests import event_codes


def test_no_code_disappears_or_changes() -> None:
    """A code that is gone breaks whoever hears of it: bring it back, or keep saying it beside the new one."""
    assert set(event_codes.kept()) - set(event_codes.codes()) == set()


def test_the_manual_lists_the_codes() -> None:
    assert event_codes.table(event_codes.kept()) in event_codes.MANUAL.read_text()


def test_the_product_knows_the_codes() -> None:
    assert list(known_codes()) == event_codes.kept()
