"""What people and other servers say about messages afterwards: stop it, try it again, it came back."""

from datetime import datetime

from django.db import models, transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import waking

State = OutboxMessage.State
What = MailEvent.What

# What has not left, or perhaps not, can be stopped; what is on its way cannot.
STOPPABLE = (State.WAITING, State.UNCERTAIN)
# What did not arrive can be tried again; what the server took cannot, for that would make two of it.
REPEATABLE = (State.UNCERTAIN, State.REFUSED, State.CANCELLED)
# What a later notice makes of a message; the others only stand in its history.
STATES_AFTER = {What.BOUNCED: State.BOUNCED, What.REFUSED: State.REFUSED}


@transaction.atomic
def cancel(messages: models.QuerySet[OutboxMessage], *, by: Actor | None, reason: str = "") -> int:
    """Stop those of the messages that wait or are uncertain; return how many. Others stay as they are."""
    return _move(messages.filter(state__in=STOPPABLE), State.CANCELLED, by, "base.mail.cancelled", reason)


@transaction.atomic
def try_again(messages: models.QuerySet[OutboxMessage], *, by: Actor, now: datetime) -> int:
    """
    Let those of the messages that did not arrive go again, under the same Message-ID; return how many.

    A message whose address cannot be used has nothing to send and stays refused.
    """
    whole = messages.filter(state__in=REPEATABLE).exclude(sealed=b"")
    moved = _move(whole, State.WAITING, by, "base.mail.again", "", tries=0, next_try_at=now)
    transaction.on_commit(waking.wake)
    return moved


def _move(
    messages: models.QuerySet[OutboxMessage],
    state: OutboxMessage.State,
    by: Actor | None,
    code: str,
    reason: str,
    **columns: object,
) -> int:
    """Move messages to a state, each with its line; one that a postman takes meanwhile is left to him."""
    chosen = list(messages.defer("sealed").select_for_update(of=("self",)).order_by("id"))
    OutboxMessage.objects.filter(pk__in=[message.pk for message in chosen]).update(state=state, **columns)
    if by is not None:
        # What is not a column makes the line one that no button undoes: a message leaves, or it does not.
        audit.write(
            audit.line(
                message,
                by=by,
                code=code,
                changes={"state": [message.state, state], "ref": ["", message.code]},
                reason=reason,
            )
            for message in chosen
        )
    return len(chosen)


@transaction.atomic
def came_back(message: OutboxMessage, *, what: MailEvent.What, words: str, at: datetime) -> MailEvent:
    """
    Keep what another server reported about a message; the same report twice is kept once.

    BOUNCED and REFUSED become the state of the message, the others only stand in its history.
    """
    event, _is_new = MailEvent.objects.get_or_create(message=message, what=what, words=words, at=at)
    if state := STATES_AFTER.get(MailEvent.What(what)):
        message.state, message.answer = state, words
        message.save(update_fields=["state", "answer"])
    return event
