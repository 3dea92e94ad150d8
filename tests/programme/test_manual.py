"""The page of the manual names what the pages of a programme offer."""

from pathlib import Path

import pytest
from django.utils import translation

from chancery.programme.models import Item

MANUAL = Path(__file__).parents[2] / "docs" / "user" / "programme.md"


@pytest.mark.parametrize("kind", Item.Kind)
def test_every_kind_of_item_is_named(kind: Item.Kind) -> None:
    with translation.override("en"):
        assert str(kind.label) in " ".join(MANUAL.read_text(encoding="utf-8").split())
