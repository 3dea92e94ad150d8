"""Who was there: each person once, and only those of whom it is known."""

import pytest

from chancery.rules.presence import Attendee, Presence, presence_of

# Rows as `who capacity actual category`, a dash for what is not known; present, then of how many not known.
CASES = [
    ("nobody", "", 0, 0),
    ("one who came", "ana guest attended c", 1, 0),
    ("nothing known", "ana guest - -", 0, 1),
    ("absent is not present", "ana guest absent -", 0, 0),
    ("two capacities are one person", "ana guest attended c, ana speaker attended -", 1, 0),
    ("known in one capacity is known", "ana guest - c, ana speaker attended -", 1, 0),
    ("mentioned never counts", "ana mentioned not-present -", 0, 0),
    ("remembered never counts", "ana honoured attended -", 0, 0),
    ("the author of a message never counts", "ana author attended -", 0, 0),
    ("an author who came as a guest counts", "ana author - -, ana guest attended -", 1, 0),
    ("on whose behalf never counts", "ana represented attended -", 0, 0),
    ("watching from afar is not present", "ana guest watched -", 0, 0),
]


@pytest.mark.parametrize(("case", "rows", "total", "unknown"), CASES, ids=[row[0] for row in CASES])
def test_who_counts_as_present(case: str, rows: str, total: int, unknown: int) -> None:
    """Each person once, whatever the number of capacities."""
    found = counted(rows)

    assert (found.total, found.unknown) == (total, unknown)


def counted(rows: str) -> Presence:
    known = [
        row.replace("-", "").split(" ")
        for row in rows.replace("not-present", "notpresent").split(", ")
        if row
    ]
    return presence_of(Attendee(who, capacity, actual, category=of) for who, capacity, actual, of in known)


def test_categories_and_states_count_those_present_only() -> None:
    """Whoever has a category in any capacity counts there, once."""
    found = presence_of(
        [
            Attendee("ana", "guest", "attended", category="missions", state="AZ"),
            Attendee("ana", "speaker", "attended", category="public", state="RO"),
            Attendee("ion", "guest", "attended"),
            Attendee("eva", "guest", "absent", category="missions", state="FR"),
        ]
    )

    assert found.by_category == {"missions": 1, "": 1}
    assert found.by_state == {"AZ": 1, "": 1}


def test_what_is_only_proposed_counts_nowhere_else() -> None:
    """A reply is no presence."""
    found = presence_of(
        [
            Attendee("ana", "guest", "", proposed="attended", category="missions"),
            Attendee("ion", "guest", "", proposed="absent"),
            Attendee("eva", "guest", "absent", proposed="attended"),
        ]
    )

    assert (found.total, found.proposed, found.unknown) == (0, 1, 2)
    assert found.by_category == {}
