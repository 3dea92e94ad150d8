"""The run sheet at any moment: planned, projected and actual times, and every cue (R94)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from django.utils.translation import gettext, override

from chancery.accounts.imprints import imprint_of
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.events import wording as words
from chancery.programme import desk_of_calls, papers, queries
from chancery.programme.live import Evening
from chancery.programme.models import Item
from chancery.programme.running import RunState

KINDS: Mapping[str, Literal["stand-by", "go", "hold"]] = {"stand-by": "stand-by", "hold": "hold"}


def imprint(evening: Evening, language: str, *, now: datetime, author: str) -> Imprint:
    """What a run sheet says about itself: its version is that of the programme and the last step."""
    event, run = evening.live.event, evening.live.run
    version = f"{queries.revision_of(event)}.{run.revision if run else 0}"
    return replace(imprint_of(event.organiser, language, now=now, author=author), version=version)


def run_sheet(state: RunState, *, language: str, imprint: Imprint) -> bytes:
    """Print the run as it stands."""
    live, told = state.evening.live, state.as_json()
    with override(language):
        desk = desk_of_calls.desk_of(told)
        by_code = {item.code: item for item in live.items}
        heading = gettext("Run sheet")
        values: papers.RunSheet = {
            "format": imprint.stock.sheet,
            "heading": heading,
            "event": words.event_lines(live.event, language),
            "summary": _summary(desk, told),
            "rows": [
                _row(row, item, by_code[row.code], told, language)
                for row, item in zip(desk.rows, told["items"], strict=True)
            ],
        }
    return papers.RUN_SHEET.pdf(values, language=language, title=heading, imprint=imprint)


def _summary(desk: desk_of_calls.Desk, told: Mapping[str, Any]) -> str:
    if told["state"] == "ready":
        return gettext("Not begun")
    if told["state"] == "over":
        return gettext("The programme is over")
    values = {"drift": desk.drift, "end": desk.end}
    return gettext("%(drift)s, end at %(end)s") % values if desk.end else desk.drift


def _row(
    row: desk_of_calls.Row, told: Mapping[str, Any], item: Item, state: Mapping[str, Any], language: str
) -> papers.RunRow:
    seconds = told["seconds"]
    is_out = row.progress in ("skipped", "dropped")
    return {
        "planned": row.planned,
        "projected": row.projected,
        "actual": row.actual,
        "elapsed": _elapsed(told, state),
        "duration": cldr.duration_in_words(seconds, language) if seconds else "",
        "item": wording(told["titles"], language).text,
        "note": ", ".join(who["name"] for who in told["speakers"]),
        "responsible": item.responsible,
        "state": row.mark if is_out or told["progress"] == "running" else "",
        "is_out": is_out,
        "is_transition": item.kind == Item.Kind.TRANSITION,
        "is_anchored": row.is_anchor,
        "cues": [
            {"kind": KINDS.get(cue.kind, "go"), "department": cue.department, "text": cue.text}
            for cue in item.cues.all()
        ],
    }


def _elapsed(told: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    """Since the real start, once there is one: +0:12:30."""
    begun = [item["start"] for item in state["items"] if item["progress"] in desk_of_calls.BEGUN]
    start = told["start"]
    if not begun or start is None:
        return ""
    hours, rest = divmod(round((start - min(begun)) / 1000), 3600)
    return f"+{hours}:{rest // 60:02}:{rest % 60:02}"
