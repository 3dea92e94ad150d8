"""Write computed times beside what was read: as JSON, or as CSV for a spreadsheet."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from chancery.rules.timing import Conflict, Moment, Plan, Timed, clock_words, elapsed

from .reading import ReadProgramme

COLUMNS = (
    "programme",
    "number",
    "id",
    "title",
    "time",
    "date",
    "day",
    "start",
    "end",
    "end_day",
    "start_at",
    "end_at",
    "duration_seconds",
    "elapsed_seconds",
    "how",
    "counted_from",
    "ends_by",
    "latest_arrival",
    "status",
    "reasons",
    "remarks",
    "conflicts",
)
# a spreadsheet takes a cell that begins like this for a formula
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

type Row = dict[str, object]


def as_json(programmes: Sequence[tuple[ReadProgramme, Plan]], head: Mapping[str, object] | None) -> str:
    """
    Write programmes as JSON.

    Shape: one programme, or many under `programmes` beside what else stood there (`head`). What was read
    stands unchanged; beside it each item has its computed times, how they were found, and its conflicts;
    each programme has all its conflicts once more, and remarks on what was not understood.
    """
    written = [_programme(read, plan) for read, plan in programmes]
    document = written[0] if head is None else {**head, "programmes": written}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_csv(programmes: Sequence[tuple[ReadProgramme, Plan]]) -> str:
    """
    Write one line an item.

    Shape: the columns of COLUMNS; sentences of one cell are joined by a space. Text that a spreadsheet
    would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for read, plan in programmes:
        for row in _rows(read, plan):
            cells = {"programme": read.head.get("id") or read.head.get("ref"), **row}
            writer.writerow({name: _cell(cells.get(name)) for name in COLUMNS})
    return out.getvalue()


def _programme(read: ReadProgramme, plan: Plan) -> Row:
    return {
        **read.head,
        "remarks": list(read.remarks),
        "items": list(_rows(read, plan)),
        "conflicts": [{"item": conflict.item_id, **_conflict(conflict)} for conflict in plan.conflicts],
    }


def _rows(read: ReadProgramme, plan: Plan) -> Iterator[Row]:
    since_start = elapsed(plan)
    for timed in plan.items:
        row = read.rows[timed.item_id]
        yield {
            "number": row.number,
            "id": timed.item_id,
            "title": row.item.title,
            "time": row.printed,
            **{name: value for name, value in row.written.items() if name not in COLUMNS},
            **_times(timed),
            "elapsed_seconds": since_start.get(timed.item_id),
            "how": timed.how.value,
            "counted_from": timed.counted_from or None,
            "status": row.item.status.value,
            "reasons": [reason.words() for reason in timed.reasons],
            "remarks": list(row.remarks),
            "conflicts": [_conflict(conflict) for conflict in timed.conflicts],
        }


def _times(timed: Timed) -> Row:
    start, end = timed.start, timed.end
    return {
        "date": start.on.isoformat() if start and start.on else None,
        "day": None if start is None else start.day + 1,
        "start": _clock(start),
        "end": _clock(end),
        "end_day": None if end is None else end.day + 1,
        "start_at": _full(start),
        "end_at": _full(end),
        "duration_seconds": timed.seconds,
        "ends_by": _clock(timed.ends_by),
        "latest_arrival": _clock(timed.latest_arrival),
    }


def _clock(moment: Moment | None) -> str | None:
    return clock_words(moment.clock) if moment else None


def _full(moment: Moment | None) -> str | None:
    """Date and time, with the offset where the zone is known; None without a date."""
    if moment is None or moment.on is None:
        return None
    if moment.instant is not None:
        return moment.instant.isoformat()
    return f"{moment.on.isoformat()}T{moment.clock.isoformat()}"


def _conflict(conflict: Conflict) -> Row:
    return {
        "kind": conflict.trouble.value,
        "is_wrong": conflict.is_wrong,
        "other": conflict.other_id or None,
        "seconds": conflict.seconds,
        "sentence": conflict.reason.words(),
    }


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = " ".join(str(one["sentence"]) if isinstance(one, dict) else str(one) for one in value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
