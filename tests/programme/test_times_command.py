"""`chancery times`: plain programmes in, computed times and conflicts out."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

FIFTEEN = Path(__file__).parent / "programmes.json"


def answer(result: Result) -> Any:
    """The JSON on standard output."""
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def spans(programme: Any) -> list[str]:
    """One line an item: `title start-end`."""
    return [f"{row['title']} {row['start']}-{row['end']}" for row in programme["items"]]


@pytest.mark.cases
def test_fifteen_programmes_come_out_the_same(app: typer.Typer) -> None:
    """R91: real programmes keep their order and their printed times, and nothing is invented."""
    given = json.loads(FIFTEEN.read_text(encoding="utf-8"))["programmes"]

    programmes = answer(CliRunner().invoke(app, ["times", str(FIFTEEN)]))["programmes"]

    assert len(programmes) == 15
    for before, after in zip(given, programmes, strict=True):
        assert {name: after[name] for name in before if name != "items"} == {
            name: before[name] for name in before if name != "items"
        }
        kept = [{name: row[name] for name in ("time", "kind", "title")} for row in after["items"]]
        assert kept == before["items"]
        for row in after["items"]:
            assert row["start"] == (row["time"] if row["time"] and row["time"][0].isdigit() else None)
        assert after["conflicts"] == []


@pytest.mark.cases
def test_programmes_in_their_plainest_shape_come_out_the_same(run: Any) -> None:
    """An item may be just a time and a text, under the names that lists on the web use."""
    programmes = json.loads(FIFTEEN.read_text(encoding="utf-8"))["programmes"]
    plain = {
        "note": "time null: only the order is known",
        "programmes": [
            {
                "id": one["id"],
                "event": one["title"],
                "date": one["date"],
                "items": [{"time": row["time"], "item": row["title"]} for row in one["items"]],
            }
            for one in programmes
        ],
    }

    result = run(plain)

    after = answer(result)
    assert after["note"] == plain["note"]
    for before, one in zip(plain["programmes"], after["programmes"], strict=True):
        assert [{"time": row["time"], "item": row["item"]} for row in one["items"]] == before["items"]  # type: ignore[index]  # plain is a literal
    assert result.stderr == ""


@pytest.mark.cases
def test_t_times_follow_a_start(run: Any) -> None:
    """R92: T-times are placed when the start is known; the printed form stays."""
    items = [
        {"time": "T-15 to T-10", "item": "placing"},
        {"time": "T0", "item": "arrival", "duration": 5},
        {"item": "speeches", "duration": 20},
        {"time": "T+1:00", "item": "end"},
    ]

    one = answer(run({"starts_at": "19:00", "items": items}))

    assert [(row["time"], row["start"], row["end"]) for row in one["items"]] == [
        ("T-15 to T-10", "18:45", "18:50"),
        ("T0", "19:00", "19:05"),
        (None, "19:40", "20:00"),
        ("T+1:00", "20:00", None),
    ]
    assert [conflict["kind"] for conflict in one["conflicts"]] == ["gap", "gap"]


def test_full_shape_gives_dates_offsets_and_reasons(run: Any) -> None:
    """Every computed field is there, beside what was given."""
    document = {
        "id": "evening",
        "date": "2025-03-30",
        "zone": "Europe/Bucharest",
        "items": [
            {"id": "film", "title": "Film", "duration": "PT30M", "responsible": "technicians"},
            {
                "id": "silence",
                "title": "Silence",
                "anchor": "04:10",
                "silence_seconds": 120,
                "kind": "silence",
            },
        ],
    }

    one = answer(run(document))

    assert one["id"] == "evening"
    assert one["items"][0] == {
        "number": "1",
        "id": "film",
        "title": "Film",
        "time": None,
        "duration": "PT30M",
        "responsible": "technicians",
        "date": "2025-03-30",
        "day": 1,
        "start": "02:40",
        "end": "04:10",
        "end_day": 1,
        "start_at": "2025-03-30T02:40:00+02:00",
        "end_at": "2025-03-30T04:10:00+03:00",
        "duration_seconds": 1800,
        "elapsed_seconds": 0,
        "how": "backward",
        "counted_from": "silence",
        "ends_by": None,
        "latest_arrival": None,
        "status": "fixed",
        "reasons": ["Counted back from “Silence” at 04:10."],
        "remarks": [],
        "conflicts": [],
    }
    assert one["items"][1]["time"] == "04:10"
    assert one["items"][1]["duration_seconds"] == 120


def test_undated_midnight_tells_the_day_by_number(run: Any) -> None:
    """Without a date the second day is told by its number."""
    one = answer(run([{"title": "vigil", "time": "23:50", "minutes": 20}, {"title": "bells", "duration": 5}]))

    assert [(row["start"], row["day"], row["end"], row["end_day"]) for row in one["items"]] == [
        ("23:50", 1, "00:10", 2),
        ("00:10", 2, "00:15", 2),
    ]
    assert {row["start_at"] for row in one["items"]} == {None}


DURATIONS: dict[str, tuple[dict[str, object], int | None]] = {
    "a number of minutes": ({"duration": 5}, 300),
    "a broken number": ({"duration": 1.5}, 90),
    "a number as text": ({"duration": "5"}, 300),
    "ISO 8601": ({"duration": "PT5M"}, 300),
    "ISO 8601 with hours and seconds": ({"duration": "PT1H5M10S"}, 3910),
    "words": ({"duration": "5 min"}, 300),
    "hours and minutes in words": ({"duration": "1 h 30 min"}, 5400),
    "minutes left of hours": ({"duration": "90 minutes"}, 5400),
    "seconds in words": ({"duration": "90 s"}, 90),
    "hours and minutes": ({"duration": "0:05"}, 300),
    "hours, minutes and seconds": ({"duration": "0:05:30"}, 330),
    "a field of seconds": ({"seconds": 20}, 20),
    "a field of minutes": ({"minutes": 5}, 300),
    "a silence": ({"silence_seconds": 60}, 60),
    "not known": ({"duration": None}, None),
    "nothing": ({}, None),
}


@pytest.mark.parametrize("case", DURATIONS, ids=str)
def test_durations_are_understood(run: Any, case: str) -> None:
    """Durations may be written in many ways."""
    fields, seconds = DURATIONS[case]

    one = answer(run([{"title": "a", "time": "10:00", **fields}]))

    assert one["items"][0]["duration_seconds"] == seconds


TIMES = {
    "to the minute": ("9:05", "09:05"),
    "to the second": ("09:05:30", "09:05:30"),
    "from-to": ("09:05-09:30", "09:05"),
    "from-to in words": ("09:05 to 09:30", "09:05"),
    "with its date": ("2025-02-26T09:05", "09:05"),
    "with a date and a blank": ("2025-02-26 09:05", "09:05"),
}


@pytest.mark.parametrize("case", TIMES, ids=str)
def test_times_are_understood(run: Any, case: str) -> None:
    """Clock times may be written in many ways, and stay as printed."""
    written, start = TIMES[case]

    one = answer(run({"date": "2025-02-26", "items": [{"title": "a", "time": written}]}))

    assert (one["items"][0]["time"], one["items"][0]["start"]) == (written, start)


SHAPES = {
    "a list of texts": (["anthem", "speech"], ["anthem None-None", "speech None-None"]),
    "an empty list": ([], []),
    "nested items": (
        [
            {
                "title": "act",
                "time": "18:00",
                "items": [{"title": "a", "minutes": 5}, {"title": "b", "minutes": 5}],
            }
        ],
        ["act 18:00-18:10", "a 18:00-18:05", "b 18:05-18:10"],
    ),
    "parents by id": (
        [{"id": 1, "title": "act", "time": "18:00"}, {"title": "a", "minutes": 5, "parent": 1}],
        ["act 18:00-18:05", "a 18:00-18:05"],
    ),
    "parallel tracks": (
        [
            {"title": "a", "minutes": 5, "parallel": "g", "track": 1, "time": "18:00"},
            {"title": "b", "minutes": 9, "parallel": "g", "track": 2},
            {"title": "c", "minutes": 2, "parallel": "g", "track": 1},
        ],
        ["a 18:00-18:05", "b 18:00-18:09", "c 18:05-18:07"],
    ),
    "after, in any order": (
        [
            {"id": "b", "title": "b", "after": "a", "minutes": 5},
            {"id": "a", "title": "a", "time": "18:00", "minutes": 5},
        ],
        ["a 18:00-18:05", "b 18:05-18:10"],
    ),
    "elastic by its bounds": (
        [
            {"title": "a", "time": "18:00", "minutes": 10, "min": 5, "max": 20},
            {"title": "b", "time": "18:15"},
        ],
        ["a 18:00-18:15", "b 18:15-None"],
    ),
    "elastic without bounds": (
        [{"title": "a", "time": "18:00", "elastic": True}, {"title": "b", "time": "18:15"}],
        ["a 18:00-18:15", "b 18:15-None"],
    ),
    "a fixed item is not stretched": (
        [{"title": "a", "time": "18:00", "minutes": 10, "fixed": True}, {"title": "b", "time": "18:15"}],
        ["a 18:00-18:10", "b 18:15-None"],
    ),
    "a time that is printed only": (
        [{"title": "a", "time": "18:00", "anchored": False}, {"title": "b", "time": "18:15"}],
        ["a None-None", "b 18:15-None"],
    ),
    "a time in words": (
        [{"title": "a", "time": "at dawn", "minutes": 5}, {"title": "b", "time": "06:00"}],
        ["a 05:55-06:00", "b 06:00-None"],
    ),
    "a transition": (
        [{"title": "a", "time": "18:00", "minutes": 10}, {"title": "b", "minutes": 5, "transition": 2}],
        ["a 18:00-18:10", "b 18:12-18:17"],
    ),
    "a set end": (
        [{"title": "a", "minutes": 10, "until": "18:00"}],
        ["a 17:50-18:00"],
    ),
    "a dropped item": (
        [
            {"title": "a", "time": "18:00", "minutes": 5},
            {"title": "b", "minutes": 5, "status": "cancelled"},
            "c",
        ],
        ["a 18:00-18:05", "b None-None", "c 18:05-None"],
    ),
    "a second day": (
        [{"title": "a", "time": "18:00", "minutes": 5}, {"title": "b", "time": "17:00", "day": 2}],
        ["a 18:00-18:05", "b 17:00-None"],
    ),
}


@pytest.mark.parametrize("case", SHAPES, ids=str)
def test_shapes_are_understood(run: Any, case: str) -> None:
    """The ways to write a programme that the manual names."""
    document, expected = SHAPES[case]

    assert spans(answer(run(document))) == expected


def test_date_in_words_is_kept_and_remarked(run: Any) -> None:
    """A date that is not one day computes without dates, and says so."""
    one = answer(
        run({"date": "2010 and later", "zone": "Europe/London", "items": [{"title": "a", "time": "11:00"}]})
    )

    assert one["date"] == "2010 and later"
    assert one["items"][0]["date"] is None
    assert one["remarks"] == [
        "The date “2010 and later” is not one day, so times are told without dates.",
        "No day is known, so the time zone has no effect.",
    ]


def test_time_in_words_is_remarked(run: Any) -> None:
    """What is told in words only is not guessed."""
    one = answer(run([{"title": "a", "time": "at dawn"}]))

    assert one["items"][0]["time"] == "at dawn"
    assert one["items"][0]["remarks"] == [
        "The time “at dawn” is told in words, so nothing is computed from it."
    ]


def test_start_with_a_date_gives_the_day(run: Any) -> None:
    """The start alone is enough to date a programme, in the venue's zone."""
    document = {
        "starts_at": "2025-02-25T22:30Z",
        "zone": "Europe/Bucharest",
        "items": [{"title": "a", "minutes": 5}],
    }

    assert answer(run(document))["items"][0]["start_at"] == "2025-02-26T00:30:00+02:00"


