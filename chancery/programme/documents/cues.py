"""Cue sheets: one for all, one a department, and a table (R94)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.printed_sheet import printed_sheet
from chancery.base.sheets import Column, Sheet
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.programme import papers, queries
from chancery.programme.models import Cue, Item
from chancery.rules import timing


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item with its planned times; `seconds` since the start of the programme, None where unknown."""

    item: Item
    timed: timing.Timed
    seconds: int | None

    @property
    def time(self) -> str:
        return timing.moment_words(self.timed.start) if self.timed.start else self.item.printed_time

    @property
    def elapsed(self) -> str:
        """+0:05, with seconds only where there are any; empty where the time is unknown."""
        if self.seconds is None:
            return ""
        sign = "-" if self.seconds < 0 else "+"
        hours, rest = divmod(abs(self.seconds), 3600)
        minutes, left = divmod(rest, 60)
        tail = f":{left:02}" if left else ""
        return f"{sign}{hours}:{minutes:02}{tail}"

    def duration(self, language: str) -> str:
        return cldr.duration_in_words(self.timed.seconds, language) if self.timed.seconds else ""

    def title(self, language: str) -> str:
        return wording(self.item.titles, language).text or str(self.item.get_kind_display())

    def people(self, language: str) -> str:
        taking_part = (each.participation for each in self.item.contributions.all())
        return ", ".join(words.name_of(who, language) for who in taking_part)


def timed_items(event: Event) -> list[TimedItem]:
    """Every item that is held, in order, so that a department hears where the caller is."""
    items = [item for item in queries.items_of(event) if item.status != Item.Status.DROPPED]
    plan = queries.timing_of(event, items)
    since = timing.elapsed(plan)
    return [TimedItem(item, plan.of(item.ref), since.get(item.ref)) for item in items]


def departments_of(event: Event) -> list[str]:
    """The departments that have a cue, by alphabet."""
    named = Cue.objects.filter(item__event=event).exclude(item__status=Item.Status.DROPPED)
    return sorted(set(named.values_list("department", flat=True)))


def cue_sheet(event: Event, *, department: str, language: str, imprint: Imprint) -> bytes:
    """Print the cue sheet of one department, or of all for an empty `department` (R94)."""
    with override(language):
        heading = gettext("Cue sheet")
        values: papers.CueSheet = {
            "format": imprint.stock.sheet,
            "heading": heading,
            "department": department,
            "event": words.event_lines(event, language),
            "summary": "",
            "rows": [_row(each, department, language) for each in timed_items(event)],
        }
    title = f"{heading} · {department}" if department else heading
    return papers.CUE_SHEET.pdf(values, language=language, title=title, imprint=imprint)


def _row(each: TimedItem, department: str, language: str) -> papers.CueRow:
    item = each.item
    return {
        "time": each.time,
        "elapsed": each.elapsed,
        "duration": each.duration(language),
        "item": each.title(language),
        "note": each.people(language),
        "responsible": item.responsible,
        "is_transition": item.kind == Item.Kind.TRANSITION,
        "is_anchored": item.anchor_at is not None,
        "cues": [
            {"kind": _kind(cue), "department": "" if department else cue.department, "text": cue.text}
            for cue in item.cues.all()
            if not department or cue.department == department
        ],
    }


def _kind(cue: Cue) -> Literal["stand-by", "go", "hold"]:
    return "stand-by" if cue.kind == "stand-by" else "hold" if cue.kind == "hold" else "go"


def cue_table(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the cues of all departments as a table that an office can edit."""
    with override(language):
        columns = [
            Column(gettext("Time"), 8),
            Column(gettext("Elapsed"), 9),
            Column(gettext("Duration"), 10),
            Column(gettext("Item"), 44, wraps=True),
            Column(gettext("People"), 32, wraps=True),
            Column(gettext("Responsible"), 22, wraps=True),
            Column(gettext("Department"), 18),
            Column(gettext("Type of cue"), 12),
            Column(gettext("Cue"), 48, wraps=True),
        ]
        sheet = Sheet(gettext("Cue sheet"), columns, list(_table_rows(event, language)))
    return printed_sheet(sheet, language=language, imprint=imprint)


def _table_rows(event: Event, language: str) -> Iterator[Sequence[str]]:
    """One row a cue; an item without a cue has one row too."""
    for each in timed_items(event):
        item = (
            each.time,
            each.elapsed,
            each.duration(language),
            each.title(language),
            each.people(language),
            each.item.responsible,
        )
        for cue in each.item.cues.all():
            yield (*item, cue.department, str(cue.get_kind_display()), cue.text)
        if not each.item.cues.all():
            yield (*item, "", "", "")
