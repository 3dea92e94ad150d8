"""When two claims about one figure contradict each other (docs/rules/claims.md)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.claims import Claim, Exactness, contradiction, contradictions, sum_against

READ = re.compile(r"(count|about|min|max|more|fewer)? ?(\d+)?(?:-(\d+))?")
MEANT = {
    "count": Exactness.COUNT,
    "about": Exactness.ESTIMATE,
    "min": Exactness.AT_LEAST,
    "max": Exactness.AT_MOST,
    "more": Exactness.MORE_THAN_BEFORE,
    "fewer": Exactness.FEWER_THAN_BEFORE,
    None: Exactness.UNKNOWN,
}

# Two claims and whether they contradict each other, by rule.
CASES = [
    ("C1", "count 480", "count 480", False),
    ("C1", "count 480", "count 481", True),
    ("C1", "500", "500", False),
    ("C1", "500", "480", True),
    ("C2", "500", "min 300", False),
    ("C2", "200", "min 300", True),
    ("C2", "count 480", "max 400", True),
    ("C2", "count 400", "max 400", False),
    ("C2", "min 300", "max 300", False),
    ("C2", "min 300", "max 299", True),
    ("C2", "min 300", "min 5000", False),
    ("C2", "max 300", "max 10", False),
    ("C3", "400-500", "450", False),
    ("C3", "400-500", "500-600", False),
    ("C3", "400-500", "501-600", True),
    ("C3", "400-500", "min 501", True),
    ("C3", "400-500", "max 400", False),
    ("C4", "about 500", "count 480", False),
    ("C4", "about 500", "count 550", False),
    ("C4", "about 500", "count 551", True),
    ("C4", "about 480", "count 470", True),
    ("C4", "about 480", "count 485", False),
    ("C4", "about 487", "count 486", True),
    ("C4", "about 2000", "about 1500", False),
    ("C4", "about 1000-2000", "count 2400", False),
    ("C5", "more", "500", False),
    ("C5", "fewer 300", "count 900", False),
    ("C5", "more", "fewer", False),
    ("C6", "", "500", False),
]


def claim(text: str, key: str = "a") -> Claim:
    meant, value, upper = re.fullmatch(READ, text).groups()  # type: ignore[union-attr]  # the cases are well formed
    return Claim(key, int(value) if value else None, int(upper) if upper else None, MEANT[meant])


@pytest.mark.cases
@pytest.mark.parametrize(("rule", "one", "other", "contradict"), CASES, ids=str)
def test_claims_contradict_where_no_figure_fits_both(
    rule: str, one: str, other: str, contradict: bool
) -> None:
    """And the order in which they are named does not matter."""
    assert (contradiction(claim(one), claim(other)) is not None) is contradict
    assert (contradiction(claim(other), claim(one)) is not None) is contradict


# C7: claims in words.
WORDS = [
    ("Opera Square", "opera  square.", False),
    ("Opera Square", "University Square", True),
    ("Opera Square", "", False),
]


@pytest.mark.cases
@pytest.mark.parametrize(("one", "other", "contradict"), WORDS, ids=str)
def test_words_contradict_other_words(one: str, other: str, contradict: bool) -> None:
    """Case, spaces and a full stop are no difference (C7)."""
    found = contradiction(Claim("a", words=one), Claim("b", words=other))

    assert (found is not None) is contradict


def test_words_and_figures_contradict_nothing() -> None:
    """Whether “a full hall” is 500 cannot be told (C6)."""
    assert contradiction(Claim("a", 500), Claim("b", words="a full hall")) is None


def test_a_contradiction_is_said_in_figures() -> None:
    """The reason names both sides."""
    found = contradiction(claim("count 480"), claim("max 400"))

    assert found is not None
    assert found.words() == "No figure is both 480 and ≤ 400."


def test_every_pair_is_told() -> None:
    """Of three counts that differ there are three contradictions."""
    claims = [claim("480", "a"), claim("500", "b"), claim("520", "c"), claim("min 100", "d")]

    assert [(found.one, found.other) for found in contradictions(claims)] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


@given(st.integers(0, 10**7), st.sampled_from(list(Exactness)))
def test_no_claim_contradicts_itself(value: int, exactness: Exactness) -> None:
    """Whatever is claimed can be true by itself."""
    one = Claim("a", value, exactness=exactness)

    assert contradiction(one, one) is None


# C8: the whole, its parts, and whether they come to more.
SUMS = [
    ("count 300", ["count 120", "count 100", "count 80"], False),
    ("count 300", ["count 120", "count 100", "count 81"], True),
    ("count 300", ["count 120"], False),
    ("min 300", ["count 400"], False),
    ("max 300", ["min 200", "min 101"], True),
    ("about 300", ["count 200", "count 149"], False),
    ("more", ["count 200"], False),
    ("count 300", ["more"], False),
    ("count 300", [], False),
]


@pytest.mark.cases
@pytest.mark.parametrize(("total", "parts", "is_more"), SUMS, ids=str)
def test_a_breakdown_comes_to_no_more_than_the_whole(total: str, parts: list[str], is_more: bool) -> None:
    """It may come to less: not every part is always told (C8)."""
    found = sum_against(claim(total), [claim(part) for part in parts])

    assert (found is not None) is is_more
