"""Taking up what dead postmen held."""

from datetime import datetime, timedelta
from pathlib import Path

from chancery.base.models import OutboxMessage
from chancery.base.outbox.journal import Left, left_in, names_in
from chancery.base.outbox.outcomes import Outcome, Verdict
from chancery.base.outbox.settling import settle

State = OutboxMessage.State

# Longer than a postman ever holds a message, see `Postman.carry`.
LEASE = timedelta(minutes=60)


def recover(journals: Path, *, now: datetime) -> int:
    """
    Settle the claims of dead postmen by their journals; return how many messages were taken up.

    A claim without a journal here was made on another machine: it becomes uncertain when its lease is over.
    """
    count = sum(_recover_one(left, now) for left in left_in(journals))
    return count + _recover_strangers(names_in(journals), now)


def _recover_one(left: Left, now: datetime) -> int:
    held = OutboxMessage.objects.filter(state=State.SENDING, claimed_by=left.name)
    codes = list(held.values_list("code", flat=True))
    settle(left.name, [left.outcome_of(code) for code in codes], now=now)
    return len(codes)


def _recover_strangers(names: set[str], now: datetime) -> int:
    held = OutboxMessage.objects.filter(state=State.SENDING, claimed_at__lt=now - LEASE)
    claims = list(held.exclude(claimed_by__in=names).values_list("claimed_by", "code"))
    for name in {name for name, _code in claims}:
        codes = [code for holder, code in claims if holder == name]
        settle(name, [Outcome(code, Verdict.UNCERTAIN) for code in codes], now=now)
    return len(claims)
