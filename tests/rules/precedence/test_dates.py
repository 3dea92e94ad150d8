"""Dates that are known less exactly: what they decide, what they leave open, and how it is said."""

import pytest

from tests.rules.precedence.lists import open_words, ordered, places, words

# dates of ambassadors a, b, c … in the order of input, and the order
CASES = {
    "a year against a day inside it": (("2020", "2020-03-01"), "1 a = b"),
    "a day against the year around it": (("2020-03-01", "2020"), "1 b = a"),
    "a year against a day after it": (("2020", "2021-03-01"), "1 a, 2 b"),
    "a month against its own day": (("2020-03", "2020-03-31"), "1 a = b"),
    "a day against a minute of it": (("2020-03-01", "2020-03-01T10:00"), "1 a = b"),
    "a day against a minute of the day before": (("2020-03-01", "2020-02-29T23:59"), "1 b, 2 a"),
    "two equal years": (("2020", "2020"), "1 a = b"),
    "two days under one year": (("2020", "2020-05-01", "2020-03-01"), "1 a = c, 2 b"),
    "a year between two that are certain": (("2019", "2020-07-01", "2020", "2021"), "1 a, 2 c = b, 4 d"),
    "no date at all after those that are dated": (("", "2024", ""), "1 b, 2 a = c"),
    "only undated": (("", ""), "1 a = b"),
    "a month over the end of another": (("2020-02", "2020-02-10", "2020-02-20"), "1 a = b, 2 c"),
}


def table(dates: tuple[str, ...]) -> str:
    """Ambassadors a, b, c … with these dates."""
    rows = [f"{chr(97 + number)},1,{date}" for number, date in enumerate(dates)]
    return "\n".join(["id,class,taken_up_at", *rows])


@pytest.mark.cases
@pytest.mark.parametrize(("dates", "expected"), CASES.values(), ids=CASES)
def test_partial_dates_decide_what_they_can(dates: tuple[str, ...], expected: str) -> None:
    """A place is 1 + the number of those who certainly come before (R2)."""
    assert places(ordered("diplomatic-corps", table(dates))) == expected


MISSING = {
    "2020": "without the month and the day",
    "2020-03": "without the day",
    "2020-03-05": "without the time of day",
}


@pytest.mark.parametrize(("date", "missing"), MISSING.items())
def test_open_reason_names_the_other_and_what_is_missing(date: str, missing: str) -> None:
    """The vaguer date is told what it lacks, the other one whom it meets (R2)."""
    text = f"id,name,class,taken_up_at\na,Ana,1,{date}\nb,Bela,1,2020-03-05T10:00"
    order = ordered("diplomatic-corps", text)

    assert f"against Bela: the date of taking up functions is recorded here only as {date}" in open_words(
        order, "a"
    )
    assert missing in open_words(order, "a")
    assert "against Ana" in open_words(order, "b")
    assert "theirs is less exact" in open_words(order, "b")


def test_tie_names_the_others_and_is_no_open_question() -> None:
    """Equal dates are a tie, which a more exact date would end (R2)."""
    order = ordered("diplomatic-corps", table(("2020-03-05", "2020-03-05", "2020-03-05")))

    assert not open_words(order, "a")
    assert "as b, c: they share the place" in words(order, "a")


@pytest.mark.parametrize(("date", "missing"), [("2020", "the month and the day"), ("2020-03", "the day")])
def test_equal_dates_that_are_not_whole_are_undecidable(date: str, missing: str) -> None:
    """The same year or month is no tie of dates: nobody knows who came first (R2)."""
    order = ordered("diplomatic-corps", table((date, date)))

    assert places(order) == "1 a = b"
    assert f"recorded only as {date} for all of them, without {missing}" in open_words(order, "a")


def test_long_lists_of_others_are_cut_and_counted() -> None:
    """Three names, then a number."""
    order = ordered("diplomatic-corps", table(("2020-03-05",) * 8))

    assert "as b, c, d (+4)" in words(order, "a")


def test_missing_date_is_said() -> None:
    """Who has no date is told so and stands after the others (R2)."""
    order = ordered("diplomatic-corps", table(("", "2024")))

    assert "No date of credentials is recorded" in open_words(order, "a")


def test_single_guest_of_a_class_needs_no_date() -> None:
    """A missing date matters only where somebody is compared by it."""
    assert not open_words(ordered("diplomatic-corps", "id,class\na,1\nb,2"), "a")


def test_undecidable_guests_are_listed_by_their_earliest_moment() -> None:
    """Inside one place the list goes by the earliest moment, then by the order of input."""
    dates = ("2020-06", "2020", "2020-06-15")

    assert places(ordered("diplomatic-corps", table(dates))) == "1 b = a = c"


def test_arrival_that_only_one_side_has_decides_nothing() -> None:
    """Where the days are the same and one arrival is missing, nothing is guessed (R4)."""
    order = ordered(
        "diplomatic-corps",
        """
        id,class,credentials,arrival
        a,1,2020-06-01,2020-02-01
        b,1,2020-06-01,
        c,1,2020-06-01,2020-01-01
        """,
    )

    assert places(order) == "1 b = c, 2 a"
    assert "arrival would decide" in open_words(order, "b")
