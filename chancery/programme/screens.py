"""The screen of the hall: which film is on it, where it stands, and what its machine reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.base.codes import LENGTH
from chancery.base.languages import any_text
from chancery.base.seals import is_sealed, sealed
from chancery.events.models import Event
from chancery.exhibition.models import CLEARED, Film, Rights, RightsModel, Subtitles
from chancery.programme.models import Item, Screening, Showing
from chancery.rules.subtitles import SECOND, clock_words

PURPOSE = "hall"

GONE_AFTER = timedelta(seconds=6)
"""So long without a word, and the machine of the hall counts as out of reach."""

HEARD_WITHIN = timedelta(seconds=5)
"""So long what the machine said of its film is better than reckoning."""

PROBLEMS = {
    "not-loaded": gettext_noop("The machine cannot load the film; look at its network."),
    "not-played": gettext_noop("The browser of the machine does not play this film; try another browser."),
    "not-touched": gettext_noop(
        "The browser of the machine waits for somebody to press “Ready” on its page."
    ),
    "no-subtitles": gettext_noop("The machine could not load the subtitles."),
}
"""What the machine can report, by the word it sends."""


@dataclass(frozen=True, slots=True)
class Hall:
    """
    What is known of the machine in the hall; `position` in seconds.

    `is_behind` while it has not yet followed the last command.
    """

    is_there: bool
    is_ready: bool
    is_behind: bool
    state: str
    position: float
    loaded: int
    problem: str

    @property
    def clock(self) -> str:
        """The position as people write it."""
        return clock_words(round(self.position * SECOND))


def token_of(screening: Screening) -> str:
    """Return the token of the link that the machine of the hall opens."""
    return sealed(PURPOSE, screening.code)


def screening_by(token: str) -> Screening | None:
    """Return the screening whose link this is, unless it was withdrawn."""
    if not is_sealed(PURPOSE, token):
        return None
    found = Screening.objects.filter(code=token[:LENGTH], is_open=True)
    return _with_film(found).first()


def screening_of(event: Event) -> Screening | None:
    """Return the screen of an event with its film, None before anybody set it up."""
    return _with_film(Screening.objects.filter(event=event)).first()


def _with_film(found: QuerySet[Screening]) -> QuerySet[Screening]:
    tracks = Subtitles.objects.defer("text").order_by("position", "id")
    return found.select_related(
        "event__organiser",
        "showing__item",
        "showing__film__file",
        "showing__film__file_check",
        "showing__film__poster",
        "started_by",
    ).prefetch_related(Prefetch("showing__film__subtitles", tracks))


def films_in(item: Item) -> list[Showing]:
    """The films that an item shows, each with its file, check and subtitles."""
    tracks = Subtitles.objects.defer("text").order_by("position", "id")
    return list(
        Showing.objects.filter(item=item, film__isnull=False)
        .select_related("film__file", "film__poster", "film__file_check")
        .prefetch_related(Prefetch("film__subtitles", tracks))
        .order_by("id")
    )


def film_of(screening: Screening) -> Film | None:
    """The film that is on the screen."""
    return screening.showing.film if screening.showing else None


def position_of(screening: Screening, now: datetime) -> float:
    """Where the film should be now, in seconds, reckoned from the last command."""
    if screening.state != Screening.State.PLAYING or screening.at is None:
        return screening.position_seconds
    return screening.position_seconds + (now - screening.at).total_seconds()


def stands_at(screening: Screening, now: datetime) -> float:
    """Where the film stands, in seconds: as its machine says, if that was just now, else as reckoned."""
    seen, told = screening.hall_seen_at, screening.hall_position_seconds
    is_fresh = seen is not None and now - seen < HEARD_WITHIN and screening.hall_turn == screening.turn
    if not is_fresh or seen is None or told is None:
        return position_of(screening, now)
    return told + (now - seen).total_seconds() if screening.state == Screening.State.PLAYING else told


def hall_of(screening: Screening, now: datetime) -> Hall:
    """What the machine of the hall reported last, and whether it is still there."""
    seen = screening.hall_seen_at
    is_there = seen is not None and now - seen < GONE_AFTER
    return Hall(
        is_there=is_there,
        is_ready=is_there and screening.hall_is_ready,
        is_behind=is_there and screening.hall_turn < screening.turn,
        state=str(Screening.State(screening.hall_state).label) if screening.hall_state else "",
        position=screening.hall_position_seconds or 0,
        loaded=screening.hall_loaded,
        problem=_(PROBLEMS[screening.hall_problem]) if screening.hall_problem in PROBLEMS else "",
    )


def rights_trouble(showing: Showing, on: date | None) -> str:
    """
    Say in one sentence why something may not be shown on a day; empty where its rights are cleared.

    The rights of the showing count; where it has none, those of the film.
    """
    shown: RightsModel | None = showing if showing.rights else showing.film
    if shown is None:
        return ""
    names = {"title": any_text(showing.film.titles) or str(showing.film)} if showing.film else {"title": ""}
    if shown.rights == Rights.REFUSED:
        return _("The rights to show “%(title)s” were refused.") % names
    if shown.rights not in CLEARED:
        return _("The rights to show “%(title)s” are not cleared.") % names
    if shown.rights_until and on and shown.rights_until < on:
        return _("The rights to show “%(title)s” end before this day.") % names
    return ""


def languages_of(film: Film) -> Sequence[str]:
    """The languages a film has subtitles in."""
    return [track.language for track in film.subtitles.all()]
