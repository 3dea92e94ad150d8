"""What came in: replies to decide on, representatives to name, news, and needs that were told."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from chancery.events.models import Event, Participation
from chancery.guests.models import Reply, Standing


def replies_at(event: Event) -> QuerySet[Reply]:
    """The replies of an event that were not taken back, in the order of entering."""
    found = Reply.objects.filter(invitation__guest__event=event, corrected_by=None)
    related = found.select_related("invitation__guest", "entered_by")
    return related.exclude(standing=Standing.SILENT).order_by("pk")


def to_decide(event: Event) -> QuerySet[Reply]:
    """The answers that count only once somebody of the office has decided, with what counts until then."""
    found = replies_at(event).exclude(why_open="").filter(decision="")
    return found.select_related("invitation__guest", "entered_by", "invitation__reply__entered_by")


def to_be_named(event: Event) -> QuerySet[Reply]:
    """The answers that count and name a representative whom nobody has put on the list yet."""
    listed = Participation.objects.filter(
        represents=OuterRef("invitation__guest"), capacity__in=Participation.OF_GUESTS
    )
    counting = replies_at(event).filter(invitation__reply=F("pk"), invitation__standing=Standing.REPRESENTED)
    return counting.filter(~Exists(listed))


def entered_since(event: Event, since: datetime) -> QuerySet[Reply]:
    """What came in since a moment, the newest first."""
    return replies_at(event).filter(entered_at__gte=since).order_by("-entered_at", "-pk")


def messages_at(event: Event) -> QuerySet[Reply]:
    """The replies with a message to the host, the newest first."""
    return replies_at(event).exclude(message="").order_by("-given_at", "-pk")


def with_needs(event: Event) -> QuerySet[Reply]:
    """
    The newest consent of each guest who comes or sends somebody, with the needs sealed in it.

    A later reply that consents again stands for the earlier ones; one that does not leaves them.
    """
    later = Reply.objects.filter(
        invitation=OuterRef("invitation"),
        consented_at__isnull=False,
        corrected_by=None,
        pk__gt=OuterRef("pk"),
    )
    coming = [Standing.ACCEPTED, Standing.REPRESENTED, Standing.WALK_IN]
    found = replies_at(event).filter(consented_at__isnull=False, invitation__standing__in=coming)
    return found.filter(~Exists(later)).filter(Q(sealed_diet__isnull=False) | Q(sealed_access__isnull=False))
