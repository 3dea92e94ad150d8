"""How two versions of a list differ (R123)."""

import pytest

from chancery.rules.list_versions import FrozenRow, differences


def row(key: str, **values: str) -> FrozenRow:
    return FrozenRow(key, values.get("name", key), values)


@pytest.mark.cases("R123")
def test_who_is_new_gone_and_changed() -> None:
    """Every person stands in exactly one of the three lists, or in none where nothing changed."""
    before = [row("a", name="Ana", office="Consul"), row("b", name="Bob"), row("c", name="Cleo")]
    after = [row("c", name="Cleo"), row("a", name="Ana", office="Ambassador"), row("d", name="Dan")]

    found = differences(before, after)

    assert [each.key for each in found.new] == ["d"]
    assert [each.key for each in found.gone] == ["b"]
    [change] = found.changed
    assert change.row.key == "a"
    assert [(each.field, each.before, each.after) for each in change.fields] == [
        ("office", "Consul", "Ambassador")
    ]
    assert found.count == 3


def test_another_order_is_no_difference() -> None:
    """The order of precedence may change without anybody else being on the list."""
    rows = [row("a", name="Ana"), row("b", name="Bob")]

    assert differences(rows, rows[::-1]).count == 0


def test_a_field_that_only_one_version_holds_is_not_compared() -> None:
    """What was not asked for has not changed."""
    assert differences([row("a", name="Ana")], [row("a", name="Ana", born="1980")]).count == 0
