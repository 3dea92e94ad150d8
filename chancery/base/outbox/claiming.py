"""Claiming: a postman takes messages that are due into his hand, and nobody else does."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef

from chancery.base.models import MailEvent, OutboxMessage

State = OutboxMessage.State

AT_ONCE = 250
MINUTE = timedelta(minutes=1)
# While a domain has had its share, its messages are passed over, this many pages of them at a time.
MOST_PAGES = 20
DUE = (State.WAITING, State.UNCERTAIN)


@transaction.atomic
def claim(name: str, *, now: datetime, per_domain: int, most: int = AT_ONCE) -> list[OutboxMessage]:
    """
    Claim up to `most` due messages for the postman `name`, those due longest first.

    `per_domain` messages leave for one domain in a minute (0: any number); those above that wait, and the
    messages to other domains go before them. On PostgreSQL messages that another postman looks at are passed
    over; on SQLite one transaction writes at a time.
    """
    chosen: list[int] = []
    full: set[str] = set()
    for _page in range(MOST_PAGES):
        wanted = most - len(chosen)
        due = _due(now, full, wanted, but=chosen)
        within, full_now = _within_share(due, now, per_domain)
        chosen += within
        full |= full_now
        if len(due) < wanted or not full_now:
            break
    return _take(name, chosen, now)


def is_due(now: datetime) -> bool:
    """Return whether anything is to be sent; asked often, so it reads an index and locks nothing."""
    return any(OutboxMessage.objects.filter(state=state, next_try_at__lte=now).exists() for state in DUE)


@transaction.atomic
def claim_one(name: str, message: OutboxMessage, *, now: datetime) -> list[OutboxMessage]:
    """Claim this message if it is still to be sent, whenever it would be due."""
    free = OutboxMessage.objects.filter(pk=message.pk, state__in=DUE).select_for_update(skip_locked=True)
    return _take(name, list(free.values_list("pk", flat=True)), now)


@transaction.atomic
def release(name: str) -> None:
    """Give back whatever this postman holds and did not begin."""
    held = OutboxMessage.objects.filter(state=State.SENDING, claimed_by=name)
    held.filter(was_uncertain()).update(state=State.UNCERTAIN, claimed_by="")
    held.update(state=State.WAITING, claimed_by="")


def was_uncertain() -> Exists:
    """Return the condition that a message may have been taken at an earlier try."""
    lost = MailEvent.objects.filter(message=OuterRef("pk"), what=MailEvent.What.UNCERTAIN)
    return Exists(lost)


@contextmanager
def durable() -> Iterator[None]:
    """
    Force every commit of this connection to the disk while it lasts.

    SQLite otherwise may forget the last commits when the machine fails, and with them who holds what.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        if connection.connection is not None:
            connection.connection.execute("PRAGMA synchronous = NORMAL")


def _due(now: datetime, full: set[str], most: int, *, but: list[int]) -> list[tuple[int, str]]:
    """Return keys and domains of what is due, each state by its index: what waits, then the uncertain."""
    found: list[tuple[int, str]] = []
    for state in DUE:
        due = OutboxMessage.objects.filter(state=state, next_try_at__lte=now)
        free = due.exclude(domain__in=full).exclude(pk__in=but).select_for_update(skip_locked=True)
        found += free.order_by("next_try_at", "id").values_list("pk", "domain")[: most - len(found)]
        if len(found) >= most:
            break
    return found


def _within_share(due: list[tuple[int, str]], now: datetime, per_domain: int) -> tuple[list[int], set[str]]:
    """Return which messages may leave now, and the domains that have had their share."""
    if not per_domain:
        return [key for key, _domain in due], set()
    left = _left_in_share({domain for _key, domain in due}, now, per_domain)
    within, full = [], set()
    for key, domain in due:
        if left[domain] > 0:
            left[domain] -= 1
            within.append(key)
        else:
            full.add(domain)
    return within, full


def _left_in_share(domains: set[str], now: datetime, per_domain: int) -> dict[str, int]:
    of_domains = OutboxMessage.objects.filter(domain__in=domains)
    gone: Counter[str] = Counter()
    for some in (of_domains.filter(sent_at__gt=now - MINUTE), of_domains.filter(state=State.SENDING)):
        gone.update(dict(some.values_list("domain").annotate(count=models.Count("pk")).order_by("domain")))
    return {domain: per_domain - gone[domain] for domain in domains}


def _take(name: str, keys: list[int], now: datetime) -> list[OutboxMessage]:
    chosen = OutboxMessage.objects.filter(pk__in=keys)
    chosen.update(state=State.SENDING, claimed_by=name, claimed_at=now)
    return list(chosen.order_by("next_try_at", "id"))
