"""What the operator of a film commands, and what comes back from the machine in the hall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme.models import Item, Screening, Showing
from chancery.programme.screens import stands_at

State = Screening.State

MOST_LANGUAGES = 2
"""More lines of subtitles hide the picture."""

SAID_EVERY = timedelta(seconds=2)
"""A report that tells nothing new is written down this often."""


class NothingOnScreen(Exception):
    """No film has been put on the screen of the hall."""


@dataclass(frozen=True, slots=True)
class Report:
    """
    What the machine of the hall says: `turn` is the command it follows, `position` in seconds.

    `is_by_hand` tells that somebody at the machine, or the end of the film, made the state `ago` seconds ago;
    it may be long ago, for the network may have been cut. `problem` is one of `PROBLEMS`.
    """

    turn: int
    state: State
    position: float
    is_ready: bool
    loaded: int
    problem: str
    is_by_hand: bool
    ago: float = 0


@transaction.atomic
def open_link(event: Event, *, by: Actor) -> Screening:
    """Make the link of the hall; one made before is withdrawn with it."""
    screening = _locked(event)
    if screening is None:
        return audit.create(Screening(event=event, is_open=True), by=by, code="programme.screening.opened")
    screening.code, screening.is_open = new_code(), True
    screening.hall_is_ready, screening.hall_seen_at = False, None
    audit.update(screening, by=by, code="programme.screening.opened")
    return screening


@transaction.atomic
def withdraw_link(event: Event, *, by: Actor) -> None:
    """Withdraw the link of the hall; the machine that holds it shows a closed page within a second."""
    screening = _locked(event)
    if screening is not None and screening.is_open:
        screening.is_open = False
        audit.update(screening, by=by, code="programme.screening.withdrawn")


@transaction.atomic
def put_on(showing: Showing, *, by: Actor) -> Screening:
    """Put a film on the screen of its event, at its beginning, without any subtitles."""
    event = showing.item.event
    screening = _locked(event) or audit.create(Screening(event=event), by=by, code="programme.screening.made")
    screening.showing, screening.languages = showing, []
    _command(screening, State.WAITING, 0, by=by, code="programme.screening.put_on")
    return screening


@transaction.atomic
def start(event: Event, *, by: Actor) -> AuditLine | None:
    """
    Let the film run from where it stands, from the beginning if it was over.

    An item that is nothing but a film has begun now, unless that is noted already or this is a rehearsal;
    the line of that note is returned, so that it can be undone. Errors: NothingOnScreen.
    """
    screening = _on_screen(event)
    return _start(screening, stands_at(screening, timezone.now()), by=by)


def _start(
    screening: Screening, position: float, *, by: Actor, at: datetime | None = None
) -> AuditLine | None:
    if screening.state == State.ENDED:
        position = 0
    if screening.state != State.PLAYING:
        screening.started_by = by.user
    _command(screening, State.PLAYING, position, by=by, code="programme.screening.started")
    return _note_begin(screening, at or timezone.now(), by=by)


@transaction.atomic
def pause(event: Event, *, by: Actor) -> None:
    """Hold the film where it is. Errors: NothingOnScreen."""
    screening = _on_screen(event)
    _command(
        screening,
        State.PAUSED,
        stands_at(screening, timezone.now()),
        by=by,
        code="programme.screening.paused",
    )


@transaction.atomic
def back_to_start(event: Event, *, by: Actor) -> None:
    """Stop the film and show the card before it; times noted stay. Errors: NothingOnScreen."""
    _command(_on_screen(event), State.WAITING, 0, by=by, code="programme.screening.rewound")


@transaction.atomic
def end(event: Event, *, by: Actor) -> AuditLine | None:
    """Stop the film for good; its item has ended now, as `start` says. Errors: NothingOnScreen."""
    screening = _on_screen(event)
    return _end(screening, stands_at(screening, timezone.now()), by=by)


def _end(screening: Screening, position: float, *, by: Actor, at: datetime | None = None) -> AuditLine | None:
    _command(screening, State.ENDED, position, by=by, code="programme.screening.ended")
    return _note_end(screening, at or timezone.now(), by=by)


@transaction.atomic
def choose_subtitles(event: Event, languages: Sequence[str], *, by: Actor) -> None:
    """Show the subtitles of these languages, two at most, or none. Errors: NothingOnScreen."""
    screening = _on_screen(event)
    screening.languages = list(dict.fromkeys(languages))[:MOST_LANGUAGES]
    screening.turn += 1
    audit.update(screening, by=by, code="programme.screening.subtitles")


@transaction.atomic
def rehearse(event: Event, *, is_rehearsal: bool, by: Actor) -> None:
    """Say whether what follows is a rehearsal, which notes no times. Errors: NothingOnScreen."""
    screening = _on_screen(event)
    screening.is_rehearsal = is_rehearsal
    audit.update(screening, by=by, code="programme.screening.rehearsal")


def take_report(screening: Screening, report: Report, *, now: datetime) -> Screening:
    """
    Keep what the machine of the hall says; what was done there by hand becomes the state.

    A report that follows an older command never overrules the newer one.
    """
    if report.is_by_hand and report.state != screening.state:
        screening = _follow_hand(screening, report, now)
    if _tells_something(screening, report, now):
        _keep(screening, report, now)
    return screening


@transaction.atomic
def _follow_hand(screening: Screening, report: Report, now: datetime) -> Screening:
    locked = _locked(screening.event)
    if locked is None or locked.showing is None or report.turn != locked.turn or report.state == locked.state:
        return screening
    hall, at = Actor(screening.event.organiser_id), now - timedelta(seconds=report.ago)
    # The machine is there already: a new turn would undo what is done at it meanwhile.
    locked.turn -= 1
    if report.state == State.PLAYING:
        _start(locked, report.position, by=hall, at=at)
    elif report.state == State.ENDED:
        _end(locked, report.position, by=hall, at=at)
    else:
        code = "programme.screening.paused" if report.state == State.PAUSED else "programme.screening.rewound"
        _command(locked, report.state, report.position, by=hall, code=code)
    return locked


def _tells_something(screening: Screening, report: Report, now: datetime) -> bool:
    """Whether a report is new, or the last one is long ago: four a second would only wear out the disk."""
    told = (screening.hall_turn, screening.hall_state, screening.hall_is_ready, screening.hall_problem)
    is_new = told != (report.turn, report.state, report.is_ready, report.problem)
    is_new = is_new or (screening.hall_loaded != report.loaded and report.loaded in (0, 100))
    return is_new or screening.hall_seen_at is None or now - screening.hall_seen_at >= SAID_EVERY


@transaction.atomic
def _keep(screening: Screening, report: Report, now: datetime) -> None:
    """The state of a machine is no change of the office's, so it leaves no line in the history."""
    told = {
        "hall_seen_at": now,
        "hall_turn": report.turn,
        "hall_state": report.state,
        "hall_is_ready": report.is_ready,
        "hall_position_seconds": report.position,
        "hall_loaded": report.loaded,
        "hall_problem": report.problem,
    }
    Screening.objects.filter(pk=screening.pk, code=screening.code).update(**told)
    for name, value in told.items():
        setattr(screening, name, value)


