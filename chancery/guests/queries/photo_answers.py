"""What guests said on the reply page about being shown on photographs (R122)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from chancery.events.models import Participation
from chancery.guests.models import Invitation, PhotoAnswer


@dataclass(frozen=True, slots=True)
class SaidByGuest:
    """The last answer of a guest: the wish, and its day by the clock of the event."""

    wish: str
    day: date


def answers_of(invitation: Invitation) -> QuerySet[PhotoAnswer]:
    """Every answer of a guest, the earliest first; the last one counts."""
    return PhotoAnswer.objects.filter(invitation=invitation).select_related("notice").order_by("pk")


def last_of(invitation: Invitation) -> PhotoAnswer | None:
    """The answer of a guest that counts; None where nothing was said."""
    return answers_of(invitation).last()


def said_by(guests: QuerySet[Participation]) -> Mapping[int, SaidByGuest]:
    """What each of those who take part said last on the reply page, by the key of the participation."""
    said = PhotoAnswer.objects.filter(invitation__guest__in=guests.order_by().values("pk")).order_by("pk")
    rows = said.values_list("invitation__guest", "wish", "given_at", "invitation__guest__event__time_zone")
    return {
        guest: SaidByGuest(wish, given_at.astimezone(ZoneInfo(zone)).date())
        for guest, wish, given_at, zone in rows
    }
