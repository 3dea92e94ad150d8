"""The screen of the hall follows the caller: what an item shows is put on, started, held and ended."""

from collections.abc import Iterator

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.programme.actions import screening as actions
from chancery.programme.live import Live
from chancery.programme.models import Screening, Showing
from chancery.rules.timing import Called, CallState

State = Screening.State


def follow(live: Live, after: Called, *, by: Actor) -> None:
    """Let the screen do what the step from `live` to `after` asks of it; other items leave it alone."""
    for showing in _shown(live, after.standing_by):
        _make_ready(live, showing, after, by=by)
    for ref in live.called.running:
        if ref not in after.running:
            _stop(live, ref, is_taken_back=ref not in after.begun, by=by)
    for ref in after.running:
        if ref not in live.called.running:
            _start(live, ref, by=by)
    _hold_or_go_on(live, after, by=by)


def rehearse(event: Event, *, is_rehearsal: bool, by: Actor) -> None:
    """Tell the screen that what follows notes no times, or does again."""
    screening = Screening.objects.filter(event=event).first()
    if screening is not None and screening.is_rehearsal != is_rehearsal:
        screening.is_rehearsal = is_rehearsal
        audit.update(screening, by=by, code="programme.screening.rehearsal")


def _shown(live: Live, ref: str) -> Iterator[Showing]:
    """The film of an item that has a file, if there is one."""
    item = live.item(ref)
    showings = item.showings.all() if item else ()
    found = (each for each in showings if each.film and each.film.file_id)
    first = next(found, None)
    if first is not None:
        yield first


def _of(live: Live) -> Screening | None:
    return Screening.objects.filter(event=live.event).select_related("showing__item").first()


def _make_ready(live: Live, showing: Showing, after: Called, *, by: Actor) -> None:
    """Put a film on beforehand, so that the machine has it; what is running is never taken off."""
    screening = _of(live)
    running = screening.showing.item.ref if screening and screening.showing else ""
    if screening is None or (screening.showing_id != showing.pk and running not in after.running):
        _put_on(live, showing, by=by)


def _put_on(live: Live, showing: Showing, *, by: Actor) -> None:
    screening = actions.put_on(showing, by=by)
    if screening.is_rehearsal != live.is_rehearsal:
        actions.rehearse(live.event, is_rehearsal=live.is_rehearsal, by=by)


def _start(live: Live, ref: str, *, by: Actor) -> None:
    for showing in _shown(live, ref):
        screening = _of(live)
        if screening is None or screening.showing_id != showing.pk:
            _put_on(live, showing, by=by)
        actions.start(live.event, by=by)


def _stop(live: Live, ref: str, *, is_taken_back: bool, by: Actor) -> None:
    screening = _of(live)
    if screening is None or screening.showing is None or screening.showing.item.ref != ref:
        return
    if is_taken_back:
        actions.back_to_start(live.event, by=by)
    elif screening.state != State.ENDED:
        actions.end(live.event, by=by)


def _hold_or_go_on(live: Live, after: Called, *, by: Actor) -> None:
    was_held, is_held = (state.state is CallState.HELD for state in (live.called, after))
    screening = _of(live) if was_held != is_held else None
    if screening is None or screening.showing is None or screening.showing.item.ref not in after.running:
        return
    if is_held and screening.state == State.PLAYING:
        actions.pause(live.event, by=by)
    if was_held and screening.state == State.PAUSED:
        actions.start(live.event, by=by)
