"""Rows of flags (R44, R47-R50)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.states import (
    NATO_MEMBERS,
    NATO_MEMBERS_1999,
    Fill,
    Flag,
    FlagKind,
    FlagRow,
    TwoFlags,
    hoisting_order,
    lowering_order,
    nato_row,
    row_by_kind,
    row_of_flags,
    state_name,
)


def flag(code: str, kind: FlagKind = FlagKind.FOREIGN) -> Flag:
    return Flag(code, state_name(code, "en") or code, kind)


def codes(row: FlagRow) -> str:
    return " ".join(position.flag.code for position in row.positions)


ROWS: dict[str, tuple[str, str, dict[str, object], str]] = {
    "R47: odd, the host in the centre": ("RO", "AZ FR", {}, "AZ RO FR"),
    "R47: odd, five flags": ("RO", "AZ FR GE TR", {}, "AZ FR RO GE TR"),
    "R47: even, the host on the public's left": ("RO", "AZ FR TR", {}, "RO AZ FR TR"),
    "R49: odd, from the centre outward": ("JP", "AZ FR GE TR", {"fill": Fill.CENTRE_OUT}, "GE AZ JP FR TR"),
    "R49: three flags": ("JP", "AZ FR", {"fill": Fill.CENTRE_OUT}, "AZ JP FR"),
    "R49: even has no centre": ("JP", "AZ FR TR", {"fill": Fill.CENTRE_OUT}, "JP AZ FR TR"),
    "R48: two in Japan, the guest on the public's left": ("JP", "AZ", {}, "AZ JP"),
    "R48: two in the United States, the own on the public's left": ("US", "AZ", {}, "US AZ"),
    "R48: two in Canada": ("CA", "AZ", {}, "CA AZ"),
    "R48: two in the Philippines": ("PH", "AZ", {}, "PH AZ"),
    "R48: two by the office's setting": ("RO", "AZ", {"two": TwoFlags.OWN_RIGHT}, "AZ RO"),
    "R48: the setting goes before the custom": ("US", "AZ", {"two": TwoFlags.OWN_RIGHT}, "AZ US"),
    "R48: an embassy in Japan": ("AZ", "JP", {"host_state": "JP"}, "JP AZ"),
    "R48: no custom known, as R47 has it": ("RO", "AZ", {}, "RO AZ"),
    "a single flag": ("RO", "", {}, "RO"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", ROWS, ids=str)
def test_rows_follow_the_table(case: str) -> None:
    """R47-R49: from left to right as the public sees them."""
    host, others, settings, expected = ROWS[case]

    row = row_of_flags(flag(host), [flag(code) for code in others.split()], **settings)  # type: ignore[arg-type]  # settings of the table

    assert codes(row) == expected
    assert [position.from_left for position in row.positions] == list(range(1, len(row.positions) + 1))


def test_undecided_row_says_so() -> None:
    """R48: where no custom is known the office has to decide."""
    undecided = row_of_flags(flag("RO"), [flag("AZ")])
    decided = row_of_flags(flag("RO"), [flag("AZ")], two=TwoFlags.OWN_LEFT)

    assert not undecided.is_decided
    assert undecided.reasons[0].words() == (
        "No custom for two flags is known here for “RO”; decide where the own one stands."
    )
    assert decided.is_decided


def test_row_can_be_told_in_words() -> None:
    """The same row as text, with the reasons that hold for all of it and each flag's number."""
    row = row_of_flags(flag("RO"), [flag("AZ"), flag("FR")])

    assert row.names == ("Azerbaijan", "Romania", "France")
    assert [reason.words() for reason in row.reasons] == [
        "The number of flags is odd, so the host's stands in the centre.",
        "The others follow from the public's left to the right.",
        "All national flags have the same size and the same height.",
        "Places are counted from the left as the public sees them.",
    ]
    assert [[reason.words() for reason in position.reasons] for position in row.positions] == [
        ["It is number 1 of the others."],
        [],
        ["It is number 2 of the others."],
    ]


@pytest.mark.cases
def test_kinds_follow_each_other() -> None:
    """R50: national, foreign by alphabet, international bodies, region, city, organisation, other."""
    given_flags = [
        Flag("x", "Sports club", FlagKind.OTHER),
        Flag("o", "Red Cross", FlagKind.ORGANISATION),
        Flag("c", "Bucharest", FlagKind.CITY),
        Flag("r", "Region", FlagKind.REGION),
        flag("UN", FlagKind.INTERNATIONAL),
        flag("EU", FlagKind.INTERNATIONAL),
        flag("TR"),
        flag("AZ"),
        flag("RO", FlagKind.NATIONAL),
    ]

    row = row_by_kind(given_flags, "en")

    assert codes(row) == "RO AZ TR EU UN r c o x"
    assert "back to the building" in row.reasons[2].words()


@pytest.mark.cases
def test_alliance_flag_stands_in_the_middle() -> None:
    """R44: English alphabet with the alliance in the middle; an odd number leaves one more on the left."""
    alliance = Flag("NATO", "NATO", FlagKind.INTERNATIONAL)

    even = nato_row([flag(code) for code in sorted(NATO_MEMBERS)], alliance)
    odd = nato_row([flag(code) for code in sorted(NATO_MEMBERS_1999)], alliance)

    assert [position.flag.code for position in even.positions].index("NATO") == 16
    assert codes(even).startswith("AL BE BG CA HR CZ")
    assert [position.flag.code for position in odd.positions].index("NATO") == 10
    assert codes(odd) == "BE CA CZ DK FR DE GR HU IS IT NATO LU NL NO PL PT ES TR GB US"
    assert "odd" in odd.reasons[1].words()


@pytest.mark.cases
def test_host_flag_goes_up_first_and_comes_down_last() -> None:
    """R47: hoisting and lowering."""
    row = row_of_flags(flag("RO"), [flag("AZ"), flag("FR")])

    assert [position.flag.code for position in hoisting_order(row, "RO")] == ["RO", "AZ", "FR"]
    assert [position.flag.code for position in lowering_order(row, "RO")] == ["AZ", "FR", "RO"]


@given(st.integers(2, 12), st.sampled_from(Fill))
def test_every_flag_stands_once(count: int, fill: Fill) -> None:
    """R47, R49: nobody is lost, and the host has the place of honour."""
    others = [Flag(str(number), str(number)) for number in range(count)]

    row = row_of_flags(Flag("host", "host"), others, fill=fill)

    placed = [position.flag.code for position in row.positions]
    assert sorted(placed) == sorted(["host", *(other.code for other in others)])
    assert placed.index("host") == (count // 2 if count % 2 == 0 else 0)


@given(st.integers(1, 6))
def test_centre_out_alternates(pairs: int) -> None:
    """R49: the nearer to the centre the earlier, left before right at the same distance."""
    others = [Flag(str(number), str(number)) for number in range(2 * pairs)]

    row = row_of_flags(Flag("host", "host"), others, fill=Fill.CENTRE_OUT)

    by_distance = sorted(
        row.positions, key=lambda position: (abs(position.from_left - pairs - 1), position.from_left)
    )
    assert [position.flag.code for position in by_distance] == ["host", *(other.code for other in others)]
