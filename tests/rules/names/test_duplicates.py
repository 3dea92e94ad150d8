"""Entries that are one person, and entries that only look so."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.names.duplicate.meeting import (
    KINDS,
    MOST_UNDER_ONE_KEY,
    Kind,
    pairs_of_sounds,
    pairs_that_meet,
)
from chancery.rules.names.duplicate.records import prepared
from chancery.rules.names.duplicates import LIKELY, POSSIBLE, Duplicate, Record, find_duplicates

unhurried = settings(max_examples=30)

QUDSI = Record(
    "1",
    names=("Qudsi Osmanov",),
    born="1970-05-14",
    organisation="Embassy of Azerbaijan",
    phones=("+40 21 233 24 84",),
    emails=("qudsi@example.org",),
    numbers=("AZE 1234567",),
    address="10 Grigore Gafencu Street, Bucharest 014132",
)
CROWD = [Record(f"c{number}", names=(f"Name{number} Family{number}",)) for number in range(50)]


def pairs(found: list[Duplicate]) -> set[frozenset[str]]:
    """The keys of the pairs."""
    return {frozenset((duplicate.first, duplicate.second)) for duplicate in found}


def score(first: Record, second: Record) -> float:
    """The score of two records among fifty strangers, 0 if they are no pair."""
    found = find_duplicates([*CROWD, first, second], threshold=0.001)
    wanted = frozenset((first.key, second.key))
    return next((pair.score for pair in found if frozenset((pair.first, pair.second)) == wanted), 0.0)


@pytest.mark.parametrize(
    "other",
    [
        Record("2", names=("Qudsi Osmanov",)),
        Record("2", names=("H.E. Mr OSMANOV Qudsi",)),
        Record("2", names=("Кудси Османов",)),
        Record("2", names=("Gudsi Osmanov",), phones=("0040212332484",)),
        Record("2", given="Qudsi", family="Osmanov"),
        Record("2", given="Osmanov", family="Qudsi"),
        Record("2", names=("Osmanov",), emails=("QUDSI@example.org",)),
        Record("2", names=("Q. Osmanov",), phones=("021 233 2484",), organisation="Embassy of Azerbaijan"),
        Record("2", names=("Qudsi Osmenov",), born="19700514"),
        Record("2", names=("Qudsi Osmanov",), born="1970-05-15"),
        Record("2", names=("Qudsi Osmanov",), born="1970-14-05"),
        Record("2", names=("Kudsi Usmanov",), address="10 Grigore Gafencu St., Bucharest 014132"),
        Record("2", given="Kudsy", family="Osmanof", numbers=("aze-1234567",)),
    ],
    ids=lambda record: f"{record.names}{record.given}{record.family}",
)
def test_another_entry_of_one_person_is_found(other: Record) -> None:
    """Script, order, titles, slips and missing fields do not hide a second entry."""
    assert score(QUDSI, other) >= LIKELY


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            Record("a", ("Elnur Əliyev",), phones=("012 4981234",), address="5 Nizami Street, Baku AZ1000"),
            Record("b", ("Leyla Əliyeva",), phones=("012 4981234",), address="5 Nizami Street, Baku AZ1000"),
        ),
        (
            Record("a", ("John Smith",), emails=("smiths@example.org",), address="12 High Street, Bath BA1"),
            Record("b", ("Mary Smith",), emails=("smiths@example.org",), address="12 High Street, Bath BA1"),
        ),
        (
            Record("a", ("Anar Quliyev",), organisation="Embassy of Azerbaijan", phones=("021 2332484",)),
            Record("b", ("Rauf Babayev",), organisation="Embassy of Azerbaijan", phones=("021 2332484",)),
        ),
        (
            Record("a", ("Elmir Həsənov",), born="1990-01-02"),
            Record("b", ("Elmira Həsənova",), born="1990-01-02"),
        ),
        (Record("a", ("Ion Popescu",), born="1950-02-03"), Record("b", ("Ion Popescu",), born="1981-11-30")),
        (Record("a", ("Ali Hasanov",)), Record("b", ("Hasan Aliyev",))),
        (Record("a", organisation="Geopolitika"), Record("b", organisation="Geopolitika")),
        (Record("a"), Record("b")),
    ],
    ids=[
        "husband and wife",
        "couple with one name",
        "colleagues",
        "brother and sister",
        "father and son",
        "names turned round",
        "one magazine",
        "empty",
    ],
)
def test_people_who_share_much_are_not_proposed(first: Record, second: Record) -> None:
    """Families, colleagues and namesakes stay two entries unless a person says otherwise."""
    assert score(first, second) < LIKELY


def test_a_common_name_alone_proves_nothing() -> None:
    """What a tenth of a list is called says little; what two entries are called says much."""
    common = [Record(f"p{number}", names=("Ion Popescu",)) for number in range(20)]
    rare = [Record("r1", names=("Qudsi Osmanov",)), Record("r2", names=("Gudsi Osmanov",))]
    letters = [
        f"{first}{second}{third}" for first in "bdkmprst" for second in "aeiou" for third in "klmnrstv"
    ]
    strangers = [
        Record(f"{one}{other}", names=(f"{one}an {other}ov",)) for one in letters for other in letters[:30]
    ]

    found = find_duplicates([*common, *rare, *strangers])

    assert pairs(found) == {frozenset(("r1", "r2"))}


def test_a_key_of_too_many_joins_nobody() -> None:
    """A thousand entries of one name do not make half a million pairs."""
    crowd = [prepared(Record(str(number), names=("Ali Məmmədov",))) for number in range(1000)]
    by_names = Kind(pairs_of_sounds)

    assert list(pairs_that_meet(crowd, by_names, set())) == []
    assert len(list(pairs_that_meet(crowd[:MOST_UNDER_ONE_KEY], by_names, set()))) == 435


def test_a_pair_that_met_does_not_meet_again() -> None:
    """Each pair is compared once, however many keys it shares."""
    twins = [prepared(replace(QUDSI, key=key)) for key in "ab"]
    seen: set[int] = set()

    met = [pair for kind in KINDS for pair in pairs_that_meet(twins, kind, seen)]

    assert met == [(0, 1)]


def test_a_pair_says_what_speaks_for_and_against_it() -> None:
    """What speaks for the pair comes first; what speaks against it is marked as open."""
    other = replace(QUDSI, key="2", names=("Кудси Османов",), born="1980-01-01", organisation="", address="")

    (pair,) = find_duplicates([QUDSI, other])

    assert (pair.first, pair.second) == ("1", "2")
    assert [(reason.words(), reason.is_open) for reason in pair.reasons] == [
        ("The names “Qudsi Osmanov” and “Кудси Османов” are alike.", False),
        ("Both have the number AZE 1234567.", False),
        ("Both have the telephone or e-mail address qudsi@example.org, +40 21 233 24 84.", False),
        ("The dates of birth 1970-05-14 and 1980-01-01 differ.", True),
    ]


def test_another_organisation_speaks_against_a_pair() -> None:
    """A name alone is no proof where the two serve different bodies."""
    other = replace(QUDSI, key="2", organisation="Embassy of France", phones=(), emails=())

    (pair,) = find_duplicates([*CROWD, QUDSI, other])

    reason = pair.reasons[-1]
    assert reason.is_open
    assert reason.words() == "One belongs to Embassy of Azerbaijan, the other to Embassy of France."


def test_the_likeliest_pair_comes_first() -> None:
    """Pairs stand by their score, equal ones as in the list."""
    near = Record("2", names=("Qudsi Osmenov",))
    sure = replace(QUDSI, key="3")

    found = find_duplicates([near, QUDSI, sure], threshold=0.01)

    assert (found[0].first, found[0].second) == ("1", "3")
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_a_higher_threshold_gives_fewer_pairs() -> None:
    """The threshold is a probability."""
    doubtful = Record("2", names=("Q. Osmanov",))

    assert pairs(find_duplicates([*CROWD, QUDSI, doubtful], threshold=0.01)) == {frozenset("12")}
    assert find_duplicates([*CROWD, QUDSI, doubtful], threshold=0.999) == []


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    """A long list reports steps that rise to the whole."""
    told: list[tuple[int, int]] = []
    crowd = [Record(str(number), names=(f"Name{number}",)) for number in range(2500)]

    find_duplicates(iter(crowd), progress=lambda done, total: told.append((done, total)))

    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len({total for _, total in told}) == 1
    assert told[-1][0] == told[-1][1]
    assert len(told) < 30


records = st.builds(
    Record,
    key=st.uuids().map(str),
    names=st.lists(
        st.sampled_from(["Qudsi Osmanov", "Кудси Османов", "Leyla Əliyeva", "Q.", "", "محمد"])
    ).map(tuple),
    born=st.sampled_from(["", "1970", "1970-05", "1970-05-14", "?"]),
    phones=st.lists(st.sampled_from(["", "021 2332484", "12"])).map(tuple),
    emails=st.lists(st.sampled_from(["", "a@example.org"])).map(tuple),
    numbers=st.lists(st.sampled_from(["", "1234567", "1234568"])).map(tuple),
    organisation=st.sampled_from(["", "Geopolitika"]),
    address=st.sampled_from(["", "10 Gafencu Street", "Baku"]),
)


@unhurried
@given(st.lists(records, max_size=12, unique_by=lambda record: record.key))
def test_any_list_gives_each_pair_once_with_a_probability(listed: list[Record]) -> None:
    """Whatever fields are there or missing, a pair is two entries of the list, found once."""
    found = find_duplicates(listed, threshold=POSSIBLE)

    keys = {record.key for record in listed}
    assert all(pair.first != pair.second and {pair.first, pair.second} <= keys for pair in found)
    assert len(pairs(found)) == len(found)
    assert all(POSSIBLE <= pair.score <= 1 for pair in found)
