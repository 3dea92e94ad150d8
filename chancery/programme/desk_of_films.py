"""What the operator of films sees: each film with its marks, each cue with the command it calls for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from chancery.base.frame import Tone
from chancery.events.access import EventOffice
from chancery.exhibition.film_checks import NEARLY_SECONDS, Check, check_of, checks_of
from chancery.exhibition.models import Film, Rights
from chancery.programme import screens
from chancery.programme.models import Cue, Item, Screening, Showing
from chancery.rules.subtitles import SECOND, clock_words

COMMAND_OF = {Cue.Kind.STAND_BY: "rewind", Cue.Kind.GO: "start", Cue.Kind.HOLD: "pause"}
"""The command that a cue calls for."""


@dataclass(frozen=True, slots=True)
class FilmOnDesk:
    """A film of an item: `chosen` are the languages whose subtitles show now."""

    showing: Showing
    film: Film
    checks: Sequence[Check]
    is_on_screen: bool
    chosen: Sequence[str]


@dataclass(frozen=True, slots=True)
class CueOnDesk:
    """A cue with the command it calls for."""

    cue: Cue
    command: str


def films_of(item: Item, screening: Screening | None, office: EventOffice) -> list[FilmOnDesk]:
    """The films of an item with their marks."""
    on_screen = screening.showing_id if screening else None
    chosen = screening.languages if screening else []
    return [
        FilmOnDesk(
            showing=showing,
            film=_film(showing),
            checks=_checks(showing, item, office),
            is_on_screen=showing.pk == on_screen,
            chosen=chosen if showing.pk == on_screen else (),
        )
        for showing in screens.films_in(item)
    ]


def cues_of(item: Item) -> list[CueOnDesk]:
    """The cues of an item in their order."""
    cues = Cue.objects.filter(item=item).order_by("position", "id")
    return [CueOnDesk(cue, COMMAND_OF[Cue.Kind(cue.kind)]) for cue in cues]


def _film(showing: Showing) -> Film:
    assert showing.film is not None
    return showing.film


def _checks(showing: Showing, item: Item, office: EventOffice) -> list[Check]:
    """The marks of the film, with the rights of this showing and the time in the running order."""
    film = _film(showing)
    of_film = checks_of(film)[:-1]
    trouble = screens.rights_trouble(showing, office.event.held_on)
    is_refused = (showing.rights or film.rights) == Rights.REFUSED
    rights = Check(trouble or _("The rights to show it are cleared."))
    if trouble:
        rights = replace(rights, tone=Tone.WRONG if is_refused else Tone.CAREFUL)
    return [*of_film, *_in_order(film, item), rights]


def _in_order(film: Film, item: Item) -> list[Check]:
    """Whether the film fits into the time that the running order gives it."""
    check = check_of(film)
    seconds = (check.seconds if check else None) or film.duration_seconds
    if seconds is None or not item.duration_seconds:
        return []
    lengths = {"film": _clock(seconds), "item": _clock(item.duration_seconds)}
    if seconds > item.duration_seconds + NEARLY_SECONDS:
        words = _("The film lasts %(film)s, the running order gives it %(item)s.")
        return [Check(words % lengths, Tone.CAREFUL)]
    return [Check(_("It fits into the %(item)s of the running order.") % lengths)]


def _clock(seconds: float) -> str:
    return clock_words(round(seconds * SECOND))
