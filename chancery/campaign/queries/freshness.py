"""How fresh counts are: when an office was counted last, and what changed since."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.campaign.models import OfficeCounting
from chancery.campaign.queries.touched import Line, events_touched
from chancery.events.models import Event

# More lines than that are not looked through for a page.
MOST_LINES = 2000


@dataclass(frozen=True, slots=True)
class Freshness:
    """
    When the counts of an office, or of it and all its posts, were taken; None where never.

    `changed` counts the events that were touched since, or of a ministry the `offices` whose history grew;
    `is_more` says that there was more to look through than a page can.
    """

    counted_at: datetime | None
    changed: int
    is_more: bool
    offices: int


def freshness_of(organiser: Organiser) -> Freshness:
    """Return how fresh the counts of one office are, by a fixed number of queries."""
    mark = OfficeCounting.objects.filter(organiser=organiser).first()
    if mark is None or mark.counted_at is None:
        return Freshness(None, Event.objects.filter(organiser=organiser).count(), False, 0)
    history = AuditLine.objects.filter(organiser_id=organiser.pk, pk__gt=mark.audit_line)
    rows = history.order_by("pk").values_list("pk", "kind", "object_id", "changes")[: MOST_LINES + 1]
    lines = [Line(*row) for row in rows]
    events = events_touched(lines[:MOST_LINES])
    return Freshness(mark.counted_at, len(events), len(lines) > MOST_LINES, 0)


def freshness_of_posts(ministry: Organiser) -> Freshness:
    """Return how fresh the counts of an office and all its posts are: by the one that was counted first."""
    tree = Organiser.objects.filter(Q(pk=ministry.pk) | Q(parent=ministry))
    moments = list(tree.order_by("pk").values_list("counting__counted_at", flat=True))
    known = [moment for moment in moments if moment is not None]
    behind = grown(tree).count()
    return Freshness(min(known) if len(known) == len(moments) else None, 0, False, behind)


def grown(offices: QuerySet[Organiser]) -> QuerySet[Organiser]:
    """Those of some offices whose history grew since they were counted, or that never were."""
    return offices.filter(Q(counting=None) | Q(counting__counted_at=None) | _has_new_lines())


def offices_to_count() -> QuerySet[Organiser]:
    """The offices to be counted: what is not settled is read once more."""
    unsettled = Q(counting__settled_line__lt=F("counting__audit_line"))
    never = Q(counting=None) | Q(counting__counted_at=None)
    return Organiser.objects.filter(never | unsettled | _has_new_lines()).order_by("pk")


def _has_new_lines() -> Exists:
    lines = AuditLine.objects.filter(organiser_id=OuterRef("pk"), pk__gt=OuterRef("counting__audit_line"))
    return Exists(lines)
