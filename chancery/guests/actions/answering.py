"""An answer given on the reply page: once for every form, however often it is sent."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import secret_box
from chancery.base.audit import Actor
from chancery.guests.actions import settling
from chancery.guests.actions.forgetting import forget_needs
from chancery.guests.actions.replies import GUEST, Answer, ReplyRefused, record
from chancery.guests.models import Reply, ReplyLink
from chancery.guests.queries.reply_page import Asked


@transaction.atomic
def answer_once(
    asked: Asked,
    answer: Answer,
    *,
    form_key: str,
    revision: int,
    speaker: str = GUEST,
    speaker_name: str = "",
    now: datetime,
) -> Reply:
    """
    Record an answer from the page; the same form sent twice gives the first answer back.

    `revision` is that of the invitation the guest was looking at.
    Errors: ReplyRefused in one sentence; nothing is recorded then.
    """
    settling.locked(asked.invitation)
    _demand_good_link(asked)
    by = Actor(asked.office.pk)
    earlier = Reply.objects.filter(invitation=asked.invitation, ref=form_key).first()
    if earlier is not None:
        return earlier
    reply = record(
        asked.invitation,
        _with_needs_told_before(asked, answer),
        channel=Reply.Channel.PAGE,
        speaker=speaker,
        speaker_name=speaker_name,
        link=asked.link,
        revision=revision,
        given_at=now,
        by=by,
        now=now,
    )
    reply.ref = form_key
    reply.save(update_fields=["ref"])
    if answer.has_consented and speaker == GUEST:
        forget_needs(asked.invitation, before=reply, by=by)
    return reply


def _demand_good_link(asked: Asked) -> None:
    """Refuse a link that was withdrawn after its page was opened, and before the invitation was locked."""
    if ReplyLink.objects.filter(pk=asked.link.pk).exclude(revoked_at=None).exists():
        raise ReplyRefused(
            _("The office has withdrawn this link; please answer by the latest message you have from it.")
        )


def _with_needs_told_before(asked: Asked, answer: Answer) -> Answer:
    """Keep the one need that was told before where only the other one is told anew."""
    before = asked.needs
    if before is None or not (answer.diet or answer.access):
        return answer
    return replace(
        answer,
        diet=answer.diet or secret_box.open_text(before.sealed_diet),
        access=answer.access or secret_box.open_text(before.sealed_access),
    )