def _locked(event: Event) -> Screening | None:
    return Screening.objects.select_for_update().filter(event=event).first()


def _on_screen(event: Event) -> Screening:
    screening = _locked(event)
    if screening is None or screening.showing is None:
        raise NothingOnScreen
    return screening


def _command(screening: Screening, state: State, position: float, *, by: Actor, code: str) -> None:
    screening.state, screening.position_seconds = state, round(position, 1)
    screening.at = timezone.now()
    screening.turn += 1
    audit.update(screening, by=by, code=code)


def _note_begin(screening: Screening, at: datetime, *, by: Actor) -> AuditLine | None:
    item = _timed_item(screening)
    if item is None or item.started_at is not None or item.ended_at is not None:
        return None
    item.started_at = at
    return _noted(item, by=by)


def _note_end(screening: Screening, at: datetime, *, by: Actor) -> AuditLine | None:
    """Only the last film of an item ends it."""
    item = _timed_item(screening)
    if item is None or item.started_at is None or item.ended_at is not None:
        return None
    films = Showing.objects.filter(item=item, film__isnull=False).order_by("-id")
    if films.values_list("pk", flat=True).first() != screening.showing_id:
        return None
    item.ended_at = max(at, item.started_at)
    return _noted(item, by=by)


def _timed_item(screening: Screening) -> Item | None:
    """The item whose times are those of its film; a film within another item says nothing about that one."""
    if screening.is_rehearsal or screening.showing is None:
        return None
    item = screening.showing.item
    return item if item.kind == Item.Kind.FILM else None


def _noted(item: Item, *, by: Actor) -> AuditLine | None:
    with audit.collected() as lines:
        audit.update(item, by=by, code="programme.item.happened")
    return lines[0] if lines else None
