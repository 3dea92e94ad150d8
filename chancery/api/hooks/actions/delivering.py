"""
Telling an endpoint: a delivery is claimed, sent, and what was answered is written down.

Whatever dies between two of these, the delivery is sent again under the same id, by which the receiver
knows it. An endpoint is told one thing after another.
"""

import logging
import random
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chancery.api.hooks import retries, sending, signing
from chancery.api.hooks.actions.endpoints import switch_off
from chancery.api.hooks.models import Attempt, Delivery, Endpoint
from chancery.api.hooks.queries import endpoints as reads
from chancery.api.hooks.sending import Answer

log = logging.getLogger(__name__)

# After so many, another endpoint has its turn.
AT_ONCE = 200


def deliver_due(endpoint: int, now: datetime | None = None) -> int:
    """
    Tell an endpoint what is due, one after another, up to the first failure; return how many were tried.

    `now` stands for the time it is, where a test says it.
    """
    for tried in range(AT_ONCE):
        delivery = _claimed(endpoint, now or timezone.now())
        if delivery is None:
            return tried
        if not deliver(delivery, now).is_good:
            return tried + 1
    return AT_ONCE


def deliver(delivery: Delivery, now: datetime | None = None) -> Answer:
    """Send one delivery and write down what was answered."""
    endpoint, at = delivery.endpoint, now or timezone.now()
    body = delivery.body.encode()
    signed = signing.headers_of(
        delivery.message_id, body, at=timezone.now(), signed_with=reads.good_secrets(endpoint, at)
    )
    headers = {"Content-Type": "application/json", "User-Agent": "Chancery", **signed}
    answer = sending.send(endpoint.address, body, headers, allowed=settings.HOOK_NETWORKS)
    _write_down(delivery, answer, now or timezone.now())
    return answer


def forget_old(now: datetime, *, days: int) -> int:
    """Delete what was told so many days ago or more; return how many deliveries went."""
    old = Delivery.objects.filter(ended_at__lt=now - timedelta(days=days))
    Attempt.objects.filter(delivery__in=old).delete()
    _count, by_kind = old.delete()
    return by_kind.get("hooks.Delivery", 0)


def _claimed(endpoint: int, now: datetime) -> Delivery | None:
    """Take the next delivery in hand, unless another process was quicker."""
    while delivery := reads.next_due(endpoint, now):
        same = Delivery.objects.filter(
            pk=delivery.pk, state=Delivery.State.WAITING, claimed_at=delivery.claimed_at
        )
        if same.update(claimed_at=now):
            return delivery
    return None


@transaction.atomic
def _write_down(delivery: Delivery, answer: Answer, now: datetime) -> None:
    Attempt.objects.create(
        delivery=delivery,
        at=now,
        status=answer.status,
        milliseconds=int(answer.seconds * 1000),
        trouble=answer.trouble or "",
    )
    delivery.tries += 1
    delivery.claimed_at = None
    if answer.is_good:
        _ended(delivery, Delivery.State.DELIVERED, now)
        Endpoint.objects.filter(pk=delivery.endpoint_id).exclude(failing_since=None).update(
            failing_since=None
        )
        return
    # Only spreads the tries of many deliveries; nothing is decided by it.
    jitter = random.uniform(-1, 1)  # noqa: S311  # spreads load, guards nothing
    wait = retries.wait_after(delivery.tries, jitter=jitter, retry_after=answer.retry_after)
    if wait is None or answer.is_gone:
        _ended(delivery, Delivery.State.GIVEN_UP, now)
    else:
        delivery.next_try_at = now + wait
        delivery.save(update_fields=["tries", "claimed_at", "next_try_at"])
    _note_failure(delivery, answer, now)


def _ended(delivery: Delivery, state: Delivery.State, now: datetime) -> None:
    delivery.state, delivery.ended_at = state, now
    delivery.save(update_fields=["tries", "claimed_at", "state", "ended_at"])


def _note_failure(delivery: Delivery, answer: Answer, now: datetime) -> None:
    """Count from the first failure; an endpoint that is gone, or fails for days, is switched off."""
    if delivery.line is None:
        return
    endpoint = Endpoint.objects.select_for_update().get(pk=delivery.endpoint_id)
    if endpoint.failing_since is None:
        Endpoint.objects.filter(pk=endpoint.pk).update(failing_since=now)
        endpoint.failing_since = now
    is_hopeless = now - endpoint.failing_since >= retries.FAILING_AT_MOST
    if endpoint.is_on and (answer.is_gone or is_hopeless):
        switch_off(endpoint, now=now)
