"""Planned times of a programme (R92)."""

import pytest

from chancery.rules.timing import Programme, StartAnchor, Status, planned
from tests.rules.timing.builders import clock, elastic, found, item, programme, table, troubles

pytestmark = pytest.mark.cases

TABLES = {
    "R92: times before an anchor are counted back from it, after it forward": (
        programme(item("music", 10), item("speech", 20), item("silence", 2, "11:00"), item("anthem", 3)),
        ["music 10:30-10:40", "speech 10:40-11:00", "silence 11:00-11:02", "anthem 11:02-11:05"],
        ["backward", "backward", "anchored", "forward"],
        [],
    ),
    "R92: an anchor to the second": (
        programme(item("gun", 1 / 6), item("silence", 2, "11:00:00"), item("gun again", 1 / 6)),
        ["gun 10:59:50-11:00", "silence 11:00-11:02", "gun again 11:02-11:02:10"],
        ["backward", "anchored", "forward"],
        [],
    ),
    "R92: elastic items between two anchors are stretched by one factor": (
        programme(
            item("opening", 10, "10:00"),
            elastic("music", 10, 5, 30),
            elastic("names", 20, 5, 30),
            item("silence", 1, "10:55"),
        ),
        ["opening 10:00-10:10", "music 10:10-10:25", "names 10:25-10:55", "silence 10:55-10:56"],
        ["anchored", "stretched", "stretched", "anchored"],
        [],
    ),
    "R92: what reaches its bound stays there, the rest gives way further": (
        programme(
            item("opening", 10, "10:00"),
            elastic("music", 10, 8, None),
            elastic("names", 20, 5, None),
            item("silence", 1, "10:25"),
        ),
        ["opening 10:00-10:10", "music 10:10-10:18", "names 10:18-10:25", "silence 10:25-10:26"],
        ["anchored", "shrunk", "shrunk", "anchored"],
        [],
    ),
    "R92: an anchored item that is elastic gives way too": (
        programme(elastic("names", 15, 5, None, anchor=clock("08:48")), item("silence", 1, "09:03")),
        ["names 08:48-09:03", "silence 09:03-09:04"],
        ["anchored", "anchored"],
        [],
    ),
    "R92: an elastic item without a wish takes what is left": (
        programme(item("a", 5, "10:00"), elastic("music", None, 2, 20), item("b", 3), item("c", 1, "10:20")),
        ["a 10:00-10:05", "music 10:05-10:17", "b 10:17-10:20", "c 10:20-10:21"],
        ["anchored", "stretched", "backward", "anchored"],
        [],
    ),
    "R92: fixed items stand right before the anchor, the gap after the item before them is named": (
        programme(item("lecture", 20, "19:00"), item("last post", 2), item("silence", 2, "20:00")),
        ["lecture 19:00-19:20", "last post 19:58-20:00", "silence 20:00-20:02"],
        ["anchored", "backward", "anchored"],
        ["gap last post lecture 2280"],
    ),
    "R92: elastic items at their most leave a gap": (
        programme(item("a", 10, "10:00"), elastic("music", 5, 5, 10), item("b", 1, "10:30")),
        ["a 10:00-10:10", "music 10:20-10:30", "b 10:30-10:31"],
        ["anchored", "stretched", "anchored"],
        ["gap music a 600"],
    ),
    "two anchors closer than their least durations": (
        programme(item("a", 10, "10:00"), elastic("music", 15, 8, 20), item("b", 5, "10:15")),
        ["a 10:00-10:10", "music 10:07-10:15", "b 10:15-10:20"],
        ["anchored", "shrunk", "anchored"],
        ["overlap music a 180", "too-tight b - 180"],
    ),
    "an anchored item that runs into the next": (
        programme(item("a", 30, "10:00"), item("b", 5, "10:20")),
        ["a 10:00-10:30", "b 10:20-10:25"],
        ["anchored", "anchored"],
        ["too-tight b - 600", "overlap b a 300"],
    ),
    "anchors against the order": (
        programme(item("a", 10, "12:00"), item("b", 10), item("c", 10, "11:00"), item("d", 5)),
        ["a 12:00-12:10", "b 10:50-11:00", "c 11:00-11:10", "d 11:10-11:15"],
        ["anchored", "backward", "anchored", "forward"],
        ["out-of-order c - 3600"],
    ),
    "the unknown breaks the chain, on both sides of it counting goes on": (
        programme(
            item("a", 10, "10:00"),
            item("b", 5),
            item("talk"),
            item("c", 5),
            item("d", 2, "11:00"),
            item("e", 3),
        ),
        ["a 10:00-10:10", "b 10:10-10:15", "talk 10:15-?", "c 10:55-11:00", "d 11:00-11:02", "e 11:02-11:05"],
        ["anchored", "forward", "forward", "backward", "anchored", "forward"],
        [],
    ),
    "between two unknown items nothing is known": (
        programme(item("a", None, "10:00"), item("b", 5), item("c"), item("d", 5), item("e", 1, "11:00")),
        ["a 10:00-?", "b ?-?", "c ?-?", "d 10:55-11:00", "e 11:00-11:01"],
        ["anchored", "unknown", "unknown", "backward", "anchored"],
        [],
    ),
    "the unknown after the last and before the first anchor": (
        programme(item("a", 5), item("b"), item("c", 5), item("d", 5, "11:00"), item("e"), item("f", 5)),
        ["a ?-?", "b ?-?", "c 10:55-11:00", "d 11:00-11:05", "e 11:05-?", "f ?-?"],
        ["unknown", "unknown", "backward", "anchored", "forward", "unknown"],
        [],
    ),
    "no time is left for an item of unknown duration": (
        programme(item("a", 10, "10:00"), item("talk"), item("b", 10), item("c", 1, "10:20")),
        ["a 10:00-10:10", "talk 10:10-?", "b 10:10-10:20", "c 10:20-10:21"],
        ["anchored", "forward", "backward", "anchored"],
        ["no-time-left talk - 0"],
    ),
    "order alone is a programme": (
        programme(item("a"), item("b", 5), item("c")),
        ["a ?-?", "b ?-?", "c ?-?"],
        ["unknown", "unknown", "unknown"],
        [],
    ),
    "transitions are time, not gaps": (
        programme(item("a", 10, "10:00"), item("b", 5, transition=120), item("c", 5, transition=60)),
        ["a 10:00-10:10", "b 10:12-10:17", "c 10:18-10:23"],
        ["anchored", "forward", "forward"],
        [],
    ),
    "transitions press before an anchor": (
        programme(item("a", 10, "10:00"), item("b", 5, "10:12", transition=300)),
        ["a 10:00-10:10", "b 10:12-10:17"],
        ["anchored", "anchored"],
        ["too-tight b - 180"],
    ),
    "a dropped item takes no time and keeps its place": (
        programme(item("a", 10, "10:00"), item("b", 5, status=Status.DROPPED), item("c", 5)),
        ["a 10:00-10:10", "b ?-?", "c 10:10-10:15"],
        ["anchored", "dropped", "forward"],
        [],
    ),
    "an item set from-to": (
        programme(item("placing", ends_at=clock("18:50"), anchor=clock("18:45")), item("start", 5, "19:00")),
        ["placing 18:45-18:50", "start 19:00-19:05"],
        ["anchored", "anchored"],
        ["gap start placing 600"],
    ),
    "an item with a set end": (
        programme(item("music", 10), item("speech", 5, ends_at=clock("11:00")), item("film", 5)),
        ["music 10:45-10:55", "speech 10:55-11:00", "film 11:00-11:05"],
        ["backward", "backward", "forward"],
        [],
    ),
    "set from-to against the duration": (
        programme(
            item("a", 30, "10:00", ends_at=clock("10:20")), item("b", 10, "11:00", ends_at=clock("11:20"))
        ),
        ["a 10:00-10:20", "b 11:00-11:20"],
        ["anchored", "anchored"],
        ["too-tight a - 600", "gap b a 2400", "length-differs b - 1200"],
    ),
    "an item that ends before it begins": (
        programme(item("a", None, "10:00", ends_at=clock("09:40"))),
        ["a 10:00-09:40"],
        ["anchored"],
        ["out-of-order a - 1200"],
    ),
}


