"""What is read off one order: greeting, speeches, wreaths, listing: R84, R87, R88, R103."""

from dataclasses import replace

import pytest

from chancery.precedence import loader
from chancery.rules.precedence import Order, Turn, greeting, listing, order, speeches, wreaths
from chancery.rules.precedence.settings import Direction, Setting
from chancery.rules.precedence.values import Guest
from tests.rules.precedence.lists import rows_of

FRANCE = """
    id,title,host,body
    mayor,Maire de Lyon,yes,Ville de Lyon
    prefect,Préfet,,Préfecture
    deputy,Député,,
    senator,Sénateur,,
    substitute,Suppléant du sénateur,,
    adjoint,Deputy mayor,,Ville de Lyon
    """
CORPS = """
    id,class,taken_up_at,host
    b,1,2010,
    a,1,2001,
    c,1,2020,yes
    d,2,2001,
    e,2,2001,
    """


def both(profile: str, text: str) -> tuple[Order, list[Guest]]:
    """The order of a list and its guests."""
    guests = rows_of(text).guests
    return order(guests, profile=loader.profile(profile)), guests


def turns(found: tuple[Turn, ...]) -> str:
    """The turns in one line, as in `places`."""
    return ", ".join(f"{turn.position or '-'} {turn.guest}" for turn in found)


def test_speeches_in_france_rise_after_a_welcome() -> None:
    """The inviter welcomes, then the lowest begins; a substitute does not speak (R84, R28)."""
    computed, guests = both("france-departments", FRANCE)
    everybody = {guest.id for guest in guests}

    found = speeches(computed, guests, loader.profile("france-departments"), everybody)

    assert turns(found) == "1 mayor, 2 adjoint, 3 senator, 4 deputy, 5 prefect, - substitute"
    assert found[0].reasons[0].rule == "R84"
    assert found[-1].reasons[0].rule == "R28"


def test_second_speaker_of_a_body_is_questioned() -> None:
    """One speaks for a body (R84)."""
    computed, guests = both("france-departments", FRANCE)

    found = speeches(computed, guests, loader.profile("france-departments"), {"mayor", "adjoint"})
    open_turns = [turn.guest for turn in found if any(reason.is_open for reason in turn.reasons)]

    assert open_turns == ["adjoint"]


def test_speeches_in_spain_end_with_the_host() -> None:
    """The host conducts the act and closes (R84)."""
    text = "id,title,host\na,Minister,yes\nb,Ombudsman,\nc,Rector,"
    computed, guests = both("spain-madrid", text)

    found = speeches(computed, guests, loader.profile("spain-madrid"), {"a", "b", "c"})

    assert turns(found) == "1 c, 2 b, 3 a"
    assert "closes" in found[-1].reasons[0].words()


def test_speeches_of_an_embassy_begin_with_the_host() -> None:
    """The host ambassador opens, then the guests (R84)."""
    computed, guests = both("diplomatic-corps", CORPS)

    found = speeches(computed, guests, loader.profile("diplomatic-corps"), {"b", "c"})

    assert turns(found) == "1 c, 2 b"


def test_greeting_falls_and_leaves_the_speaker_out() -> None:
    """Inside a speech people are greeted from the highest down (R84)."""
    computed, guests = both("france-departments", FRANCE)

    found = greeting(computed, guests, loader.profile("france-departments"), speaker="deputy")

    assert turns(found) == "1 prefect, 2 mayor, 3 senator, 4 adjoint"
    assert {turn.reasons[0].rule for turn in found} == {"R84"}


def test_greeting_in_the_united_kingdom_names_the_host_first() -> None:
    """The host by office, then the others (R84)."""
    computed, guests = both("united-kingdom", "id,title,host\na,Prime Minister,\nb,Lord Privy Seal,")
    guests = [replace(guest, is_host=guest.id == "b") for guest in guests]

    found = greeting(computed, guests, loader.profile("united-kingdom"))

    assert turns(found) == "1 b, 2 a"


