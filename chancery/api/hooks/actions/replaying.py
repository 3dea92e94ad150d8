"""Telling again: one delivery, all of a span, or a word that only shows whether an endpoint hears."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from chancery.api.hooks import payloads
from chancery.api.hooks.actions.delivering import deliver
from chancery.api.hooks.actions.deriving import derive_span
from chancery.api.hooks.models import Delivery, Endpoint
from chancery.api.hooks.patterns import TEST
from chancery.api.hooks.sending import Answer
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code


@transaction.atomic
def replay(delivery: Delivery, *, by: Actor, now: datetime) -> None:
    """Tell one change again, under the id it had."""
    _again(Delivery.objects.filter(pk=delivery.pk), now)
    audit.note(delivery.endpoint, by=by, code="hooks.endpoint.replayed", changes={"deliveries": [None, 1]})


@transaction.atomic
def replay_span(endpoint: Endpoint, since: datetime, until: datetime, *, by: Actor, now: datetime) -> int:
    """
    Tell again all that changed from a moment up to another one, also what the endpoint was never told.

    Each change keeps the id it had or would have had. Returns how many are told.
    """
    derive_span(endpoint, since, until)
    told = endpoint.deliveries.filter(happened_at__gte=since, happened_at__lt=until).exclude(line=None)
    count = _again(told, now)
    audit.note(endpoint, by=by, code="hooks.endpoint.replayed", changes={"deliveries": [None, count]})
    return count


def test(endpoint: Endpoint, *, now: datetime) -> Answer:
    """Tell an endpoint a word that means nothing, at once, and return what it answered."""
    body = payloads.written(endpoint.organiser, TEST, now, {"object": None, "event": None, "actor": "user"})
    delivery = Delivery.objects.create(
        endpoint=endpoint,
        message_id=f"msg_test_{new_code()}",
        told=TEST,
        happened_at=now,
        body=body,
        state=Delivery.State.GIVEN_UP,
        ended_at=now,
    )
    return deliver(delivery)


def _again(deliveries: QuerySet[Delivery], now: datetime) -> int:
    return deliveries.update(
        state=Delivery.State.WAITING, tries=0, next_try_at=now, claimed_at=None, ended_at=None
    )
