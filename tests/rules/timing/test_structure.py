"""Nesting, groups that run side by side, and order without clock times."""

import pytest

from chancery.rules.timing import Item, Programme, ProgrammeNotReadable, Status, planned
from tests.rules.timing.builders import clock, elastic, found, item, programme, table, troubles

pytestmark = pytest.mark.cases

SHAPES = {
    "a parent without times spans its parts": (
        programme(
            item("act"), item("a", 10, parent="act"), item("b", 5, parent="act"), item("end", 5, "18:00")
        ),
        ["act 17:45-18:00", "a 17:45-17:55", "b 17:55-18:00", "end 18:00-18:05"],
        [],
    ),
    "an anchor inside a parent without times anchors the whole": (
        programme(
            item("x", 5), item("act"), item("a", 10, parent="act"), item("b", 5, "18:00", parent="act")
        ),
        ["x 17:45-17:50", "act 17:50-18:05", "a 17:50-18:00", "b 18:00-18:05"],
        [],
    ),
    "a parent with times holds its parts from its start": (
        programme(
            item("act", 60, "18:00"), item("a", 10, parent="act"), item("b", 5, parent="act"), item("end", 5)
        ),
        ["act 18:00-19:00", "a 18:00-18:10", "b 18:10-18:15", "end 19:00-19:05"],
        [],
    ),
    "elastic parts fill their parent": (
        programme(
            item("act", 60, "18:00"), item("a", 10, parent="act"), elastic("b", 5, 5, 90, parent="act")
        ),
        ["act 18:00-19:00", "a 18:00-18:10", "b 18:10-19:00"],
        [],
    ),
    "parts that need more than their parent has": (
        programme(
            item("act", 10, "18:00"), item("a", 10, parent="act"), item("b", 5, parent="act"), item("end", 5)
        ),
        ["act 18:00-18:10", "a 18:00-18:10", "b 18:10-18:15", "end 18:10-18:15"],
        ["overrun act - 300"],
    ),
    "a part anchored before its parent begins": (
        programme(item("act", 30, "18:00"), item("a", 5, "17:50", parent="act")),
        ["act 18:00-18:30", "a 17:50-17:55"],
        ["out-of-order a - 600"],
    ),
    "an anchor in a framed parent pulls its start": (
        programme(
            item("x", 5), item("act", 30), item("a", 10, parent="act"), item("b", 5, "18:10", parent="act")
        ),
        ["x 17:55-18:00", "act 18:00-18:30", "a 18:00-18:10", "b 18:10-18:15"],
        [],
    ),
    "an elastic parent is stretched, and its elastic part with it": (
        programme(
            elastic("act", 20, 10, 60, anchor=clock("18:00")),
            item("a", 10, parent="act"),
            elastic("b", 10, 0, 50, parent="act"),
            item("end", 5, "18:40"),
        ),
        ["act 18:00-18:40", "a 18:00-18:10", "b 18:10-18:40", "end 18:40-18:45"],
        [],
    ),
    "parents within parents": (
        programme(
            item("day"),
            item("act", parent="day"),
            item("a", 10, parent="act"),
            item("b", 5, parent="day"),
            starts="10:00",
        ),
        ["day 10:00-10:15", "act 10:00-10:10", "a 10:00-10:10", "b 10:10-10:15"],
        [],
    ),
    "side by side, the longest holds up what follows": (
        programme(
            item("a", 5),
            item("b", 20, parallel="g"),
            item("c", 30, parallel="g"),
            item("d", 5),
            starts="18:00",
        ),
        ["a 18:00-18:05", "b 18:05-18:25", "c 18:05-18:35", "d 18:35-18:40"],
        [],
    ),
    "tracks run in sequence beside each other": (
        programme(
            item("a1", 10, parallel="g", track="hall"),
            item("b1", 25, parallel="g", track="garden"),
            item("a2", 10, parallel="g", track="hall"),
            item("end", 5, "19:00"),
        ),
        ["a1 18:35-18:45", "b1 18:35-19:00", "a2 18:45-18:55", "end 19:00-19:05"],
        [],
    ),
    "an anchor in one track pulls the group": (
        programme(
            item("x", 5),
            item("a", 10, parallel="g", track="1"),
            item("b", 5, "18:30", parallel="g", track="1"),
            item("c", 30, parallel="g", track="2"),
            item("y", 5),
        ),
        ["x 18:15-18:20", "a 18:20-18:30", "b 18:30-18:35", "c 18:20-18:50", "y 18:50-18:55"],
        [],
    ),
    "each member of a group on its own anchor": (
        programme(item("a", 10, "18:00", parallel="g"), item("b", 10, "18:05", parallel="g"), item("c", 5)),
        ["a 18:00-18:10", "b 18:05-18:15", "c 18:15-18:20"],
        [],
    ),
    "a group of unknown length breaks the chain": (
        programme(item("a", 10, "18:00", parallel="g"), item("b", None, parallel="g"), item("c", 5)),
        ["a 18:00-18:10", "b 18:00-?", "c ?-?"],
        [],
    ),
    "a group is pressed with those of its tracks that can give way": (
        programme(
            item("x", 5, "18:00"),
            elastic("a", 30, 10, 40, parallel="g"),
            item("b", 15, parallel="g"),
            item("end", 5, "18:25"),
        ),
        ["x 18:00-18:05", "a 18:05-18:25", "b 18:05-18:20", "end 18:25-18:30"],
        [],
    ),
    "a group is stretched with those of its tracks that can follow": (
        programme(
            item("x", 5, "18:00"),
            elastic("a", 10, 10, 60, parallel="g"),
            item("b", 15, parallel="g"),
            item("end", 5, "18:35"),
        ),
        ["x 18:00-18:05", "a 18:05-18:35", "b 18:05-18:20", "end 18:35-18:40"],
        [],
    ),
    "tracks with the same name in two groups are two": (
        programme(
            item("a", 10, parallel="g", track="t"),
            item("mid", 5),
            item("b", 10, parallel="h", track="t"),
            starts="18:00",
        ),
        ["a 18:00-18:10", "mid 18:10-18:15", "b 18:15-18:25"],
        [],
    ),
    "what comes after another is moved behind it": (
        programme(item("c", 5, after=("b",)), item("a", 5), item("b", 5), starts="18:00"),
        ["a 18:00-18:05", "b 18:05-18:10", "c 18:10-18:15"],
        [],
    ),
    "after a part means after its parent's turn": (
        programme(
            item("x", 5, after=("b",)),
            item("act"),
            item("a", 5, parent="act"),
            item("b", 5, parent="act"),
            starts="18:00",
        ),
        ["act 18:00-18:10", "a 18:00-18:05", "b 18:05-18:10", "x 18:10-18:15"],
        [],
    ),
    "after in another track is checked, not arranged": (
        programme(
            item("a", 20, parallel="g", track="1"),
            item("b", 5, parallel="g", track="2", after=("a",)),
            starts="18:00",
        ),
        ["a 18:00-18:20", "b 18:00-18:05"],
        ["after-unmet b a 1200"],
    ),
    "order by after alone, without any time": (
        programme(item("c", after=("b",)), item("b", after=("a",)), item("a")),
        ["a ?-?", "b ?-?", "c ?-?"],
        [],
    ),
    "parts of a dropped parent are dropped, and an after on them has no effect": (
        programme(
            item("act", status=Status.DROPPED),
            item("a", 5, parent="act"),
            item("b", 5, "18:00", after=("a",)),
        ),
        ["act ?-?", "a ?-?", "b 18:00-18:05"],
        [],
    ),
}


