"""Settling: what came of messages is written into their rows, once, however often it is tried."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox.claiming import was_uncertain
from chancery.base.outbox.outcomes import Outcome, Verdict
from chancery.base.outbox.pacing import MOST_TRIES, MOST_UNCERTAIN_TRIES, wait_after, wait_after_uncertain

State = OutboxMessage.State
What = MailEvent.What


@transaction.atomic
def settle(name: str, outcomes: Iterable[Outcome], *, now: datetime) -> None:
    """
    Write what came of the messages that the postman `name` holds.

    A message that he no longer holds is left as it is, so that settling twice does what settling once does.
    """
    by_code = {outcome.code: outcome for outcome in outcomes}
    held = OutboxMessage.objects.filter(code__in=by_code, state=State.SENDING, claimed_by=name)
    found = held.select_for_update(of=("self",)).defer("sealed")
    taken: dict[str, list[int]] = defaultdict(list)
    for message in found.order_by("id").annotate(is_doubtful=was_uncertain()):
        outcome = by_code[message.code]
        if outcome.verdict == Verdict.TAKEN:
            taken[outcome.words].append(message.pk)
        else:
            _settle_one(message, outcome, is_doubtful=message.is_doubtful, now=now)
    for words, keys in taken.items():
        _settle_taken(keys, words, now)


def _settle_taken(keys: list[int], words: str, now: datetime) -> None:
    of_words = OutboxMessage.objects.filter(pk__in=keys)
    of_words.update(state=State.SENT, sent_at=now, answer=words, claimed_by="")


def _settle_one(message: OutboxMessage, outcome: Outcome, *, is_doubtful: bool, now: datetime) -> None:
    message.claimed_by = ""
    if outcome.verdict == Verdict.UNTRIED:
        message.state = State.UNCERTAIN if is_doubtful else State.WAITING
    else:
        message.tries += 1
        message.answer = outcome.words
        SETTLERS[outcome.verdict](message, is_doubtful, now)
    message.save(update_fields=["state", "claimed_by", "tries", "next_try_at", "answer"])


def _put_off(message: OutboxMessage, is_doubtful: bool, now: datetime) -> None:
    """Try again later; after nearly three days the last words of the server are a refusal."""
    if message.tries >= MOST_TRIES:
        _refuse(message, is_doubtful, now)
        return
    message.state = State.UNCERTAIN if is_doubtful else State.WAITING
    message.next_try_at = now + wait_after(message.code, message.tries)
    _note(message, What.PUT_OFF, now)


def _refuse(message: OutboxMessage, _is_doubtful: bool, now: datetime) -> None:
    message.state = State.REFUSED
    _note(message, What.REFUSED, now)


def _doubt(message: OutboxMessage, _is_doubtful: bool, now: datetime) -> None:
    """Try again later under the same Message-ID, but not for ever: each try may have arrived."""
    _note(message, What.UNCERTAIN, now)
    lost = message.events.filter(what=What.UNCERTAIN).count()
    if lost >= MOST_UNCERTAIN_TRIES:
        message.answer = _(
            "The acknowledgement was lost %(count)s times; ask whether the message arrived."
        ) % {"count": lost}
        _refuse(message, True, now)
        return
    message.state = State.UNCERTAIN
    message.next_try_at = now + wait_after_uncertain(message.code, lost)


SETTLERS = {Verdict.PUT_OFF: _put_off, Verdict.REFUSED: _refuse, Verdict.UNCERTAIN: _doubt}


def _note(message: OutboxMessage, what: MailEvent.What, now: datetime) -> None:
    MailEvent.objects.create(message=message, what=what, words=message.answer, at=now)
