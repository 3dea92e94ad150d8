"""What scans add up to: any order, any duplicates, undone ones, and two doors without a network."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.door.scans import Doubt, Scan, ScanKind
from chancery.rules.door.standing import standing_of

OPENS = datetime(2026, 2, 26, 17, 0, tzinfo=UTC)
ADMIT, LEAVE, UNDO, REFUSE = ScanKind.ADMIT, ScanKind.LEAVE, ScanKind.UNDO, ScanKind.REFUSE


def scan(
    id: str, kind: ScanKind = ADMIT, *, minute: int, device: str = "A", people: int = 1, undoes: str = ""
) -> Scan:
    """A scan of the party P so many minutes after the doors opened."""
    at = OPENS + timedelta(minutes=minute)
    return Scan(id, kind, "P", people, at, "D", device, undoes)


def test_nobody_came_without_scans() -> None:
    """A party without scans is not here, and never was."""
    standing = standing_of([], expected=2)

    assert (standing.came, standing.inside, standing.first_at, standing.last_at) == (0, 0, None, None)


def test_a_party_that_comes_in_two_turns_is_complete() -> None:
    """One of two at one door and the other at another door are no doubt."""
    standing = standing_of([scan("1", minute=0), scan("2", minute=9, device="B")], expected=2)

    assert (standing.came, standing.inside, standing.doubts) == (2, 2, ())


def test_one_pass_at_two_doors_is_a_doubt_and_counts_once() -> None:
    """The first by true time counts, whichever became known first; both are kept for a person."""
    first, later = scan("z", minute=0, device="B"), scan("a", minute=1, device="A")

    standing = standing_of([later, first], expected=1)

    assert (standing.came, standing.inside, standing.first_at) == (1, 1, first.at)
    assert standing.doubts == (Doubt("P", first, later),)


def test_the_device_that_knew_lets_in_on_purpose() -> None:
    """A third of a party of two, at the door that let in the two, counts without a doubt."""
    standing = standing_of([scan("1", minute=0, people=2), scan("2", minute=1)], expected=2)

    assert (standing.came, standing.doubts) == (3, ())


def test_who_goes_out_and_comes_back_is_counted_once() -> None:
    """Leaving and coming back by another door changes who is inside, not who came."""
    out, back = scan("2", LEAVE, minute=5), scan("3", minute=9, device="B")

    standing = standing_of([scan("1", minute=0), out, back], expected=1)

    assert (standing.came, standing.inside, standing.doubts, standing.last_at) == (1, 1, (), back.at)


def test_an_undone_scan_counts_nothing_and_makes_no_doubt() -> None:
    """After the first of two is taken back, the later one counts."""
    first, later = scan("1", minute=0), scan("2", minute=1, device="B")
    undo = scan("3", UNDO, minute=2, undoes="1")

    standing = standing_of([first, later, undo], expected=1)

    assert (standing.came, standing.first_at, standing.doubts) == (1, later.at, ())


def test_an_undoing_can_be_undone() -> None:
    """What was taken back in error counts again."""
    undo = scan("2", UNDO, minute=1, undoes="1")

    standing = standing_of([scan("1", minute=0), undo, scan("3", UNDO, minute=2, undoes="2")], expected=1)

    assert standing.came == 1


def test_a_refusal_counts_nothing() -> None:
    """Who was not let in did not come."""
    assert standing_of([scan("1", REFUSE, minute=0)], expected=1).came == 0


SCANS = st.lists(
    st.builds(
        scan,
        id=st.sampled_from("abcdefghij"),
        kind=st.sampled_from([ADMIT, ADMIT, LEAVE, UNDO, REFUSE]),
        minute=st.integers(0, 5),
        device=st.sampled_from("ABC"),
        people=st.integers(1, 3),
        undoes=st.sampled_from("abcdefghij"),
    ),
    max_size=8,
    unique_by=lambda made: made.id,
)


@given(scans=SCANS, expected=st.integers(1, 4), turned=st.randoms(), doubled=st.integers(0, 8))
def test_order_and_duplicates_change_nothing(scans, expected, turned, doubled) -> None:  # type: ignore[no-untyped-def]  # drawn by hypothesis
    """The standing follows from the set of scans alone."""
    shuffled = [*scans, *scans[:doubled]]
    turned.shuffle(shuffled)

    assert standing_of(shuffled, expected=expected) == standing_of(scans, expected=expected)


@given(scans=SCANS, expected=st.integers(1, 4))
def test_no_more_than_expected_without_a_doubt_or_a_purpose(scans: list[Scan], expected: int) -> None:
    """More than a pass lets in come in only where one device by itself let them in."""
    standing = standing_of(scans, expected=expected)
    let_in = [
        sum(made.people for made in scans if made.kind is ADMIT and made.device == name) for name in "ABC"
    ]

    assert standing.came <= max(expected, *let_in)
    assert 0 <= standing.inside <= standing.came


@given(scans=SCANS, expected=st.integers(1, 4))
def test_undoing_the_latest_brings_back_what_was(scans: list[Scan], expected: int) -> None:
    """A scan that is taken back leaves no trace in the count."""
    last = scan("z", minute=8, people=2, device="C")
    undo = scan("zz", UNDO, minute=9, undoes="z")

    assert standing_of([*scans, last, undo], expected=expected) == standing_of(scans, expected=expected)


@given(scans=SCANS)
def test_a_doubt_names_two_devices(scans: list[Scan]) -> None:
    """The later scan of a doubt is never earlier than the one that counts."""
    for doubt in standing_of(scans, expected=1).doubts:
        assert (doubt.first.at, doubt.first.id) < (doubt.later.at, doubt.later.id)
