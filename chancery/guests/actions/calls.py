"""A call of the telephone round: made, and answered or not."""

from datetime import datetime

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.actions import dispatches, replies
from chancery.guests.actions.replies import Answer
from chancery.guests.models import Dispatch, Reply


@transaction.atomic
def record_call(
    call: Dispatch, answer: Answer | None, *, spoken_with: str = "", by: Actor, now: datetime
) -> Reply | None:
    """
    Enter that a call was made and what was answered; without an answer the guest was told and will reply.

    `spoken_with` names an assistant who answered; empty where it was the guest.
    Errors: ReplyRefused; then the call is still to be made.
    """
    dispatches.enter_gone([call], gone_at=now, remark=spoken_with, by=by, now=now)
    if answer is None:
        return None
    return replies.record(
        call.invitation,
        answer,
        channel=Reply.Channel.TELEPHONE,
        speaker=Reply.Speaker.ASSISTANT if spoken_with else Reply.Speaker.GUEST,
        speaker_name=spoken_with,
        given_at=now,
        by=by,
        now=now,
    )


@transaction.atomic
def note_attempt(call: Dispatch, remark: str, *, by: Actor) -> None:
    """Note why a call could not be made; it stays in the round."""
    call.remark = remark[:300]
    audit.update(call, by=by, code="guests.dispatch.tried")
