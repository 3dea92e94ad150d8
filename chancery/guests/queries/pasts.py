"""What each party was sent so far, as the rules take it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.db.models import F, Q, QuerySet

from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.guests.models import Dispatch, Invitation, Reply, Wave
from chancery.guests.models.vocabulary import Standing
from chancery.rules.waves import Answer, Kind, Past

Planned = Participation.Planned

# What naming the plan means: these messages say on which day, at what time and where.
NAMING = (Kind.HOLD_DATE, Kind.INVITATION, Kind.CHANGE)
LEFT = (Dispatch.State.GONE, Dispatch.State.DELIVERED)
FAILED_MAIL = ("refused", "bounced", "cancelled")
FAILED = (Dispatch.State.RETURNED, Dispatch.State.CANCELLED)
STANDING = ~Q(state__in=FAILED) & (Q(message=None) | ~Q(message__state__in=FAILED_MAIL))
"""What counts as sent: neither cancelled, nor come back, nor refused by the mail server."""

_ANSWERS: Mapping[str, Answer] = {
    Standing.ACCEPTED: Answer.COMES,
    Standing.REPRESENTED: Answer.COMES,
    Standing.WALK_IN: Answer.COMES,
    Standing.REGRETTED: Answer.STAYS_AWAY,
    Standing.WITHDRAWN: Answer.STAYS_AWAY,
    Standing.UNDECIDED: Answer.UNDECIDED,
}
_PLANS: Mapping[str, Answer] = {
    Planned.ACCEPTED: Answer.COMES,
    Planned.REPRESENTED: Answer.COMES,
    Planned.DECLINED: Answer.STAYS_AWAY,
}


def standing_dispatches() -> QuerySet[Dispatch]:
    """The messages that count as sent."""
    return Dispatch.objects.filter(STANDING)


def plan_told(event: Event) -> dict[str, str]:
    """The day, time and place as a message names them now; what is not known is left out."""
    known = {
        "day": event.held_on,
        "until": event.held_until_on,
        "begins": event.starts_at,
        "ends": event.ends_at,
        "places": " ".join(station.place.ref for station in events.stations_of(event)),
    }
    return {name: str(value) for name, value in known.items() if value}


class Facts(NamedTuple):
    """
    What of a party says what it may be sent next; a tuple, because a page reads hundreds of them.

    `key` is that of the invitation, `planned` what the office noted of the guest.
    """

    key: int
    planned: str
    standing: str
    is_held: bool
    revision: int


def facts_of(invitation: Invitation) -> Facts:
    """The same of a party whose guest is loaded."""
    planned = invitation.guest.planned
    return Facts(invitation.pk, planned, invitation.standing, invitation.is_held, invitation.revision)


def answer_of(facts: Facts) -> Answer:
    """What is known of the coming of a party: the replies that count, else what the office noted."""
    return _ANSWERS.get(facts.standing) or _PLANS.get(facts.planned, Answer.NONE)


def pasts_of(event: Event, parties: Sequence[Facts]) -> dict[int, Past]:
    """The past of each party by its key, by a fixed number of queries."""
    sent = _sent_to(event, parties)
    now, told = plan_told(event), dict(Wave.objects.filter(event=event).values_list("pk", "told"))
    waiting = set(_open_answers(event).values_list("invitation", flat=True))
    return {
        one.key: replace(_past(one, sent[one.key], now, told), has_open_answer=one.key in waiting)
        for one in parties
    }


def _open_answers(event: Event) -> QuerySet[Reply]:
    """The answers to the present invitation on which somebody of the office has to decide first."""
    found = Reply.objects.filter(invitation__guest__event=event, corrected_by=None)
    current = found.filter(revision__gte=F("invitation__answered_from"))
    return current.filter(decision=Reply.Decision.NONE).exclude(why_open="")


@dataclass(slots=True)
class _Sent:
    """The kinds that were sent to one party, and the wave that last named the plan."""

    all: set[Kind] = field(default_factory=set)
    left: set[Kind] = field(default_factory=set)
    by_revision: defaultdict[int, set[Kind]] = field(default_factory=lambda: defaultdict(set))
    naming_wave: int | None = None


def _sent_to(event: Event, parties: Sequence[Facts]) -> defaultdict[int, _Sent]:
    found: defaultdict[int, _Sent] = defaultdict(_Sent)
    rows = standing_dispatches().filter(invitation__guest__event=event).order_by("pk")
    if len(parties) <= MOST_KEYS:
        rows = rows.filter(invitation__in=[one.key for one in parties])
    for key, named, state, revision, wave in rows.values_list(
        "invitation", "kind", "state", "revision", "wave"
    ):
        kind, sent = Kind(named), found[key]
        sent.all.add(kind)
        sent.by_revision[revision].add(kind)
        if state in LEFT:
            sent.left.add(kind)
        if kind in NAMING:
            sent.naming_wave = wave
    return found


# Beyond this a query for the whole event costs less than one that names every key.
MOST_KEYS = 300


def _past(facts: Facts, sent: _Sent, now: Mapping[str, str], told: Mapping[int, Mapping[str, str]]) -> Past:
    last = told.get(sent.naming_wave) if sent.naming_wave else None
    return Past(
        answer=answer_of(facts),
        sent=frozenset(sent.all),
        arrived=frozenset(sent.left),
        sent_since=frozenset(sent.by_revision[facts.revision]),
        knows_plan=not last or last == now,
        is_held=facts.is_held,
    )