@pytest.mark.parametrize("case", TABLES, ids=str)
def test_plan_follows_the_table(case: str) -> None:
    """Times, how they were found and what stands against them are those of the table."""
    given, times, how, against = TABLES[case]

    plan = planned(given)

    assert table(plan) == times
    assert found(plan) == how
    assert sorted(troubles(plan)) == sorted(against)


STARTS = {
    "the start of the programme holds its first item": (
        programme(item("a", 10), item("b", 5), starts="19:00"),
        ["a 19:00-19:10", "b 19:10-19:15"],
        [],
    ),
    "T0 is the start, what stands before is counted back": (
        programme(item("placing", 15), item("arrival", 5, "T0"), item("speech", 10), starts="19:00"),
        ["placing 18:45-19:00", "arrival 19:00-19:05", "speech 19:05-19:15"],
        [],
    ),
    "an item anchored at the start is the start": (
        programme(item("doors", 30), item("welcome", 5, "19:00"), starts="19:00"),
        ["doors 18:30-19:00", "welcome 19:00-19:05"],
        [],
    ),
    "a first item that is anchored later is named": (
        programme(item("a", 10, "19:10"), starts="19:00"),
        ["a 19:10-19:20"],
        ["start-differs a - 600"],
    ),
    "a first item that is anchored earlier is named": (
        programme(item("a", 10, "18:40"), item("b", 5), starts="19:00"),
        ["a 18:40-18:50", "b 18:50-18:55"],
        ["start-differs a - 1200"],
    ),
    "what is told to come before the start is no start": (
        programme(
            item("placing", anchor=StartAnchor(-900)), item("a", 10), item("b", 5, "19:10"), starts="19:00"
        ),
        ["placing 18:45-?", "a 19:00-19:10", "b 19:10-19:15"],
        [],
    ),
    "what follows what is told to come before the start has to begin with it": (
        programme(
            item("placing", anchor=StartAnchor(-900)), item("a", 10), item("b", 5, "19:20"), starts="19:00"
        ),
        ["placing 18:45-?", "a 19:10-19:20", "b 19:20-19:25"],
        ["start-differs a - 600"],
    ),
    "from start to anchor elastic items fill the room": (
        programme(elastic("music", 10, 5, 60), item("silence", 2, "19:30"), starts="19:00"),
        ["music 19:00-19:30", "silence 19:30-19:32"],
        [],
    ),
    "the end of the programme bounds it": (
        programme(item("a", 20), item("b", 20), starts="19:00", ends="19:30"),
        ["a 19:00-19:20", "b 19:20-19:40"],
        ["overrun b - 600"],
    ),
    "elastic items fill the room up to the end": (
        programme(item("a", 20), elastic("reception", 30, 20, 90), starts="19:00", ends="20:30"),
        ["a 19:00-19:20", "reception 19:20-20:30"],
        [],
    ),
    "an end alone is counted back from": (
        programme(item("a", 20), item("b", 10), ends="20:00"),
        ["a 19:30-19:50", "b 19:50-20:00"],
        [],
    ),
    "T0 without a start stays unknown": (
        programme(item("a", 10, "T0"), item("b", 5)),
        ["a ?-?", "b ?-?"],
        [],
    ),
}


