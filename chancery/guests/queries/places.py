"""How many places of an event are taken and free, as the replies leave them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, QuerySet

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation, Terms
from chancery.guests.models.vocabulary import Standing
from chancery.guests.queries.pasts import Facts, answer_of, standing_dispatches
from chancery.rules.waves import INVITING, Answer

ANSWERED_YES = (Standing.ACCEPTED, Standing.REPRESENTED, Standing.WALK_IN)


@dataclass(frozen=True, slots=True)
class Places:
    """
    The places of an event; `all` and `free` are None without a bound, `free` is below 0 over it.

    Units: people, companions included. `taken` are those who were invited and have not regretted.
    """

    all: int | None
    taken: int

    @property
    def free(self) -> int | None:
        return None if self.all is None else self.all - self.taken


def sized_invitations(event: Event) -> QuerySet[Invitation]:
    """The parties of the guests with the guest and how many named companions they have, as `named`."""
    return all_invitations(event).filter(guest__capacity__in=Participation.OF_GUESTS)


def all_invitations(event: Event) -> QuerySet[Invitation]:
    """The same, with the parties of those who are no guests: they are thanked after the event."""
    found = Invitation.objects.filter(guest__event=event).select_related("guest")
    return found.annotate(named=Count("companions")).order_by("pk")


def size_of(invitation: Invitation) -> int:
    """How many people the party was invited with; the row is one of `sized_invitations`."""
    named: int = invitation.named  # type: ignore[attr-defined]  # annotated by sized_invitations
    return 1 + invitation.unnamed_companions + named


class Sized(NamedTuple):
    """A party with how many people it was invited with, and how many come."""

    facts: Facts
    size: int
    coming: int


_OF_A_PARTY = ("pk", "guest__planned", "standing", "is_held", "revision")


def sized_parties(event: Event) -> list[Sized]:
    """The same parties as `sized_invitations`, as values."""
    columns = (*_OF_A_PARTY, "unnamed_companions", "named", "coming")
    return [
        Sized(Facts(*facts), 1 + unnamed + named, coming)
        for *facts, unnamed, named, coming in sized_invitations(event).values_list(*columns)
    ]


def places_of(event: Event, parties: Sequence[Sized] | None = None) -> Places:
    """Count the places; `parties` are all `sized_parties` where they are loaded already."""
    parties = sized_parties(event) if parties is None else parties
    bound = Terms.objects.filter(event=event).values_list("places", flat=True).first()
    asked = standing_dispatches().filter(invitation__guest__event=event, kind__in=INVITING)
    on_their_way = set(asked.values_list("invitation", flat=True))
    return Places(bound, sum(_taken_by(party, is_asked=party.facts.key in on_their_way) for party in parties))


def _taken_by(party: Sized, *, is_asked: bool) -> int:
    """Whoever has not answered takes the places that they were asked for, also while a card is on its way."""
    standing = party.facts.standing
    if standing in ANSWERED_YES:
        return party.coming
    answer = answer_of(party.facts)
    if answer is Answer.STAYS_AWAY:
        return 0
    if answer is Answer.COMES:
        return party.size
    return party.size if is_asked or standing != Standing.NOT_INVITED else 0
