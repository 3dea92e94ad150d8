"""Calendar rules as plain values."""

from datetime import date
from typing import Any

import pytest

from chancery.rules.anniversaries import (
    AWAY_FROM_THE_SABBATH,
    SUNDAY_TO_MONDAY,
    EasterDay,
    FixedDay,
    HebrewDay,
    HijriDay,
    HijriTable,
    MissingDay,
    NthWeekday,
    Rule,
    Tradition,
    UnreadableRule,
    plain_rule,
    read_rule,
)

RULES: dict[str, tuple[dict[str, Any], Rule]] = {
    "fixed": ({"kind": "fixed", "month": 2, "day": 26}, FixedDay(2, 26)),
    "29 February": (
        {"kind": "fixed", "month": 2, "day": 29, "missing": "day-before"},
        FixedDay(2, 29, MissingDay.DAY_BEFORE),
    ),
    "moved": (
        {"kind": "fixed", "month": 1, "day": 27, "moves": {"sunday": 1}},
        FixedDay(1, 27, moves=(SUNDAY_TO_MONDAY,)),
    ),
    "nth weekday": (
        {"kind": "nth-weekday", "month": 11, "weekday": "sunday", "nth": 2},
        NthWeekday(11, 6, 2),
    ),
    "last weekday and a day": (
        {"kind": "nth-weekday", "month": 5, "weekday": "monday", "nth": -1, "plus_days": 1},
        NthWeekday(5, 0, -1, 1),
    ),
    "Easter": ({"kind": "easter"}, EasterDay()),
    "Orthodox Good Friday": (
        {"kind": "easter", "plus_days": -2, "tradition": "orthodox"},
        EasterDay(-2, Tradition.ORTHODOX),
    ),
    "Hebrew": (
        {"kind": "hebrew", "month": 1, "day": 27, "moves": {"friday": -1, "sunday": 1}},
        HebrewDay(1, 27, moves=AWAY_FROM_THE_SABBATH),
    ),
    "Hebrew in the first Adar": (
        {"kind": "hebrew", "month": 12, "day": 30, "missing": "not-kept", "adar_of_leap_years": 12},
        HebrewDay(12, 30, MissingDay.NOT_KEPT, 12),
    ),
    "Hijri": ({"kind": "hijri", "month": 1, "day": 10, "table": "umm-al-qura"}, HijriDay(1, 10)),
    "Hijri, civil and announced": (
        {
            "kind": "hijri",
            "month": 2,
            "day": 30,
            "table": "civil",
            "missing": "day-after",
            "announced": {"1446": "2024-09-04"},
        },
        HijriDay(2, 30, HijriTable.CIVIL, ((1446, date(2024, 9, 4)),), MissingDay.DAY_AFTER),
    ),
}


@pytest.mark.parametrize("case", RULES, ids=str)
def test_rules_go_both_ways(case: str) -> None:
    """What is read is written again, and the other way round."""
    fields, rule = RULES[case]

    assert read_rule(fields) == rule
    assert plain_rule(rule) == fields


def test_dates_of_a_toml_file_are_taken() -> None:
    """Announced days may be dates already."""
    fields = {
        "kind": "hijri",
        "month": 1,
        "day": 10,
        "table": "civil",
        "announced": {"1446": date(2024, 7, 17)},
    }

    assert read_rule(fields) == HijriDay(1, 10, HijriTable.CIVIL, ((1446, date(2024, 7, 17)),))


REFUSED: dict[str, tuple[dict[str, object], str, str]] = {
    "nothing": (
        {},
        "kind",
        "“” is not a kind of calendar rule; write fixed, nth-weekday, easter, hebrew or hijri.",
    ),
    "an unknown kind": (
        {"kind": "lunar"},
        "kind",
        "“lunar” is not a kind of calendar rule; write fixed, nth-weekday, easter, hebrew or hijri.",
    ),
    "no month": ({"kind": "fixed", "day": 1}, "month", "“” is not a whole number from 1 to 12; correct it."),
    "a month in words": (
        {"kind": "fixed", "month": "May", "day": 1},
        "month",
        "“May” is not a whole number from 1 to 12; correct it.",
    ),
    "true for a month": (
        {"kind": "fixed", "month": True, "day": 1},
        "month",
        "“True” is not a whole number from 1 to 12; correct it.",
    ),
    "30 February": (
        {"kind": "fixed", "month": 2, "day": 30},
        "day",
        "There is no day “30” in that month; correct it.",
    ),
    "an unknown choice": (
        {"kind": "fixed", "month": 2, "day": 29, "missing": "maybe"},
        "missing",
        "“maybe” is none of the choices; write day-before, day-after, not-kept.",
    ),
    "a zeroth weekday": (
        {"kind": "nth-weekday", "month": 2, "weekday": "monday", "nth": 0},
        "nth",
        "“0” is not a whole number from 1 to 5; correct it.",
    ),
    "an unknown weekday": (
        {"kind": "nth-weekday", "month": 2, "weekday": "someday", "nth": 1},
        "weekday",
        (
            "“someday” is none of the choices; "
            "write monday, tuesday, wednesday, thursday, friday, saturday, sunday."
        ),
    ),
    "no table": (
        {"kind": "hijri", "month": 1, "day": 10},
        "table",
        "“” is none of the choices; write umm-al-qura, civil.",
    ),
    "announced wrongly": (
        {"kind": "hijri", "month": 1, "day": 10, "table": "civil", "announced": {"1446": "July"}},
        "announced",
        "“1446: July” does not tell Hijri years and days; write as “1446 = 2024-07-17”.",
    ),
    "announced as text": (
        {"kind": "hijri", "month": 1, "day": 10, "table": "civil", "announced": "July"},
        "announced",
        "“July” does not tell Hijri years and days; write as “1446 = 2024-07-17”.",
    ),
    "moves as text": (
        {"kind": "fixed", "month": 1, "day": 27, "moves": "Monday"},
        "moves",
        "“Monday” does not tell weekdays and days; write for example “sunday = 1”.",
    ),
    "a move too far": (
        {"kind": "fixed", "month": 1, "day": 27, "moves": {"sunday": 8}},
        "moves",
        "“sunday: 8” does not tell weekdays and days; write for example “sunday = 1”.",
    ),
    "a field of another kind": (
        {"kind": "easter", "month": 4},
        "month",
        "The field is not known for this kind of rule; take it out.",
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_unreadable_rules_are_refused(case: str) -> None:
    """The refusal names the field and says what to do."""
    fields, field, words = REFUSED[case]

    with pytest.raises(UnreadableRule) as refused:
        read_rule(fields)

    assert (refused.value.field, str(refused.value)) == (field, words)