@pytest.mark.parametrize("case", STARTS, ids=str)
def test_plan_keeps_the_bounds_of_the_whole(case: str) -> None:
    """Start and end of the programme hold as the table says."""
    given, times, against = STARTS[case]

    plan = planned(given)

    assert table(plan) == times
    assert troubles(plan) == against


def test_empty_programme_gives_an_empty_plan() -> None:
    """Empty in, empty out, also when its bounds contradict each other."""
    assert planned(Programme(())).items == ()
    assert planned(programme(starts="20:00", ends="2025-02-25 19:00", day="2025-02-26")).conflicts == ()


def test_reasons_say_how_each_time_was_found() -> None:
    """Every item carries a sentence, and an unknown end is marked as open."""
    plan = planned(programme(item("music", 10), item("silence", 2, "11:00", title="Silence"), item("film")))

    assert [[reason.words() for reason in row.reasons] for row in plan.items] == [
        ["Counted back from “Silence” at 11:00."],
        ["Set by the clock at 11:00."],
        [
            "Counted forward from “Silence” at 11:00.",
            "Its end is not known, because its duration is not known.",
        ],
    ]
    assert [reason.is_open for reason in plan.of("film").reasons] == [False, True]
    assert {reason.rule for row in plan.items for reason in row.reasons} == {"R92"}


