"""The order of anthems (R46)."""

import pytest

from chancery.rules.states import AnthemCustom, anthem_order, own_anthem

CASES: dict[str, tuple[str, list[str], dict[str, object], str]] = {
    "Romania, by law: the other state first": ("RO", ["AZ"], {}, "AZ RO"),
    "United States: the foreign one first": ("US", ["AZ"], {}, "AZ US"),
    "elsewhere the guest first until decided": ("AZ", ["RO"], {}, "RO AZ"),
    "the office puts the host first": ("AZ", ["RO"], {"custom": AnthemCustom.HOST_FIRST}, "AZ RO"),
    "several guests by alphabet": ("RO", ["TR", "AZ", "FR"], {}, "AZ FR TR RO"),
    "by the alphabet of another language": ("RO", ["GB", "DE", "AZ"], {"language": "ro"}, "AZ DE GB RO"),
    "several guests as agreed": ("RO", ["TR", "AZ", "FR"], {"is_agreed": True}, "TR AZ FR RO"),
    "the host state among the guests": ("RO", ["RO", "AZ", "AZ"], {}, "AZ RO"),
    "no guests": ("RO", [], {}, "RO"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=str)
def test_anthems_follow_the_table(case: str) -> None:
    """R46: guest first, host last, by the custom of the host state."""
    host_state, guests, settings, expected = CASES[case]

    order = anthem_order(host_state, guests, **{"language": "en", **settings})  # type: ignore[arg-type]  # settings of the table

    assert " ".join(order.codes) == expected


def test_embassy_may_play_its_own_only() -> None:
    """R46: the reference event plays one anthem."""
    order = own_anthem("AZ", language="en")

    assert [(entry.code, entry.name, entry.place) for entry in order.entries] == [("AZ", "Azerbaijan", 1)]
    assert [reason.words() for reason in order.reasons] == [
        "Only the own anthem is played: an embassy may do so at its own event."
    ]


@pytest.mark.parametrize(
    ("host_state", "custom", "words", "is_open"),
    [
        ("RO", None, "It is the custom read for “RO”.", False),
        (
            "AZ",
            None,
            "No custom is known here for “AZ”, so the guest's comes first until the office decides.",
            True,
        ),
        ("AZ", AnthemCustom.GUESTS_FIRST, "The office has set it so.", False),
    ],
)
def test_anthems_say_whose_custom_it_is(
    host_state: str, custom: AnthemCustom | None, words: str, is_open: bool
) -> None:
    """R46: read, set, or open."""
    order = anthem_order(host_state, ["TR"], language="en", custom=custom)

    assert (order.reasons[1].words(), order.reasons[1].is_open) == (words, is_open)


def test_order_of_several_guests_is_own_practice() -> None:
    """R46: no rule was found for several guests, and the reason says so without citing one."""
    order = anthem_order("RO", ["TR", "AZ"], language="en")

    assert order.reasons[2].rule == ""
    assert "own practice" in order.reasons[2].words()
