"""Every seat says why, and any two guests are told what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.seating.explain import Hand, between, chains, why
from chancery.rules.seating.forms import seat_by_form
from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.plan import (
    NoSuchSitter,
    Part,
    Placing,
    Problem,
    Settings,
    Sex,
    Sitter,
    Solution,
    Wish,
    WishKind,
)
from chancery.rules.seating.score import cost, score

ROW = read_layout(
    {
        "width": 1000,
        "depth": 800,
        "furniture": [
            {"id": "S", "kind": "stage", "x": 500, "y": 60, "width": 400, "depth": 100},
            {"id": "A", "kind": "rows", "x": 500, "y": 400, "rows": 1, "seats": 5},
        ],
    }
)
# R71: the centre first, then right and left.
SEATS = ("A-1-3", "A-1-2", "A-1-4", "A-1-1", "A-1-5")


def guests(number: int = 4, **fields: object) -> tuple[Sitter, ...]:
    names = ("Ada", "Bea", "Cem", "Dan", "Eva")
    return tuple(
        Sitter(id=name.lower(), name=name, number=place, place=place, party=name.lower(), **fields)  # type: ignore[arg-type]  # fields of a sitter
        for place, name in enumerate(names[:number], start=1)
    )


def solved(problem: Problem, placing: Placing) -> Solution:
    kept = score(problem, placing)
    return Solution(placing, cost(kept), kept=kept)


def words(problem: Problem, solution: Solution, sitter: str, hand: Hand | None = None) -> list[str]:
    return [reason.words() for reason in why(problem, solution, sitter, hand=hand)]


def test_chain_of_a_seat_by_form_tells_the_order_and_the_form() -> None:
    """R71: the place in the order stands first, then the rule of the form that counts the seat there."""
    problem = Problem(ROW, guests())

    told = why(problem, solved(problem, seat_by_form(problem).placing), "ada")

    assert told[0].words() == "Ada holds place 1 in the order of precedence."
    assert [reason.rule for reason in told[:2]] == ["R52", "R71"]
    assert told[2].words() == "By the form it is place 1 of honour, and the form gives it to Ada."


def test_wish_that_is_kept_and_one_that_is_given_up_are_told_with_the_cost() -> None:
    """A wish given up says what it weighed, one that is kept that it is."""
    kept = Wish("k", WishKind.BESIDE, ("ada", "bea"), weight=5, words="Ada and Bea sit side by side")
    lost = Wish("l", WishKind.NOT_BESIDE, ("ada", "cem"), weight=7, words="Ada and Cem do not sit together")
    problem = Problem(ROW, guests(), wishes=(kept, lost))
    placing = dict(zip(("ada", "bea", "cem", "dan"), SEATS, strict=False))

    told = words(problem, solved(problem, placing), "ada")

    assert "Kept: Ada and Bea sit side by side." in told
    assert "Given up: Ada and Cem do not sit together. It weighed 7 in places of precedence." in told


def test_rule_that_is_broken_is_told_as_such() -> None:
    """What must be kept and is not stands in plain words."""
    rule = Wish("r", WishKind.BESIDE, ("ada", "dan"), is_hard=True, words="Ada and Dan sit side by side")
    problem = Problem(ROW, guests(), wishes=(rule,))
    placing = {"ada": SEATS[0], "dan": SEATS[3]}

    told = words(problem, solved(problem, placing), "dan")

    assert "Not kept, although it must be: Ada and Dan sit side by side." in told


def test_hand_is_told_by_name_and_reason_and_the_lock_last() -> None:
    """R36: who gave a seat by hand stands with the reason."""
    problem = Problem(ROW, guests(), locked={"dan": SEATS[0]})

    told = words(
        problem, solved(problem, {"dan": SEATS[0]}), "dan", Hand("hand", "Ina Officer", "An old friend.")
    )

    assert told[-2:] == [
        "Seated by hand by Ina Officer: An old friend.",
        "The seat is locked and stays when the plan is solved again.",
    ]
    assert "the form alone would give Dan place 4" in " ".join(told)


@pytest.mark.parametrize("is_hard", [True, False])
def test_discreet_wish_is_told_without_names_kind_or_weight(is_hard: bool) -> None:
    """R79: who may not read a pair reads that there is a wish of the office, and nothing else."""
    pair = Wish("x", WishKind.NOT_BESIDE, ("ada", "bea"), is_hard=is_hard, weight=50, is_discreet=True)
    problem = Problem(ROW, guests(), wishes=(pair,))
    apart = solved(problem, {"ada": SEATS[0], "bea": SEATS[3]})
    beside = solved(problem, {"ada": SEATS[0], "bea": SEATS[1]})

    told = [
        sentence
        for solution in (apart, beside)
        for reasons in chains(problem, solution, hands={}).values()
        for sentence in (reason.words() for reason in reasons if not reason.rule)
    ]

    assert set(told) >= {"A wish of the office is kept.", "A wish of the office is given up."}
    assert not [
        sentence for sentence in told if "side" in sentence or "50" in sentence or "10000" in sentence
    ]


def test_words_of_a_discreet_wish_are_told_to_those_who_may_read_them() -> None:
    """R79: the words are there only where they were loaded for a reader with the grant."""
    pair = Wish("x", WishKind.NOT_BESIDE, ("ada", "bea"), words="Ada not beside Bea", is_discreet=True)
    problem = Problem(ROW, guests(), wishes=(pair,))

    told = words(problem, solved(problem, {"ada": SEATS[0], "bea": SEATS[3]}), "ada")

    assert "Kept: Ada not beside Bea." in told


def test_alternation_says_where_it_does_not_know() -> None:
    """R58: nobody's sex is guessed, and the chain says that nothing was asked."""
    known, unknown, *_rest = guests(2)
    problem = Problem(ROW, (known, unknown), Settings(alternates=True))

    told = why(problem, solved(problem, {"ada": SEATS[0], "bea": SEATS[1]}), "ada")

    open_reasons = [reason for reason in told if reason.is_open]
    assert [reason.rule for reason in open_reasons] == ["R58"]
    assert "the directory does not say which" in open_reasons[0].words()


