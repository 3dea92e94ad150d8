"""Reads of waves: what they hold, what became of them, and what is due next (R82)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from chancery.accounts.models import Organiser
from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.guests.models import Approval, Dispatch, Invitation, Wave
from chancery.guests.models.vocabulary import Standing
from chancery.guests.queries import parties, pasts
from chancery.guests.queries.audience import OPEN, sort_out
from chancery.guests.queries.deeds import deeds_of
from chancery.guests.queries.places import (
    Places,
    all_invitations,
    places_of,
    sized_invitations,
    sized_parties,
)
from chancery.rules.waves import INVITING, REMINDERS, Kind, why_not

ANSWERED = (Standing.ACCEPTED, Standing.REGRETTED, Standing.REPRESENTED, Standing.WITHDRAWN)


def waves_of(event: Event) -> QuerySet[Wave]:
    """
    The waves of an event in their order.

    Each has how many parties it holds (`chosen`), to how many it went (`sent`), how many of those have
    answered (`answered`) and how many messages came back (`came_back`).
    """
    held = Wave.invitations.through.objects.filter(wave=OuterRef("pk"))
    dispatches = Dispatch.objects.filter(wave=OuterRef("pk"))
    gone = dispatches.filter(pasts.STANDING, state__in=pasts.LEFT)
    return (
        Wave.objects.filter(event=event)
        .select_related("event__organiser", "job")
        .annotate(
            chosen=_number(held),
            sent=_number(gone, "invitation"),
            answered=_number(gone.filter(invitation__standing__in=ANSWERED), "invitation"),
            came_back=_number(dispatches.filter(~pasts.STANDING)),
        )
        .order_by("number")
    )


def _number(rows: QuerySet[Any], counted: str = "pk") -> Coalesce:
    found = rows.order_by().values("wave").annotate(number=Count(counted, distinct=True)).values("number")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)


@dataclass(frozen=True, slots=True)
class Due:
    """
    What the invitations of an event ask for next (R82, R83).

    `uninvited` have no invitation and do not wait for a place, `silent` may be reminded now, `changed` were
    told another day, time or place, and `uncancelled` do not know yet that the event is cancelled.
    """

    uninvited: int
    held: int
    silent: int
    next_reminder: Kind | None
    changed: int
    uncancelled: int
    places: Places


def due_of(event: Event) -> Due:
    """Count what is due, by a fixed number of queries."""
    everybody = sized_parties(event)
    found = pasts.pasts_of(event, [party.facts for party in everybody])
    concerned = {
        kind: sum(why_not(kind, past) is None for past in found.values())
        for kind in (Kind.INVITATION, Kind.CHANGE, Kind.CANCELLATION, *REMINDERS)
    }
    reminder = next((kind for kind in REMINDERS if concerned[kind]), None)
    is_cancelled = event.status == Event.Status.CANCELLED
    return Due(
        uninvited=0 if is_cancelled else concerned[Kind.INVITATION] + without_party(event).count(),
        held=sum(past.is_held and not past.sent & INVITING for past in found.values()),
        silent=0 if is_cancelled or reminder is None else concerned[reminder],
        next_reminder=reminder,
        changed=0 if is_cancelled else concerned[Kind.CHANGE],
        uncancelled=concerned[Kind.CANCELLATION] if is_cancelled else 0,
        places=places_of(event, everybody),
    )


@dataclass(frozen=True, slots=True)
class Whom:
    """
    What narrows a new wave; empty values narrow nothing.

    `inviter` is a key, `category` a short name, `guests` are codes of guests who were chosen one by one;
    `deed` is for what they are thanked.
    """

    tier: int | None = None
    category: str = ""
    inviter: int | None = None
    tag: str = ""
    guests: frozenset[str] = frozenset()
    deed: str = ""


def concerned_by(wave: Wave, whom: Whom) -> list[Invitation]:
    """The parties to whom a message of the kind of `wave` may go now, narrowed to `whom`."""
    categories = list(events.categories_of(wave.event))
    inside = parties.categories_within(whom.category, categories)
    is_thanks = wave.kind == Kind.THANKS
    deeds = deeds_of(wave.event) if is_thanks or whom.deed else {}
    asked = [
        one
        for one in (all_invitations if is_thanks else sized_invitations)(wave.event)
        if whom.tier in (None, one.tier)
        and whom.inviter in (None, one.inviter_id)
        and (not whom.category or one.guest.category_id in inside)
        and (not whom.tag or whom.tag in one.tags)
        and (not whom.guests or one.guest.code in whom.guests)
        and (not whom.deed or whom.deed in deeds.get(one.guest_id, ()))
    ]
    return sort_out(wave, asked)[0]


def without_party(event: Event) -> QuerySet[Participation]:
    """Guests who were listed without a party: they come alone and can be invited like the others."""
    guests = Participation.objects.filter(event=event, capacity__in=Participation.OF_GUESTS)
    return guests.filter(invitation=None).order_by("pk")


def open_waves_of(event: Event) -> QuerySet[Wave]:
    """The waves of an event that can still be changed, in their order."""
    return Wave.objects.filter(event=event, state__in=OPEN).order_by("number")


def approvals_of(wave: Wave) -> QuerySet[Approval]:
    """How often somebody was asked to approve a wave, and what came of it, the latest first."""
    return wave.approvals.select_related("asked_by", "decided_by").order_by("-pk")


def waves_to_approve(organiser: Organiser) -> list[tuple[Wave, datetime]]:
    """The waves of an office that wait for the head of mission, each since when, the oldest first."""
    waiting = Approval.objects.filter(
        wave__event__organiser=organiser, wave__state=Wave.State.ASKED, decision=Approval.Decision.OPEN
    )
    found = waiting.select_related("wave__event").order_by("asked_at", "pk")
    return [(each.wave, each.asked_at) for each in found]
