"""The steps of the caller: each is written at once, and never twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.reasons import in_words
from chancery.events.models import Event
from chancery.programme import live as runs
from chancery.programme.actions import noting, on_screen
from chancery.programme.actions.telling import publish_run
from chancery.programme.live import Live
from chancery.programme.models import Item, Run, Step
from chancery.rules import timing
from chancery.rules.timing import Called, CallKind, Press

OLDEST = timedelta(hours=12)
"""A press that says it is older than this has a wrong clock; it counts from here on."""


class StepRefused(Exception):
    """The step cannot be taken; `str()` is one sentence in the language of whoever asked."""


@transaction.atomic
def take_step(
    event: Event,
    kind: Step.Kind | str,
    *,
    uid: UUID,
    by: Actor,
    at: datetime,
    item: Item | None = None,
    seconds: int | None = None,
    words: str = "",
    new: Mapping[str, Any] | None = None,
) -> Step:
    """
    Take one step of the caller and write it, with the real times it makes; desks and screens hear of it.

    Shape: a step that was taken already (by `uid`) is returned as it stands. `at` is when the key was
    pressed, which may be earlier than now. For an added item `item` is the one before it and `new` holds
    `kind`, `language`; `words` is its title and `seconds` its length.
    Errors: StepRefused in one sentence; then nothing changes.
    """
    run = _locked(event)
    known = Step.objects.filter(uid=uid).select_related("run").first()
    if known is not None:
        return _of_run(known, run)
    now = timezone.now()
    at = min(max(at, now - OLDEST), now)
    live = runs.live_of(event, run)
    ref = item.ref if item else ""
    words = _words_of_taking(live, kind, words)
    pressed = Press(str(uid), CallKind(kind), at, str(by.user.pk) if by.user else "", ref, seconds, words)
    _refuse(live, pressed, now)
    press = timing.named(live.course, live.called, pressed)
    item = item or live.item(press.item)
    if press.kind is CallKind.ADD:
        item = _added(event, item, words, seconds, new or {}, by=by)
    after = timing.stepped(live.course, live.called, press)
    before = noting.note_times(live, after, by=by)
    step = _written(run, press, item, before, by=by)
    _keep(run, live, after, now)
    on_screen.follow(live, after, by=by)
    publish_run(event, None if press.kind is CallKind.ADD else replace(live, run=run, called=after))
    return step


@transaction.atomic
def rehearse(event: Event, *, is_rehearsal: bool, by: Actor) -> Run:
    """
    Begin a rehearsal, begin it anew, or go back to the real run; what was rehearsed counts no more.

    Errors: StepRefused once the real run has begun, for its times stand in the record.
    """
    run = _locked(event)
    live = runs.live_of(event, run)
    if not run.is_rehearsal and live.called.begun:
        raise StepRefused(_("The programme has begun in earnest; it cannot be rehearsed any more."))
    run.is_rehearsal, run.since = is_rehearsal, run.revision
    _take_over_state(run, live, timing.Called())
    audit.update(run, by=by, code="programme.run.rehearsal")
    on_screen.rehearse(event, is_rehearsal=is_rehearsal, by=by)
    publish_run(event)
    return run


@transaction.atomic
def follow_steps(event: Event) -> None:
    """Let the row of a run follow from its steps once more, as after they came in an event folder."""
    run = Run.objects.filter(event=event).first()
    if run is None:
        return
    last = run.steps.last()
    run.revision = last.number if last else run.since
    live = runs.live_of(event, run)
    _take_over_state(run, live, live.called)
    run.save()
    publish_run(event)


def seen(event: Event, user: Any, *, now: datetime) -> None:
    """Keep that the desk which has the call is there; no change of the office's, so it leaves no line."""
    stale = now - timedelta(seconds=5)
    of_caller = Run.objects.filter(event=event, caller=user).exclude(caller_seen_at__gt=stale)
    of_caller.update(caller_seen_at=now)


def _locked(event: Event) -> Run:
    Run.objects.get_or_create(event=event)
    return Run.objects.select_for_update(of=("self",)).select_related("caller", "asked_by").get(event=event)


def _of_run(known: Step, run: Run) -> Step:
    if known.run_id != run.pk:
        raise StepRefused(_("This step belongs to another programme; press again."))
    return known


def _refuse(live: Live, press: Press, now: datetime) -> None:
    if press.words == timing.OVER_SILENCE and press.kind is CallKind.TAKE:
        _refuse_taking_over(live, now)
    reason = timing.refusal(live.course, live.called, press)
    if reason is None:
        return
    if "caller" in reason.values and live.run:
        name = str(live.run.caller) if live.run.caller else runs.name_of(live.called.caller)
        reason = timing.with_caller(reason, name)
    raise StepRefused(in_words(reason))


def _words_of_taking(live: Live, kind: Step.Kind | str, words: str) -> str:
    """Nobody is asked for the call who has no account here."""
    return timing.OVER_SILENCE if kind == Step.Kind.TAKE and runs.name_of(live.called.caller) else words


def _refuse_taking_over(live: Live, now: datetime) -> None:
    seen_at = live.run.caller_seen_at if live.run else None
    if live.called.caller and seen_at is not None and now - seen_at < runs.SILENT_AFTER:
        raise StepRefused(_("The desk that has the call is still there; ask for the call."))


def _added(
    event: Event, after: Item | None, title: str, seconds: int | None, new: Mapping[str, Any], *, by: Actor
) -> Item:
    """Add what came on the day behind another item; the plan stays as it was."""
    item = Item(
        event=event,
        kind=new.get("kind", Item.Kind.OTHER),
        titles={new["language"]: title} if title else {},
        duration_seconds=seconds,
        is_planned=False,
        position=after.position if after else 0,
        parent=after.parent if after else None,
    )
    return audit.create(item, by=by, code="programme.item.came")


def _written(run: Run, press: Press, item: Item | None, before: Mapping[str, Any], *, by: Actor) -> Step:
    step = Step(
        run=run,
        uid=press.uid,
        number=run.revision + 1,
        kind=press.kind.value,
        item=item,
        at=press.at,
        by=by.user,
        by_name=str(by.user),
        seconds=press.seconds,
        words=press.words,
        before=dict(before),
        is_rehearsal=run.is_rehearsal,
    )
    return audit.create(step, by=by, code=f"programme.run.{press.kind.value}")


def _keep(run: Run, live: Live, after: Called, now: datetime) -> None:
    """Keep where the steps lead on the row of the run; the step itself is the line of the history."""
    run.revision += 1
    if after.caller != live.called.caller:
        run.caller_seen_at = now
    _take_over_state(run, live, after)
    run.save()


def _take_over_state(run: Run, live: Live, after: Called) -> None:
    run.state, run.held_at, run.word_to_speaker = after.state.value, after.held_at, after.word
    run.current, run.standing_by = live.item(after.current), live.item(after.standing_by)
    run.caller_id, run.asked_by_id = runs.account_of(after.caller), runs.account_of(after.asked_by)