def test_counted_from_names_the_anchor() -> None:
    """The item whose anchor a time rests on is given as data, not only in words."""
    plan = planned(programme(item("a", 5), item("b", 5, "11:00"), item("c", 5)))

    assert [row.counted_from for row in plan.items] == ["b", "", "b"]


def test_unknown_end_has_a_bound() -> None:
    """What has no known end has to be over by the next known time."""
    plan = planned(programme(item("a", None, "10:00"), item("b", 5), item("c", 1, "11:00"), item("d")))

    bounds = [row.ends_by and row.ends_by.clock.strftime("%H:%M") for row in plan.items]

    assert bounds == ["10:55", None, None, None]


def test_conflicts_read_as_sentences() -> None:
    """A conflict stands beside its item, names the times and says what to do."""
    plan = planned(programme(item("a", 30, "10:00", title="Opening"), item("b", 5, "10:20", title="Silence")))

    words = [conflict.reason.words() for conflict in plan.of("b").conflicts]

    assert words == [
        (
            "“Silence” cannot be kept at 10:20: what comes before it from 10:00 on needs 10 min more; "
            "shorten it or move one of the two times."
        ),
        "“Silence” begins at 10:20, while “Opening” lasts until 10:30.",
    ]
    assert plan.of("a").conflicts == ()


def test_gap_may_be_meant() -> None:
    """A gap is named but is not wrong; an overlap is."""
    plan = planned(programme(item("a", 5, "10:00"), item("b", 30, "10:10"), item("c", 5, "10:20")))

    assert {conflict.trouble.value: conflict.is_wrong for conflict in plan.conflicts} == {
        "gap": False,
        "too-tight": True,
        "overlap": True,
    }


def test_item_overlaps_all_that_still_last() -> None:
    """An overlap is found over items that lie between."""
    plan = planned(programme(item("a", 60, "10:00"), item("b", 5, "10:10"), item("c", 5, "10:20")))

    assert [line for line in troubles(plan) if line.startswith("overlap")] == [
        "overlap b a 300",
        "overlap c a 300",
    ]


def test_latest_arrival_after_the_start_is_named() -> None:
    """Guests cannot be let in later than the item begins (R89)."""
    late = item("a", 10, "19:00", latest_arrival=clock("19:05"))
    early = item("b", 10, "20:00", latest_arrival=clock("19:50"))

    plan = planned(programme(late, early))

    assert [line for line in troubles(plan) if "arrival" in line] == ["late-arrival a - 300"]
    seated = plan.of("b").latest_arrival
    assert seated is not None
    assert seated.clock.strftime("%H:%M") == "19:50"


def test_guests_may_arrive_while_they_are_received() -> None:
    """The latest arrival of an item that is the arrival itself lies within it (R89)."""
    received = item("a", 30, "18:30", kind="arrival", latest_arrival=clock("18:50"))

    assert troubles(planned(programme(received))) == []


def test_overrun_is_told_at_the_last_item_that_is_not_dropped() -> None:
    """R92: what stands against the whole is not lost on an item that takes no part."""
    last = item("a", 30, "19:00")
    dropped = item("b", 10, status=Status.DROPPED)

    plan = planned(programme(last, dropped, ends="19:20"))

    assert troubles(plan) == ["overrun a - 600"]


@pytest.mark.parametrize(
    ("minutes", "silence", "length", "against"),
    [(None, 120, 120, []), (2, 60, 120, []), (1, 120, 60, ["silence-short a - 120"])],
    ids=["its own length", "shorter than the item", "longer than the item"],
)
def test_silence_lasts_as_long_as_it_is_kept(
    minutes: float | None, silence: int, length: int, against: list[str]
) -> None:
    """R90: a silence gives its item a duration in seconds, and must fit into it."""
    plan = planned(programme(item("a", minutes, "11:00", silence=silence)))

    assert plan.of("a").seconds == length
    assert troubles(plan) == against
