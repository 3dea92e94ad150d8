"""A programme while it runs: projection, anchors in danger, agreed cuts (R95)."""

from dataclasses import replace

import pytest

from chancery.rules.timing import Cut, Item, Programme, Status, offered_cuts, projected
from tests.rules.timing.builders import BUCHAREST, elastic, item, local, programme, table

pytestmark = pytest.mark.cases

EVENING = (
    item("arrival", 10, "18:50"),
    item("opening", 10),
    elastic("music", 10, 2, 15),
    item("speech", 15),
    item("post", 2),
    item("silence", 2, "19:30", kind="silence"),
    item("anthem", 3, kind="anthem"),
    item("film", 20),
)


def evening(**actual: str) -> Programme:
    """The evening with real times: `opening="19:05-"` is running, `"19:05-19:15"` is over."""
    return programme(
        *(_ran(one, actual.get(one.id, "")) for one in EVENING), day="2025-02-26", zone=BUCHAREST
    )


def _ran(one: Item, told: str) -> Item:
    start, _, end = told.partition("-")
    return replace(one, actual_start=local(start) if start else None, actual_end=local(end) if end else None)


def test_nothing_has_begun_and_there_is_time() -> None:
    """Before the first start the projection is the plan."""
    projection = projected(evening(), now=local("18:00"))

    assert table(projection) == [
        "arrival 18:50-19:00",
        "opening 19:00-19:10",
        "music 19:10-19:13",
        "speech 19:13-19:28",
        "post 19:28-19:30",
        "silence 19:30-19:32",
        "anthem 19:32-19:35",
        "film 19:35-19:55",
    ]
    assert (projection.drift, projection.dangers) == (0, ())


def test_late_start_is_taken_up_by_elastic_items() -> None:
    """What can give way does, so that the anchor holds."""
    projection = projected(evening(arrival="18:50-19:01"), now=local("19:01"))

    assert table(projection)[1:6] == [
        "opening 19:01-19:11",
        "music 19:11-19:13",
        "speech 19:13-19:28",
        "post 19:28-19:30",
        "silence 19:30-19:32",
    ]
    assert projection.dangers == ()
    assert projection.drift == 60


def test_anchor_in_danger_is_named() -> None:
    """What cannot be kept moves, with how late it would be."""
    projection = projected(evening(arrival="18:52-19:05", opening="19:05-"), now=local("19:10"))

    assert table(projection)[2:6] == [
        "music 19:15-19:17",
        "speech 19:17-19:32",
        "post 19:32-19:34",
        "silence 19:34-19:36",
    ]
    assert [danger.reason.words() for danger in projection.dangers] == [
        "“silence” is set at 19:30 and would begin at 19:34, 4 min late."
    ]
    assert [danger.late for danger in projection.dangers] == [240]
    assert projection.of("speech").drift == 240


def test_running_item_lasts_at_least_until_now() -> None:
    """An item that overruns pushes on, minute by minute."""
    projection = projected(evening(arrival="18:50-19:00", opening="19:00-"), now=local("19:14"))

    opening = projection.of("opening")
    assert opening.progress.value == "running"
    assert table(projection)[1:3] == ["opening 19:00-19:14", "music 19:14-19:16"]


def test_ahead_of_the_plan_elastic_items_stretch_and_anchors_stay() -> None:
    """The anchor is not brought forward; what is fixed waits for it."""
    ran = evening(arrival="18:50-18:55", opening="18:55-19:00", music="19:00-19:02", speech="19:02-19:10")

    projection = projected(ran, now=local("19:10"))

    assert table(projection)[4:] == [
        "post 19:10-19:12",
        "silence 19:30-19:32",
        "anthem 19:32-19:35",
        "film 19:35-19:55",
    ]


def test_passed_over_and_done_items() -> None:
    """What was listed before the running item and never begun is passed over; done without times is done."""
    items = (
        item("a", 5, status=Status.DONE),
        item("b", 5),
        item("c", 5, actual_start=local("19:00")),
        item("d", 5, status=Status.DROPPED),
        item("e", 5),
    )

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("19:02"))

    assert [row.progress.value for row in projection.items] == [
        "done",
        "passed-over",
        "running",
        "dropped",
        "to-come",
    ]
    assert table(projection) == ["a ?-?", "b ?-?", "c 19:00-19:05", "d ?-?", "e 19:05-19:10"]
    assert projection.drift is None


def test_all_over_keeps_real_times() -> None:
    """When everything has happened only real times are left."""
    items = (item("a", 5, "19:00", actual_start=local("19:01"), actual_end=local("19:09")),)

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("20:00"))

    assert table(projection) == ["a 19:01-19:09"]
    assert (projection.of("a").seconds, projection.drift) == (480, 60)


def test_unknown_running_item_leaves_the_rest_unknown_until_the_anchor() -> None:
    """Nothing is counted across what has no known duration."""
    items = (
        item("a", None, actual_start=local("19:00")),
        item("b", 5),
        item("c", 5, "19:30"),
    )

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("19:10"))

    assert table(projection) == ["a 19:00-?", "b 19:25-19:30", "c 19:30-19:35"]


def test_tracks_run_on_beside_each_other() -> None:
    """In a group that has begun, what is left of each track goes on from now."""
    items = (
        item("a1", 10, parallel="g", track="a", actual_start=local("19:00"), actual_end=local("19:20")),
        item("b1", 30, parallel="g", track="b", actual_start=local("19:00")),
        item("a2", 15, parallel="g", track="a"),
        item("end", 5),
    )

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("19:20"))

    assert table(projection) == ["a1 19:00-19:20", "b1 19:00-19:30", "a2 19:20-19:35", "end 19:35-19:40"]