def test_conflicts_stand_beside_the_item_and_together(run: Any) -> None:
    """A conflict says what, with whom, how much, and in a sentence."""
    one = answer(
        run([{"title": "A", "time": "10:00", "minutes": 30}, {"title": "B", "time": "10:20", "minutes": 5}])
    )

    assert [conflict["kind"] for conflict in one["items"][1]["conflicts"]] == ["too-tight", "overlap"]
    assert one["conflicts"][1] == {
        "item": "2",
        "kind": "overlap",
        "is_wrong": True,
        "other": "1",
        "seconds": 300,
        "sentence": "“B” begins at 10:20, while “A” lasts until 10:30.",
    }


def test_csv_has_one_line_an_item(run: Any) -> None:
    """The same facts for a spreadsheet; what looks like a formula is made harmless."""
    document = {
        "id": "evening",
        "items": [
            {"title": "=A1", "time": "10:00", "minutes": 30},
            {"title": "B", "time": "10:20", "minutes": 5},
        ],
    }

    result = run(document, "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["programme"], row["number"], row["title"], row["start"], row["end"]) for row in rows] == [
        ("evening", "1", "'=A1", "10:00", "10:30"),
        ("evening", "2", "B", "10:20", "10:25"),
    ]
    assert rows[1]["conflicts"].endswith("“B” begins at 10:20, while “=A1” lasts until 10:30.")


def test_standard_input_is_read(app: typer.Typer) -> None:
    """A single dash reads standard input."""
    result = CliRunner().invoke(app, ["times", "-"], input='[{"title": "Țoiu, Əliyeva", "time": "10:00"}]')

    assert answer(result)["items"][0]["title"] == "Țoiu, Əliyeva"


def test_byte_order_mark_is_passed_over(run: Any) -> None:
    """Files saved by an office program are read."""
    assert answer(run(None, raw=b'\xef\xbb\xbf["a"]'))["items"][0]["title"] == "a"


def test_unknown_fields_are_told_and_passed_over(run: Any) -> None:
    """A field of another tool does no harm and comes out again."""
    result = run([{"title": "a", "colour": "red"}, {"title": "b", "colour": "blue"}])

    assert [row["colour"] for row in answer(result)["items"]] == ["red", "blue"]
    assert result.stderr.endswith("evening.json: The field “colour” is not known and was passed over.\n")
    assert result.stderr.count("\n") == 1