def test_ties_share_a_position() -> None:
    """Guests of one place have one position in each projection."""
    computed, guests = both("diplomatic-corps", CORPS)

    assert turns(greeting(computed, guests, loader.profile("diplomatic-corps"))) == "1 c, 2 a, 3 b, 4 d, 4 e"


WREATHS = {
    "R87 France: rising, the State last": (
        "france-departments",
        FRANCE,
        {},
        "1 adjoint, 2 senator, 3 deputy, 4 mayor, 5 prefect, - substitute",
    ),
    "R88 Canada: the nation first, then falling": (
        "canada",
        "id,title\na,Prime Minister\nb,Leader of the Opposition\nc,Privy Counsellor",
        {"national": "b"},
        "1 b, 2 a, 3 c",
    ),
    "R88 Canada: falling without a wreath of the nation": (
        "canada",
        "id,title\na,Leader of the Opposition\nb,Prime Minister",
        {},
        "1 b, 2 a",
    ),
    "R88 United Kingdom: falling": (
        "united-kingdom",
        "id,title\na,Prime Minister\nb,King\nc,Lord Speaker",
        {},
        "1 b, 2 a, 3 c",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "text", "further", "expected"), WREATHS.values(), ids=WREATHS)
def test_wreaths_are_laid(profile: str, text: str, further: dict[str, str], expected: str) -> None:
    """Wreaths rise in France and fall in the United Kingdom and Canada."""
    computed, guests = both(profile, text)
    layers = {guest.id for guest in guests}

    assert turns(wreaths(computed, loader.profile(profile), layers, **further)) == expected  # type: ignore[arg-type]  # names only


def test_deputy_lays_at_the_place_of_the_absent_in_the_united_kingdom() -> None:
    """The deputy takes the place for the task alone (R88)."""
    text = "id,title\na,King\nb,Prime Minister\nc,Equerry\nd,Lord Speaker"
    computed, _ = both("united-kingdom", text)

    found = wreaths(computed, loader.profile("united-kingdom"), {"b", "c", "d"}, deputies={"c": "a"})
    plain = wreaths(computed, loader.profile("canada"), {"b", "c", "d"}, deputies={"c": "a"})

    assert turns(found) == "1 c, 2 b, 3 d"
    assert turns(plain) == "1 b, 2 d, 3 c"
    assert "place of the absent a" in found[0].reasons[-1].words()


def test_listing_goes_by_category_then_by_the_order() -> None:
    """Ambassadors first, then the others, each category by precedence (R103)."""
    computed, _ = both("diplomatic-corps", CORPS)
    categories = {"a": "community", "b": "ambassadors", "c": "ambassadors", "d": "historians"}
    falling = ("ambassadors", "historians", "community")

    found = listing(
        computed, loader.profile("diplomatic-corps"), categories=categories, category_order=falling
    )

    assert turns(found) == "1 c, 2 b, 3 d, 4 a, 5 e"
    assert found[-1].reasons[0].is_open


def test_listing_rises_where_the_profile_says_so() -> None:
    """The direction is a setting (R103)."""
    computed, _ = both("diplomatic-corps", CORPS)
    shipped = loader.profile("diplomatic-corps")
    rising = replace(shipped, settings=replace(shipped.settings, listing=Setting(Direction.RISING)))

    assert turns(listing(computed, shipped)) == "1 c, 2 a, 3 b, 4 d, 4 e"
    assert turns(listing(computed, rising)) == "1 d, 1 e, 3 b, 4 a, 5 c"


def test_every_turn_has_a_reason_with_rule_and_source() -> None:
    """No projection is silent about why."""
    computed, guests = both("france-departments", FRANCE)
    profile = loader.profile("france-departments")
    everybody = {guest.id for guest in guests}
    found = (
        *greeting(computed, guests, profile),
        *speeches(computed, guests, profile, everybody),
        *wreaths(computed, profile, everybody),
        *listing(computed, profile),
    )

    assert all(reason.rule and reason.source for turn in found for reason in turn.reasons)