def test_parent_runs_while_its_parts_do() -> None:
    """A parent begins with the first of its parts and is done with the last."""
    items = (
        item("act"),
        item("a", 10, parent="act", actual_start=local("19:00"), actual_end=local("19:12")),
        item("b", 10, parent="act"),
        item("gone"),
        item("c", 5, parent="gone", actual_start=local("18:50"), actual_end=local("18:55")),
    )
    order = (items[3], items[4], *items[:3])

    projection = projected(programme(*order, day="2025-02-26", zone=BUCHAREST), now=local("19:12"))

    assert table(projection) == [
        "gone 18:50-18:55",
        "c 18:50-18:55",
        "act 19:00-19:22",
        "a 19:00-19:12",
        "b 19:12-19:22",
    ]
    assert [row.progress.value for row in projection.items] == ["done", "done", "running", "done", "to-come"]


def test_framed_parent_that_overruns_pushes_on() -> None:
    """Parts of a framed parent that has begun go on from now."""
    items = (
        item("act", 30, "19:00", actual_start=local("19:10")),
        item("a", 10, parent="act", actual_start=local("19:10")),
        item("b", 10, parent="act"),
        item("end", 5),
    )

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("19:25"))

    assert table(projection) == ["act 19:10-19:40", "a 19:10-19:25", "b 19:25-19:35", "end 19:40-19:45"]


def test_anchor_inside_a_late_group_is_in_danger() -> None:
    """An anchor in one track moves with what comes before its group."""
    items = (
        item("x", 20, "19:00", actual_start=local("19:10")),
        item("a", 5, parallel="g", track="1"),
        item("b", 5, "19:30", parallel="g", track="1"),
        item("c", 10, parallel="g", track="2"),
    )

    projection = projected(programme(*items, day="2025-02-26", zone=BUCHAREST), now=local("19:12"))

    assert table(projection) == ["x 19:10-19:30", "a 19:30-19:35", "b 19:35-19:40", "c 19:30-19:40"]
    assert [(danger.item_id, danger.late) for danger in projection.dangers] == [("b", 300)]


def test_set_ends_and_the_end_of_the_whole_can_be_in_danger() -> None:
    """An end by the clock is an anchor, too."""
    items = (
        item("a", 20, "19:00", actual_start=local("19:15")),
        item("b", 10, ends_at=programme(starts="19:40").starts_at),
        item("c", 10),
    )

    projection = projected(
        programme(*items, day="2025-02-26", zone=BUCHAREST, ends="19:50"), now=local("19:20")
    )

    assert [danger.reason.words() for danger in projection.dangers] == [
        "“b” is to be over at 19:40 and would end at 19:45, 5 min late.",
        "The programme is to be over at 19:50 and would end at 19:55, 5 min late.",
    ]


def test_anchor_that_has_passed_is_in_danger() -> None:
    """An anchored item that has not begun at its time moves to now."""
    projection = projected(evening(), now=local("18:55"))

    assert [(danger.item_id, danger.late) for danger in projection.dangers] == [
        ("arrival", 300),
        ("silence", 240),
    ]
    assert table(projection)[0] == "arrival 18:55-19:05"


def test_cuts_are_offered_in_the_agreed_order() -> None:
    """Each offer wins time, and no more is offered than is needed."""
    ran = evening(arrival="18:52-19:05", opening="19:05-")

    offers = offered_cuts(
        ran,
        [Cut("anthem"), Cut("silence"), Cut("film"), Cut("music"), Cut("speech", 300), Cut("post")],
        now=local("19:19"),
    )

    assert [(offer.cut.item_id, offer.saves) for offer in offers.offers] == [("music", 120), ("speech", 360)]
    assert [offer.reason.words() for offer in offers.offers] == [
        "Leaving out “music” wins 2 min.",
        "Cutting “speech” to 5 min wins 6 min.",
    ]
    assert [reason.words() for reason in offers.refused] == [
        "“anthem” is never cut: it is an anchor, an anthem or a silence.",
        "“silence” is never cut: it is an anchor, an anthem or a silence.",
    ]
    assert offers.after.dangers == ()


def test_cuts_that_are_not_enough_leave_the_danger() -> None:
    """What cannot be won back stays named."""
    ran = evening(arrival="18:52-19:05", opening="19:05-")

    offers = offered_cuts(ran, [Cut("music"), Cut("speech")], now=local("19:35"))

    assert [(offer.cut.item_id, offer.saves) for offer in offers.offers] == [("music", 120), ("speech", 900)]
    assert [(danger.item_id, danger.late) for danger in offers.after.dangers] == [("silence", 420)]


@pytest.mark.parametrize(
    "cut",
    [Cut("opening"), Cut("nobody"), Cut("speech", 1800), Cut("film")],
    ids=["already begun", "not in the programme", "not shorter", "after the anchor"],
)
def test_cuts_that_win_nothing_are_not_offered(cut: Cut) -> None:
    """A cut is only offered when it wins time for an anchor."""
    ran = evening(arrival="18:52-19:05", opening="19:05-")

    offers = offered_cuts(ran, [cut], now=local("19:19"))

    assert (offers.offers, offers.refused) == ((), ())


def test_no_danger_means_no_cuts() -> None:
    """Nothing is cut while all anchors hold."""
    assert offered_cuts(evening(), [Cut("music")], now=local("18:00")).offers == ()
