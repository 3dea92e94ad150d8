"""What holds for every list: total, stable under shuffling, nobody reordered by others, a reason each."""

import math
import string
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.precedence import loader
from chancery.rules.dates import PartialDate
from chancery.rules.precedence import (
    Basis,
    Ceremony,
    Guest,
    HeldOffice,
    Order,
    Profile,
    SameGuestTwice,
    StandIn,
    Step,
    StepKind,
    compare,
    order,
)
from chancery.rules.precedence.settings import Setting, Tie

TITLES = (
    "Ambassador",
    "Apostolic Nuncio",
    "Envoy",
    "Chargé d'affaires a.i.",
    "Chargé d'affaires",
    "Ambassador-designate",
    "Counsellor",
    "Consul",
    "Honorary Consul",
    "Minister of Justice",
    "Minister",
    "President of the Senate",
    "Mayor of Madrid",
    "Governor",
    "Chief Minister",
    "Former President",
    "Former Prime Minister",
    "Attorney General",
    "Lieutenant Governor",
    "Senator",
    "Historian",
    "Permanent Representative",
    "Deputy Foreign Minister",
    "",
)
PROFILES = list(loader.profiles())
CEREMONY = Ceremony(host_state="ES", places=("Madrid",))

dates = st.one_of(
    st.builds("{:04}".format, st.integers(2019, 2021)),
    st.builds("{:04}-{:02}".format, st.integers(2019, 2021), st.integers(1, 3)),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(2019, 2021), st.integers(1, 3), st.integers(1, 4)),
    st.builds("2020-01-{:02}T{:02}:00".format, st.integers(1, 3), st.integers(8, 11)),
).map(PartialDate.parse)
steps = st.lists(st.builds(Step, st.sampled_from(list(StepKind)), dates), max_size=3).map(tuple)
offices = st.builds(
    HeldOffice,
    title=st.sampled_from(TITLES),
    body=st.sampled_from(("", "Embassy of Ruritania", "Embassy of Strelsau")),
    territory=st.sampled_from(("", "Madrid", "Kerala")),
    basis=st.sampled_from((None, Basis.ACTING, Basis.ON_LEAVE, Basis.FORMER)),
    steps=steps,
    number=st.sampled_from((None, 1, 2)),
    accredited_to=st.sampled_from(("", "ES", "FR")),
)
guests = st.builds(
    Guest,
    id=st.text(string.ascii_lowercase, min_size=1, max_size=3),
    name=st.sampled_from(("Ana", "Bela", "Cem")),
    state=st.sampled_from(("", "ES", "FR", "VA", "Ruritania")),
    offices=st.lists(offices, max_size=2).map(tuple),
    group=st.sampled_from(("", "", "", "Survivors", "Families")),
    represents=st.one_of(st.none(), offices),
    represents_as=st.sampled_from(list(StandIn)),
    accepted_at=st.one_of(st.none(), dates),
)
lists = st.lists(guests, max_size=7, unique_by=lambda guest: guest.id)
profiles = st.sampled_from(PROFILES)


def placed(found: Order) -> dict[str, int | None]:
    """The place of each guest."""
    return {ranked.guest: ranked.place for ranked in found}


def computed(profile: Profile, people: Sequence[Guest]) -> Order:
    """The order of a list for one ceremony in Madrid."""
    return order(people, profile=profile, ceremony=CEREMONY)


@given(profiles, lists)
@settings(max_examples=100)
def test_guests_who_agree_so_far_are_compared_by_the_same_next(profile: Profile, people: list[Guest]) -> None:
    """Nobody is compared by a date against somebody who is compared by something else."""
    found = computed(profile, people)

    for first, second in combinations(found.why, 2):
        for mine, theirs in zip(found.why[first].parts, found.why[second].parts, strict=False):
            assert mine.key == theirs.key
            if (mine.low, mine.high) != (theirs.low, theirs.high):
                break


@given(profiles, lists)
@settings(max_examples=50)
def test_everybody_is_placed_once_with_reasons(profile: Profile, people: list[Guest]) -> None:
    """The order holds each guest once, in rising places, and no place is without a reason."""
    found = computed(profile, people)

    assert sorted(placed(found)) == sorted(guest.id for guest in people)
    numbers = [ranked.place for ranked in found if ranked.place is not None]
    assert numbers == sorted(numbers)
    assert not numbers or numbers[0] == 1
    assert all(ranked.reasons for ranked in found)
    assert all("%(" not in reason.words() for ranked in found for reason in ranked.reasons)


