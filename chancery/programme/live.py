"""A programme as it runs: its rows, the steps of the caller, and the evening projected from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from chancery.events.models import Event
from chancery.programme import queries
from chancery.programme.models import Item, Run, Step
from chancery.rules import timing
from chancery.rules.timing import Called, CallKind, CallState, Course, Press, Progress

SILENT_AFTER = timedelta(seconds=30)
"""So long without a word, and another desk may take the call over."""
_BY_NAME = "name:"


@dataclass(frozen=True, slots=True)
class Live:
    """
    A programme with its run as it stands: `run` is None before anybody called.

    `items` are all items of the event in their order, with what hangs on them; ids of the rules are refs.
    """

    event: Event
    run: Run | None
    items: Sequence[Item]
    course: Course
    called: Called

    @property
    def is_rehearsal(self) -> bool:
        """Whether no times are noted."""
        return self.run is not None and self.run.is_rehearsal

    def item(self, ref: str) -> Item | None:
        """The row of an item."""
        return next((item for item in self.items if item.ref == ref), None)

    def code_of(self, ref: str) -> str:
        """The code of an item by its id in the rules; empty for none."""
        item = self.item(ref)
        return item.code if item else ""


@dataclass(frozen=True, slots=True)
class Evening:
    """
    A run looked at from one moment.

    `now` and all times within are those of the evening: in a rehearsal as if the first item began in time.
    `shift` is how far they are ahead of the real clock. `offers` are the agreed cuts that help now.
    """

    live: Live
    now: datetime
    shift: timedelta
    plan: timing.Plan
    projection: timing.Projection
    offers: Sequence[timing.Offer]


def run_of(event: Event) -> Run | None:
    """The run of an event with whoever has the call, None before anybody called."""
    return Run.objects.select_related("caller", "asked_by").filter(event=event).first()


def steps_of(run: Run) -> QuerySet[Step]:
    """The steps that count now, in their order: a rehearsal begins anew, and what follows it too."""
    return run.steps.filter(number__gt=run.since).select_related("item").order_by("number")


def live_of(event: Event, run: Run | None, *, items: QuerySet[Item] | None = None) -> Live:
    """
    Load a programme as it runs, by a fixed number of queries.

    `items` are all items of the event for who needs less of them than everything that hangs on them.
    """
    rows = list(queries.items_ever(event) if items is None else items)
    presses = [press_of(step) for step in steps_of(run)] if run else []
    agreed = {item.ref for item in rows if item.cut_order is not None}
    agreed |= {press.item for press in presses if press.kind is CallKind.CUT}
    gone = {press.item for press in presses if press.kind is CallKind.GO}
    course = Course(timing.still_called(queries.readable(event, rows), gone), frozenset(agreed))
    return Live(event, run, rows, course, timing.called(course, presses))


def press_of(step: Step) -> Press:
    """Turn a kept step into the value the rules take; one of an item that is gone names what no item is."""
    kind = CallKind(step.kind)
    lost = str(step.uid) if kind in timing.OF_AN_ITEM else ""
    item = step.item.ref if step.item else lost
    return Press(str(step.uid), kind, step.at, _who_pressed(step), item, step.seconds, step.words)


def _who_pressed(step: Step) -> str:
    """Whoever has no account here, for the step came in an event folder, goes by name."""
    return str(step.by_id) if step.by_id else f"{_BY_NAME}{step.by_name}"


def account_of(who: str) -> int | None:
    """The key of the account that the rules know as `who`; None for nobody and for a mere name."""
    return int(who) if who and not who.startswith(_BY_NAME) else None


def name_of(who: str) -> str:
    """The name of somebody without an account here, as the rules know them; empty for all others."""
    return who.removeprefix(_BY_NAME) if who.startswith(_BY_NAME) else ""


def evening_of(live: Live, *, now: datetime) -> Evening:
    """Project a loaded run from `now` on (R95)."""
    called, shift = live.called, _shift_of(live, now)
    planned = replace(_programme(live, now), items=tuple(_planned_only(live)))
    running = replace(_programme(live, now), items=tuple(_as_running(live, shift)))
    offers = _offers(live, running, now + shift) if called.state is not CallState.OVER else ()
    projection = timing.projected(running, now=now + shift)
    return Evening(live, now + shift, shift, timing.planned(planned), projection, offers)


def _programme(live: Live, now: datetime) -> timing.Programme:
    """The programme on its day; where none is planned, the day it began, before that today."""
    programme = queries.programme_of(live.event, ())
    began = min(live.called.begun.values(), default=now)
    today = began.astimezone(ZoneInfo(live.event.time_zone)).date()
    return programme if programme.day else replace(programme, day=today)


def _planned_only(live: Live) -> list[timing.Item]:
    """The items as planned, without what came on the day and without any real times."""
    planned = {item.ref for item in live.items if item.is_planned}
    kept = (item for item in live.course.items if item.id in planned)
    return [replace(item, actual_start=None, actual_end=None) for item in kept]


def _as_running(live: Live, shift: timedelta) -> list[timing.Item]:
    """The items in the order they run, with their real times, without what is left out."""
    called = live.called
    return [_as_called(item, called, shift) for item in live.course.as_begun(called.begun)]


def _as_called(item: timing.Item, called: Called, shift: timedelta) -> timing.Item:
    begun, ended = called.begun.get(item.id), called.ended.get(item.id)
    cut = called.cut.get(item.id)
    made = replace(
        item,
        actual_start=begun + shift if begun else None,
        actual_end=ended + shift if ended else None,
    )
    if item.id in called.skipped or cut == 0:
        return replace(made, status=timing.Status.DROPPED)
    return replace(made, seconds=cut, is_elastic=False, least=None, most=None) if cut else made


def _shift_of(live: Live, now: datetime) -> timedelta:
    """How far the evening is ahead of the real clock: only a rehearsal is held at another time."""
    if not live.is_rehearsal:
        return timedelta()
    programme = replace(_programme(live, now), items=tuple(_planned_only(live)))
    starts = [timed.start.instant for timed in timing.planned(programme).items if timed.start]
    first = min((start for start in starts if start), default=None)
    began = min(live.called.begun.values(), default=now)
    return timedelta() if first is None else first - began


def _offers(live: Live, running: timing.Programme, now: datetime) -> Sequence[timing.Offer]:
    """The agreed cuts that help now, in the order agreed with the host (R95)."""
    called = live.called
    agreed = [item for item in live.items if item.cut_order is not None and called.is_open(item.ref)]
    agreed.sort(key=lambda item: (item.cut_order or 0, item.position, item.pk))
    taking_part = {item.id for item in running.items if not live.course.is_protected(item.id)}
    cuts = [timing.Cut(item.ref) for item in agreed if item.ref in taking_part]
    return timing.offered_cuts(running, cuts, now=now).offers if cuts else ()


def progress_of(evening: Evening) -> Mapping[str, str]:
    """Where every item stands: what was left out on the day is skipped, what was before it dropped."""
    live, called = evening.live, evening.live.called
    found = {each.item_id: each.progress.value for each in evening.projection.items}
    return {item.id: _progress(item.id, called, found.get(item.id)) for item in live.course.items}


def _progress(item: str, called: Called, projected: str | None) -> str:
    if item in called.skipped or called.cut.get(item) == 0:
        return "skipped"
    if projected is None:
        return Progress.DROPPED.value
    is_over = called.state is CallState.OVER and projected == Progress.TO_COME
    return Progress.PASSED_OVER.value if is_over else projected
