"""`chancery times`: plain programmes in, computed times and conflicts out."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.programme.commands import register

FIFTEEN = Path(__file__).parent / "programmes.json"


@pytest.fixture
def app() -> typer.Typer:
    """A command with this verb alone, as `chancery` has many."""
    made = typer.Typer(pretty_exceptions_enable=False)
    made.callback()(lambda: None)
    register(made)
    return made


@pytest.fixture
def run(app: typer.Typer, tmp_path: Path) -> Any:
    """Run the command on a document, given as JSON or as raw text."""

    def run_on(document: object, *options: str, raw: str | bytes | None = None) -> Result:
        path = tmp_path / "evening.json"
        content = json.dumps(document) if raw is None else raw
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(app, ["times", str(path), *options])

    return run_on


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


REFUSED: dict[str, tuple[object, str]] = {
    "not a list": ("evening", "there is no list of items; give a list of items or an object with “items”."),
    "no items": (
        {"title": "evening"},
        "field “items”: there is no list of items; give a list of items or an object with “items”.",
    ),
    "items not a list": (
        {"items": {}},
        "field “items”: this is not a list; write the items between [ and ].",
    ),
    "programmes not a list": (
        {"programmes": {}},
        "field “programmes”: this is not a list; write the programmes between [ and ].",
    ),
    "a programme without a name": (
        {"id": ["P1"], "items": []},
        "field “id”: “['P1']” is neither text nor a whole number; write the name or number of the programme.",
    ),
    "a programme that is none": (
        {"programmes": ["x"]},
        "programme “1”: a programme is not an object; write it between { and }.",
    ),
    "an item that is none": (
        ["a", 5],
        "item 2, field “title”: an item is neither an object nor text; write it between { and }.",
    ),
    "no title": ([{"minutes": 5}], "item 1, field “title”: it is missing; write what the item is."),
    "a title that is none": (
        [{"item": 5}],
        "item 1, field “item”: “5” is not text; write it between quotation marks.",
    ),
    "a time that is none": (
        ["a", {"title": "b", "time": "25:00"}],
        (
            "item 2, field “time”: “25:00” is not a clock time; "
            'write "11:00", "11:00:30", "2025-02-26T11:00" or "T-15".'
        ),
    ),
    "a time outside": (
        [{"title": "b", "time": "9001-01-01T10:00Z"}],
        "item 1, field “time”: “9001-01-01T10:00Z” is outside the years 1583 to 9000; correct the year.",
    ),
    "a number for a time": (
        [{"title": "b", "start": 1100}],
        (
            "item 1, field “start”: “1100” is not a clock time; "
            'write "11:00", "11:00:30", "2025-02-26T11:00" or "T-15".'
        ),
    ),
    "a duration that is none": (
        [{"title": "b", "duration": "soon"}],
        (
            "item 1, field “duration”: “soon” is not a duration; "
            'write minutes as a number, "5 min", "0:05" or "PT5M".'
        ),
    ),
    "a negative duration": (
        [{"title": "b", "minutes": -5}],
        (
            "item 1, field “minutes”: “-5” is not a duration; "
            'write minutes as a number, "5 min", "0:05" or "PT5M".'
        ),
    ),
    "true for a duration": (
        [{"title": "b", "minutes": True}],
        (
            "item 1, field “minutes”: “True” is not a duration; "
            'write minutes as a number, "5 min", "0:05" or "PT5M".'
        ),
    ),
    "a very long duration": (
        [{"title": "b", "minutes": 10**400}],
        f"item 1, field “minutes”: “1{'0' * 39}…” is longer than 31 days; write a shorter duration.",
    ),
    "negative seconds": (
        [{"title": "b", "seconds": [1]}],
        "item 1, field “seconds”: “[1]” is not a number of seconds; write a number that is not negative.",
    ),
    "the same thing twice": (
        [{"title": "b", "item": "c"}],
        "item 1, field “title”: “title” and “item” say the same thing twice; leave one of them out.",
    ),
    "a duration in minutes and seconds": (
        [{"title": "b", "minutes": 1, "seconds": 60}],
        (
            "item 1, field “seconds”: the duration is told twice, in minutes and in seconds; leave one of "
            "them out."
        ),
    ),
    "a misspelt field": (
        [{"title": "b", "durration": 5}],
        "item 1, field “durration”: there is no such field; write “duration”.",
    ),
    "a misspelt field above": (
        {"start_at": "19:00", "items": []},
        "field “start_at”: there is no such field; write “starts_at”.",
    ),
    "bounds the wrong way": (
        [{"title": "b", "min": 10, "max": 5}],
        "item 1, field “min”: the shortest duration is longer than the longest; correct one of them.",
    ),
    "under its shortest": (
        [{"title": "b", "minutes": 5, "min": 10}],
        "item 1, field “minutes”: the duration is shorter than its shortest; correct one of them.",
    ),
    "over its longest": (
        [{"title": "b", "minutes": 50, "max": 10}],
        "item 1, field “minutes”: the duration is longer than its longest; correct one of them.",
    ),
    "elastic and fixed": (
        [{"title": "b", "elastic": True, "fixed": True}],
        "item 1, field “elastic”: the item cannot be elastic and fixed; leave one of them out.",
    ),
    "fixed with bounds": (
        [{"title": "b", "fixed": True, "max": 10}],
        "item 1, field “max”: a fixed item has no shortest and longest duration; leave them or “fixed” out.",
    ),
    "neither true nor false": (
        [{"title": "b", "elastic": "yes"}],
        "item 1, field “elastic”: “yes” is neither true nor false; write one of them.",
    ),
    "an anchor without a time": (
        [{"title": "b", "anchored": True}],
        "item 1, field “anchored”: the item has no time it could be anchored at; write its “time”.",
    ),
    "a status that is none": (
        [{"title": "b", "status": "maybe"}],
        "item 1, field “status”: “maybe” is not a status; write fixed, tbc, moved, dropped or done.",
    ),
    "a day that is none": (
        [{"title": "b", "day": "two"}],
        "item 1, field “day”: “two” is not the number of a day; write 1 for the first day, 2 for the next.",
    ),
    "a date that does not exist": (
        {"date": "2025-02-30", "items": []},
        'field “date”: “2025-02-30” is not a day; write it as "2025-02-26".',
    ),
    "a year out of bounds": (
        {"date": "9999-12-31", "items": []},
        "field “date”: “9999-12-31” is outside the years 1583 to 9000; correct the year.",
    ),
    "a zone that is none": (
        {"zone": "Europe/Bukarest", "items": []},
        (
            "field “zone”: “Europe/Bukarest” is not the name of a time zone; "
            "write one such as “Europe/Bucharest”."
        ),
    ),
    "a zone outside": (
        {"zone": "../../etc/passwd", "items": []},
        (
            "field “zone”: “../../etc/passwd” is not the name of a time zone; "
            "write one such as “Europe/Bucharest”."
        ),
    ),
    "a start from the start": (
        {"starts_at": "T0", "items": []},
        "field “starts_at”: “T0” cannot be the start itself; write a clock time such as “19:00”.",
    ),
    "an id twice": (
        [{"id": "a"}, {"id": "a"}],
        "item 2, field “id”: “a” is used twice as an id; give each item its own.",
    ),
    "an unknown parent": (
        [{"title": "b", "parent": "z"}],
        "item 1, field “parent”: “1” has the parent “z”, which is not in the programme; name one that is.",
    ),
    "an unknown predecessor": (
        {"programmes": [{"id": "P", "items": [{"title": "b", "after": ["z"]}]}]},
        (
            "programme “P”, item 1, field “after”: "
            "“1” comes after “z”, which is not in the programme; name one that is."
        ),
    ),
    "a circle": (
        [{"id": "a", "after": "b"}, {"id": "b", "after": "a"}],
        "item 1, field “after”: “a” would have to come after itself; take one “after” out.",
    ),
    "nested in two": (
        [{"id": "x"}, {"id": "a", "items": [{"title": "b", "parent": "x"}]}],
        "item 2.1, field “parent”: the item is nested in another one already; leave “parent” out.",
    ),
    "too many items": (
        ["a"] * 5001,
        "field “items”: there are more than 5,000 items; split the programme.",
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_bad_input_is_refused_in_one_sentence(run: Any, tmp_path: Path, case: str) -> None:
    """File, item, field and what to do on standard error, exit code 2, nothing on standard output."""
    document, sentence = REFUSED[case]

    result = run(document)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path / 'evening.json'}: {sentence}\n"


BROKEN = {
    "empty": (b"", "the file is empty; write a list of items into it."),
    "blank": (b" \n", "the file is empty; write a list of items into it."),
    "broken off": (b'[{"title": "a"},\n', "not readable as JSON in line 2, column 1; correct the file."),
    "deeper than a reader can go": (
        b"[" * 200_000,
        "not readable as JSON; give a list of items or an object with “items”.",
    ),
    "not UTF-8": (b"\xff\xfe[\x00", "the file is not text in UTF-8; save it so."),
    "half a sign": (
        b'["\\ud800"]',
        "there is half a sign (\\ud800 to \\udfff alone); correct the text.",
    ),
    "a field twice": (
        b'[{"title": "a", "title": "b"}]',
        "the field “title” stands twice in one object; leave one of them out.",
    ),
    "a number beyond reading": (
        b'[{"title": "a", "minutes": ' + b"9" * 5000 + b"}]",
        "not readable as JSON; give a list of items or an object with “items”.",
    ),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_broken_file_is_refused_in_one_sentence(run: Any, tmp_path: Path, case: str) -> None:
    """What is not JSON text is named as such."""
    raw, sentence = BROKEN[case]

    result = run(None, raw=raw)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path / 'evening.json'}: {sentence}\n"


def test_not_a_number_is_not_a_duration(run: Any) -> None:
    """Python's reader lets NaN and Infinity through."""
    for written in ("NaN", "-Infinity"):
        assert run(None, raw=f'[{{"title": "a", "minutes": {written}}}]').exit_code == 2


@pytest.mark.parametrize("path", ["missing.json", "."])
def test_missing_file_is_named(app: typer.Typer, path: str) -> None:
    """A path that cannot be read ends with one sentence."""
    result = CliRunner().invoke(app, ["times", path])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{path}: ")
    assert result.stderr.count("\n") == 1