@given(profiles, lists, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_places_do_not_depend_on_the_order_of_input(
    profile: Profile, people: list[Guest], draw: Random
) -> None:
    """Shuffling the input changes no place; guests of one place stay in the order of input."""
    shuffled = list(people)
    draw.shuffle(shuffled)

    assert placed(computed(profile, people)) == placed(computed(profile, shuffled))


@given(profiles, lists, guests)
@settings(max_examples=50)
def test_adding_a_guest_reorders_nobody(profile: Profile, people: list[Guest], further: Guest) -> None:
    """What was decided between two guests stays decided with a third one there."""
    others = [guest for guest in people if guest.id != further.id]
    before, after = computed(profile, others), placed(computed(profile, [*others, further]))

    for one, other in combinations(before.ranked, 2):
        if one.place != other.place and not compare(before, one.guest, other.guest).is_open:
            assert (after[one.guest] or math.inf) < (after[other.guest] or math.inf)


@given(profiles, lists)
@settings(max_examples=30)
def test_comparing_agrees_with_the_places(profile: Profile, people: list[Guest]) -> None:
    """The explanation of two guests fits their places, whichever is asked for first."""
    found = computed(profile, people)
    for one in found:
        for other in found:
            reason = compare(found, one.guest, other.guest)
            assert reason == compare(found, other.guest, one.guest) or one.place == other.place
            assert "%(" not in reason.words()


@given(lists)
@settings(max_examples=25)
def test_states_are_not_compared(people: list[Guest]) -> None:
    """Exchanging the states of all guests changes no place among heads of mission (R9)."""
    corps = loader.profile("diplomatic-corps")
    here = Ceremony(host_state="RO")
    heads = [replace(guest, state="IT", represents=None) for guest in people]
    turned = [replace(guest, state="NR") for guest in heads]

    assert placed(order(heads, profile=corps, ceremony=here)) == placed(
        order(turned, profile=corps, ceremony=here)
    )


@given(lists, st.sampled_from([Tie.ALPHABET, Tie.LOT]), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_tie_rules_do_not_depend_on_the_order_of_input(people: list[Guest], tie: Tie, draw: Random) -> None:
    """Neither the alphabet nor the lot looks at the others."""
    shipped = loader.profile("spain-madrid")
    profile = replace(shipped, settings=replace(shipped.settings, tie=Setting(tie)))
    shuffled = list(people)
    draw.shuffle(shuffled)

    assert placed(computed(profile, people)) == placed(computed(profile, shuffled))


def test_same_list_gives_the_same_order() -> None:
    """The same facts always give the same order, to the last word."""
    people = [Guest(letter, letter, offices=(HeldOffice(title="Ambassador"),)) for letter in "cab"]

    assert computed(PROFILES[0], people).ranked == computed(PROFILES[0], people).ranked


def test_empty_list_is_an_empty_order() -> None:
    """Nobody in, nobody out."""
    assert len(computed(PROFILES[0], [])) == 0


def test_one_id_for_two_guests_is_an_error() -> None:
    """An order cannot tell two guests of one id apart."""
    with pytest.raises(SameGuestTwice):
        computed(PROFILES[0], [Guest("a", "Ana"), Guest("a", "Bela")])


TIES = {
    Tie.SAME_PLACE: "one place",
    Tie.ALPHABET: "the alphabet",
    Tie.LOT: "the lot",
}


@pytest.mark.parametrize("tie", TIES)
def test_tie_rule_is_followed(tie: Tie) -> None:
    """Guests whom nothing sets apart share a place, or are parted by alphabet or lot (R41, R42)."""
    shipped = loader.profile("diplomatic-corps")
    profile = replace(shipped, settings=replace(shipped.settings, tie=Setting(tie)))
    on_one_day = (Step(StepKind.CREDENTIALS, PartialDate.parse("2020-01-01")),)
    people = [
        Guest(code, code, state=code, offices=(HeldOffice(title="Ambassador", steps=on_one_day),))
        for code in ("TR", "DE", "CH")
    ]

    english = order(people, profile=profile, ceremony=Ceremony(seed="autumn"))
    french = order(people, profile=profile, ceremony=Ceremony(seed="autumn", language="fr"))
    shared = len(set(placed(english).values())) == 1

    assert shared is (tie is Tie.SAME_PLACE)
    if tie is Tie.ALPHABET:
        assert [ranked.guest for ranked in english] == ["DE", "CH", "TR"]
        assert [ranked.guest for ranked in french] == ["DE", "CH", "TR"]
