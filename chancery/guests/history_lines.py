"""The events of a person or body in words: one line a participation, and what it adds up to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import cldr
from chancery.base.languages import listed, wording
from chancery.base.rows import Mark
from chancery.directory.models import Body
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.events.people_rows import ACTUAL, PLANNED
from chancery.guests.models import Dispatch, Invitation, Reply, Standing
from chancery.guests.queries.histories import Part, Sums, sums_of
from chancery.guests.queries.reciprocity import BothWays
from chancery.guests.rows import MARKS, NO_MARK
from chancery.rules.representation import Level


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One participation in words; what is not known is empty."""

    guest: Participation
    event: Event
    day: str
    name: str
    capacity: str
    sent: str
    answer: Mark | None
    details: Sequence[str]
    came: Mark | None


def lines_of(guests: Iterable[Participation], language: str) -> list[HistoryLine]:
    """Put participations into words; `histories.page_of` has loaded all they need."""
    return [_line(guest, language) for guest in guests]


def _line(guest: Participation, language: str) -> HistoryLine:
    event, invitation = guest.event, _invitation(guest)
    return HistoryLine(
        guest=guest,
        event=event,
        day=cldr.day_in_words(event.held_on, language) if event.held_on else "",
        name=words.name_of(guest, language),
        capacity=wording(guest.capacity_line, language).text or guest.get_capacity_display(),
        sent=_sent(invitation, language),
        answer=_answer(guest, invitation),
        details=list(_details(guest, invitation, language)),
        came=_came(guest),
    )


def _invitation(guest: Participation) -> Invitation | None:
    return getattr(guest, "invitation", None)


def _sent(invitation: Invitation | None, language: str) -> str:
    """By which channel the first message went and when, and how many followed."""
    sent: list[Dispatch] = getattr(invitation, "sent", [])
    if not sent:
        return ""
    first, further = sent[0], len(sent) - 1
    day = cldr.day_in_words((first.gone_at or first.made_at).date(), language)
    line = f"{first.get_channel_display()} · {day}"
    if not further:
        return line
    more = ngettext("%(count)s more message", "%(count)s more messages", further) % {"count": further}
    return f"{line} · {more}"


def _answer(guest: Participation, invitation: Invitation | None) -> Mark | None:
    """The answer as it stands; of guests who were listed without an invitation, as it was planned."""
    if invitation and invitation.standing and invitation.standing != Standing.SILENT:
        shape, tone = MARKS.get(invitation.standing, NO_MARK)
        return Mark(shape, invitation.get_standing_display(), tone)
    if not guest.planned:
        return None
    shape, tone = PLANNED.get(guest.planned, NO_MARK)
    return Mark(shape, guest.get_planned_display(), tone)


def _details(guest: Participation, invitation: Invitation | None, language: str) -> Iterator[str]:
    reply = invitation.reply if invitation else None
    if reply is not None:
        yield from _said(reply, language)
    substitutes: list[Participation] = getattr(guest, "substitutes", [])
    if substitutes:
        names = listed([words.name_of(each, language) for each in substitutes])
        yield _("represented by %(name)s") % {"name": names}
    elif reply is not None and reply.representative_name:
        yield _("represented by %(name)s") % {"name": reply.representative_name}
    if guest.represents:
        yield _("represents %(name)s") % {"name": words.name_of(guest.represents, language)}


def _said(reply: Reply, language: str) -> Iterator[str]:
    day = cldr.day_in_words(reply.given_at.date(), language)
    yield f"{reply.get_channel_display()} · {day}"
    if reply.is_late:
        yield _("late")


def _came(guest: Participation) -> Mark | None:
    if not guest.actual:
        return None
    shape, tone = ACTUAL.get(guest.actual, NO_MARK)
    return Mark(shape, guest.get_actual_display(), tone)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    number: int
    word: str


def figures_of(parts: Sequence[Part]) -> list[Figure]:
    """What participations add up to; whatever is none is left out but for the invitations."""
    sums: Sums = sums_of(parts)
    told = [
        Figure(sums.invited, _("invited")),
        Figure(sums.accepted, _("accepted")),
        Figure(sums.regretted, _("regretted")),
        Figure(sums.represented, _("sent a representative")),
        Figure(sums.silent, _("without an answer")),
        Figure(sums.came, _("came")),
    ]
    return [told[0], *(figure for figure in told[1:] if figure.number)]


@dataclass(frozen=True, slots=True)
class BothWaysLine:
    """One row of the comparison: what is counted, ours at their events, theirs at ours."""

    word: str
    ours: int
    theirs: int
    is_part: bool = False


def comparison_of(both: BothWays) -> list[BothWaysLine]:
    """The comparison of an office and a body as a table of whole numbers of events."""
    ours, theirs = both.ours, both.theirs
    levels = {
        Level.HEAD: _("by the head of the mission or body"),
        Level.STANDING_IN: _("by a chargé d’affaires or deputy"),
        Level.OTHER: _("by somebody else"),
    }
    return [
        BothWaysLine(_("Events in the record"), ours.events, theirs.events),
        BothWaysLine(_("Invited, or on the list"), ours.invited, theirs.invited),
        BothWaysLine(_("Came, or said yes"), ours.took_part, theirs.took_part),
        *(
            BothWaysLine(word, ours.levels[level], theirs.levels[level], is_part=True)
            for level, word in levels.items()
        ),
    ]


def names_of(bodies: Iterable[Body], language: str) -> str:
    """The names of bodies in one line."""
    return listed([wording(body.names, language).text for body in bodies])
