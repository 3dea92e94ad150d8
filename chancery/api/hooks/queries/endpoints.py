"""Endpoints of an office, their secrets, and what they were told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from chancery.accounts.models import Membership, Organiser
from chancery.accounts.roles import Role
from chancery.api.hooks.models import Attempt, Delivery, Endpoint, SigningSecret
from chancery.base import secret_box
from chancery.events.models import Event

# Longer than any try takes: whoever claimed a delivery before that is dead.
CLAIM_GOOD_FOR = timedelta(minutes=2)


def endpoints_of(organiser: Organiser) -> QuerySet[Endpoint]:
    """The endpoints an office has, by name, each with `waiting`, the number of changes it was not told of."""
    waiting = Count("deliveries", filter=Q(deliveries__state=Delivery.State.WAITING))
    kept = Endpoint.objects.filter(organiser=organiser, removed_at=None).annotate(waiting=waiting)
    return kept.order_by("name", "pk")


def deliveries_of(endpoint: Endpoint, state: str = "") -> QuerySet[Delivery]:
    """What an endpoint was told, the newest first, each with its tries, the last one first."""
    attempts = Attempt.objects.order_by("-pk")
    found = endpoint.deliveries.prefetch_related(Prefetch("attempts", attempts))
    return (found.filter(state=state) if state else found).order_by("-pk")


def events_named(endpoint: Endpoint) -> list[str]:
    """The titles of the events that an endpoint is kept to, in the order of their days; none for all."""
    if not endpoint.events:
        return []
    kept = Event.objects.filter(organiser=endpoint.organiser_id, code__in=endpoint.events)
    return [str(event) for event in kept.order_by("held_on", "pk")]


def good_secrets(endpoint: Endpoint, now: datetime) -> list[str]:
    """The secrets that sign at a moment, the newest first."""
    good = SigningSecret.objects.filter(endpoint=endpoint).filter(Q(ends_at=None) | Q(ends_at__gt=now))
    return [secret_box.open_text(each.sealed) for each in good.order_by("-pk")]


def endpoints_due(now: datetime) -> list[int]:
    """The endpoints that something waits for, by key."""
    due = Endpoint.objects.filter(Exists(_due(now).filter(endpoint=OuterRef("pk"))))
    return list(due.order_by("pk").values_list("pk", flat=True))


def next_due(endpoint: int, now: datetime) -> Delivery | None:
    """The next delivery to try; none about an object of which an earlier change still waits."""
    earlier = Delivery.objects.filter(
        endpoint=OuterRef("endpoint"),
        kind=OuterRef("kind"),
        object_id=OuterRef("object_id"),
        line__lt=OuterRef("line"),
        state=Delivery.State.WAITING,
    )
    due = _due(now).filter(~Exists(earlier), endpoint=endpoint)
    return due.select_related("endpoint").order_by("next_try_at", "pk").first()


def _due(now: datetime) -> QuerySet[Delivery]:
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_GOOD_FOR)
    return Delivery.objects.filter(
        free,
        state=Delivery.State.WAITING,
        next_try_at__lte=now,
        endpoint__is_on=True,
        endpoint__removed_at=None,
    )


def owners_of(organiser_id: int) -> Sequence[Membership]:
    """The owners of an office, in the order in which they came."""
    owners = Membership.objects.filter(organiser_id=organiser_id, role=Role.OWNER).select_related("user")
    return list(owners.order_by("pk"))
