"""To whom a wave goes, and who is left out and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chancery.base.reasons import in_words
from chancery.events import ordering
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.guests.models import Dispatch, Invitation, Wave
from chancery.guests.queries import pasts
from chancery.guests.queries.deeds import deeds_of
from chancery.guests.queries.places import all_invitations, places_of, size_of
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.waves import Kind, Past, first_that_fit, why_not

OPEN = (Wave.State.DRAFT, Wave.State.ASKED, Wave.State.APPROVED)
"""The states in which a wave can still be changed."""

NO_PLACE = Reason(gettext_noop("waits for a free place"), rule="R82")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A party of the wave to which nothing goes."""

    invitation: Invitation
    reason: Reason

    @property
    def why(self) -> str:
        """The reason in the reader's words."""
        return in_words(self.reason)


@dataclass(frozen=True, slots=True)
class Audience:
    """
    The parties of a wave, each in one of three lists, in order of precedence.

    `done` are those to whom the wave has gone already, as far as it was stopped and goes on.
    """

    chosen: Sequence[Invitation]
    left_out: Sequence[LeftOut] = ()
    done: Sequence[Invitation] = ()


def audience_of(wave: Wave, order: EventOrder | None = None) -> Audience:
    """
    Sort the parties of a wave by what they were sent.

    One that fills places takes the first that fit; once it has begun to leave, its list is settled.
    """
    event = wave.event
    mine = all_invitations(event).filter(pk__in=wave.invitations.values("pk"))
    listed = in_order(order or ordering.order_of(event), mine)
    sent = sent_by(wave)
    done = [one for one in listed if one.pk in sent]
    chosen, left_out = sort_out(wave, [one for one in listed if one.pk not in sent])
    if wave.fills_places and wave.state in OPEN:
        chosen, waiting = _that_fit(event, chosen)
        left_out = [*left_out, *waiting]
    return Audience(chosen, left_out, done)


def sort_out(wave: Wave, invitations: Sequence[Invitation]) -> tuple[list[Invitation], list[LeftOut]]:
    """Part those to whom a message of the wave's kind may go from those who are left out, with the reason."""
    kind = Kind(wave.kind)
    past = pasts.pasts_of(wave.event, [pasts.facts_of(one) for one in invitations])
    if kind is Kind.THANKS:
        past = _with_parts(wave.event, invitations, past)
    chosen: list[Invitation] = []
    left_out: list[LeftOut] = []
    for invitation in invitations:
        reason = why_not(kind, past[invitation.pk], takes_held=wave.fills_places)
        if reason is None:
            chosen.append(invitation)
        else:
            left_out.append(LeftOut(invitation, reason))
    return chosen, left_out


def _with_parts(event: Event, invitations: Sequence[Invitation], past: Mapping[int, Past]) -> dict[int, Past]:
    """The same pasts, each with whether the party took part."""
    deeds = deeds_of(event)
    return {one.pk: replace(past[one.pk], has_part=bool(deeds.get(one.guest_id))) for one in invitations}


def _that_fit(event: Event, chosen: Sequence[Invitation]) -> tuple[list[Invitation], list[LeftOut]]:
    """The first in order for whom a place is free, and those who go on waiting; without a bound all fit."""
    free = places_of(event).free
    if free is None:
        return list(chosen), []
    number = first_that_fit([size_of(one) for one in chosen], free)
    return list(chosen[:number]), [LeftOut(one, NO_PLACE) for one in chosen[number:]]


def in_order(order: EventOrder, invitations: Iterable[Invitation]) -> list[Invitation]:
    """Return parties in the event's order of precedence, those it does not hold last; guests are loaded."""
    places = places_in(order)
    return sorted(invitations, key=lambda one: (places.get(one.guest.ref, len(places)), one.pk))


def places_in(order: EventOrder) -> dict[str, int]:
    """How far down somebody stands in an order, by the `ref` of the participation."""
    return {entry.ref: number for number, entry in enumerate(order.entries)}


def sent_by(wave: Wave) -> set[int]:
    """The keys of the parties for whom the wave has made a message, whatever became of it."""
    return set(Dispatch.objects.filter(wave=wave).values_list("invitation", flat=True))