@pytest.mark.parametrize("case", SHAPES, ids=str)
def test_plan_follows_the_shape(case: str) -> None:
    """Times and conflicts are those of the table, in running order."""
    given, times, against = SHAPES[case]

    plan = planned(given)

    assert table(plan) == times
    assert troubles(plan) == against


def test_parent_says_that_it_spans_its_parts() -> None:
    """A parent without own times is found from its parts."""
    plan = planned(programme(item("act"), item("a", 10, "18:00", parent="act")))

    assert found(plan) == ["parts", "anchored"]
    assert plan.of("act").reasons[0].words() == "Lasts from its first part to its last."


BROKEN = {
    "an id used twice": ((Item("a"), Item("a")), "a", "“a” is used twice as an id; give each item its own."),
    "an unknown parent": (
        (Item("a", parent="z"),),
        "a",
        "“a” has the parent “z”, which is not in the programme; name one that is.",
    ),
    "an unknown parent of a parent": (
        (Item("a", parent="b"), Item("b", parent="z")),
        "b",
        "“b” has the parent “z”, which is not in the programme; name one that is.",
    ),
    "an unknown predecessor": (
        (Item("a", after=("z",)),),
        "a",
        "“a” comes after “z”, which is not in the programme; name one that is.",
    ),
    "parents in a circle": (
        (Item("a", parent="b"), Item("b", parent="a")),
        "a",
        "“a” is nested in itself by its parents; take one of them out.",
    ),
    "its own parent": (
        (Item("a", parent="a"),),
        "a",
        "“a” is nested in itself by its parents; take one of them out.",
    ),
    "order in a circle": (
        (Item("a", after=("b",)), Item("b", after=("a",))),
        "a",
        "“a” would have to come after itself; take one “after” out.",
    ),
    "after its own parent": (
        (Item("a"), Item("b", parent="a", after=("a",))),
        "b",
        "“b” would have to come after itself; take one “after” out.",
    ),
    "nested too deeply": (
        tuple(Item(str(depth), parent=str(depth - 1) if depth else "") for depth in range(25)),
        "20",
        "“20” is nested too deeply; at most 20 levels can be planned.",
    ),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_what_makes_no_order_is_refused(case: str) -> None:
    """The refusal names the item and says what to do."""
    items, item_id, words = BROKEN[case]

    with pytest.raises(ProgrammeNotReadable) as refused:
        planned(Programme(items))

    assert (refused.value.item_id, str(refused.value)) == (item_id, words)
