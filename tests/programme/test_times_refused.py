"""`chancery times` on what it cannot read: one sentence that says what is wrong, where, and what to do."""

from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

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