def test_companion_and_interpreter_say_with_whom_they_sit() -> None:
    """R57, R70: neither has the seat by an own place."""
    ada = guests(1)[0]
    along = Sitter("along", "Lou", 2, place=1, party="ada")
    ear = Sitter("ear", "Ira", 3, part=Part.INTERPRETER, interprets="ada", party="ear")
    problem = Problem(ROW, (ada, along, ear))
    solution = solved(problem, {"ada": SEATS[0], "along": SEATS[1], "ear": SEATS[2]})

    assert words(problem, solution, "along")[0] == "Lou comes with Ada and has the same place."
    assert words(problem, solution, "ear")[0].startswith("Ira interprets for Ada")


def test_guest_without_a_seat_says_so() -> None:
    """Nobody is silently left out."""
    problem = Problem(ROW, guests())

    told = why(problem, Solution({}, 0), "ada")

    assert told[-1].words() == "Ada has no seat in this plan."


def test_between_two_who_sit_by_the_order_names_the_order() -> None:
    """R52: why is she in front of me? Because she comes before, and the seats follow."""
    problem = Problem(ROW, guests())
    solution = solved(problem, seat_by_form(problem).placing)

    told = [reason.words() for reason in between(problem, solution, "cem", "ada")]

    assert told == [
        "Ada comes before Cem: place 1 against place 3.",
        "Ada has the higher seat by the form: place of honour 1 against 3 for Cem.",
        "The seats follow the order between the two.",
    ]


def test_between_two_out_of_order_names_what_stood_against_it() -> None:
    """A wish, a hand or a lock explains why the lower in the order sits higher."""
    wish = Wish("w", WishKind.BESIDE, ("dan", "ada"), words="Ada and Dan sit side by side")
    problem = Problem(ROW, guests(), wishes=(wish,), locked={"dan": SEATS[0]})
    solution = solved(problem, {"dan": SEATS[0], "ada": SEATS[1]})
    hands = {"dan": Hand("hand", "Ina Officer", "Asked by the host")}

    told = [reason.words() for reason in between(problem, solution, "ada", "dan", hands=hands)]

    assert told[2].startswith("Between the two the seats do not follow the order")
    assert "Kept: Ada and Dan sit side by side." in told
    assert "Dan was seated by hand by Ina Officer: Asked by the host." in told
    assert told[-1] == "Dan is locked on a seat: row 1, seat 3."


def test_between_does_not_tell_which_two_a_discreet_wish_parts() -> None:
    """R79: for the two of a pair the same is told as for one of them and a third."""
    pair = Wish("x", WishKind.NOT_BESIDE, ("ada", "bea"), is_hard=True, is_discreet=True)
    problem = Problem(ROW, guests(), wishes=(pair,))
    solution = solved(problem, {"bea": SEATS[0], "ada": SEATS[3], "cem": SEATS[1]})

    def told(one: str, other: str) -> list[str]:
        sentences = (reason.words() for reason in between(problem, solution, one, other))
        return [sentence for sentence in sentences if "wish" in sentence]

    assert told("ada", "bea") == told("ada", "cem") == ["A wish of the office is kept."]


def test_unknown_sitter_is_refused() -> None:
    """An id that nobody has is an error of the caller."""
    problem = Problem(ROW, guests())

    with pytest.raises(NoSuchSitter):
        why(problem, Solution({}, 0), "nobody")


@given(st.permutations(SEATS), st.lists(st.sampled_from(["", "f", "m"]), min_size=5, max_size=5))
def test_everybody_has_a_chain_and_the_comparison_is_the_same_both_ways(
    seats: list[str], sexes: list[str]
) -> None:
    """Whatever the plan: a chain for each, and the answer does not depend on who asks."""
    sitters = tuple(
        Sitter(one.id, one.name, one.number, place=one.place, party=one.id, sex=Sex(sex))
        for one, sex in zip(guests(5), sexes, strict=True)
    )
    problem = Problem(ROW, sitters, Settings(alternates=True))
    solution = solved(problem, dict(zip((each.id for each in sitters), seats, strict=True)))

    told = chains(problem, solution, hands={})

    assert all(told[each.id] == why(problem, solution, each.id) for each in sitters)
    assert between(problem, solution, "ada", "bea") == between(problem, solution, "bea", "ada")
