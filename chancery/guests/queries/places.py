"""How many places of an event are taken and free, as the replies leave them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation, Terms
from chancery.guests.models.vocabulary import Standing
from chancery.guests.queries.pasts import answer_of, standing_dispatches
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
    """The parties of an event with the guest and how many named companions they have, as `named`."""
    return (
        Invitation.objects.filter(guest__event=event, guest__capacity__in=Participation.OF_GUESTS)
        .select_related("guest")
        .annotate(named=Count("companions"))
        .order_by("pk")
    )


def size_of(invitation: Invitation) -> int:
    """How many people the party was invited with; the row is one of `sized_invitations`."""
    named: int = invitation.named  # type: ignore[attr-defined]  # annotated by sized_invitations
    return 1 + invitation.unnamed_companions + named


def places_of(event: Event, invitations: Sequence[Invitation] | None = None) -> Places:
    """Count the places; `invitations` are all `sized_invitations` where they are loaded already."""
    parties = sized_invitations(event) if invitations is None else invitations
    bound = Terms.objects.filter(event=event).values_list("places", flat=True).first()
    asked = standing_dispatches().filter(invitation__guest__event=event, kind__in=INVITING)
    on_their_way = set(asked.values_list("invitation", flat=True))
    return Places(bound, sum(_taken_by(party, is_asked=party.pk in on_their_way) for party in parties))


def _taken_by(invitation: Invitation, *, is_asked: bool) -> int:
    """Whoever has not answered takes the places that they were asked for, also while a card is on its way."""
    if invitation.standing in ANSWERED_YES:
        return invitation.coming
    answer = answer_of(invitation)
    if answer is Answer.STAYS_AWAY:
        return 0
    if answer is Answer.COMES:
        return size_of(invitation)
    return size_of(invitation) if is_asked or invitation.standing != Standing.NOT_INVITED else 0
