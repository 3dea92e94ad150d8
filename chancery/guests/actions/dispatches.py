"""The dispatch register: what left by hand, by post or by note, what arrived, what came back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import Membership
from chancery.base import audit, outbox
from chancery.base.audit import Actor
from chancery.base.models import OutboxMessage
from chancery.guests.actions import leaving, links, settling
from chancery.guests.actions.listing import raise_revision
from chancery.guests.actions.sending import Ready, dispatch_all
from chancery.guests.models import Dispatch, ReplyLink

State = Dispatch.State


class DispatchRefused(Exception):
    """The entry cannot be made; the message says why."""


@transaction.atomic
def enter_gone(
    dispatches: Sequence[Dispatch], *, gone_at: datetime, remark: str = "", by: Actor, now: datetime
) -> int:
    """
    Enter that messages have left the house; return how many. Those that left before are passed over.

    Errors: DispatchRefused for a moment to come.
    """
    if gone_at > now:
        raise DispatchRefused(_("This moment is still to come; write when it left the house."))
    waiting = _locked(dispatches, State.WAITING)
    for dispatch in waiting:
        dispatch.state, dispatch.gone_at = State.GONE, gone_at
        dispatch.gone_by = by.user
        dispatch.remark = remark[:300] or dispatch.remark
    audit.update_all(waiting, by=by, code="guests.dispatch.gone")
    leaving.follow(waiting, by=by)
    _raise(waiting)
    return len(waiting)


@transaction.atomic
def enter_received(dispatches: Sequence[Dispatch], *, remark: str = "", by: Actor, now: datetime) -> int:
    """Enter that messages were received, with the receipt; return how many had left before."""
    gone = _locked(dispatches, State.GONE)
    for dispatch in gone:
        dispatch.state, dispatch.closed_at = State.DELIVERED, now
        dispatch.remark = remark[:300] or dispatch.remark
    return audit.update_all(gone, by=by, code="guests.dispatch.received")


@transaction.atomic
def enter_returned(dispatches: Sequence[Dispatch], *, remark: str = "", by: Actor, now: datetime) -> int:
    """Enter that messages came back, with the reason; return how many. Their guests can be sent them anew."""
    came_back = _locked(dispatches, State.GONE, State.DELIVERED)
    for dispatch in came_back:
        dispatch.state, dispatch.closed_at = State.RETURNED, now
        dispatch.remark = remark[:300] or dispatch.remark
    audit.update_all(came_back, by=by, code="guests.dispatch.returned")
    _settle(came_back, by)
    return len(came_back)


@transaction.atomic
def cancel(dispatches: Sequence[Dispatch], *, by: Actor, now: datetime) -> int:
    """Stop messages that have not left: papers not yet sent, and e-mails still in the outbox."""
    messages = OutboxMessage.objects.filter(dispatch__in=[one.pk for one in dispatches])
    outbox.cancel(messages, by=by)
    stopped = [
        one
        for one in _locked(dispatches, State.WAITING, State.GONE)
        if one.state == State.WAITING
        or (one.message is not None and one.message.state == OutboxMessage.State.CANCELLED)
    ]
    for dispatch in stopped:
        dispatch.state, dispatch.closed_at = State.CANCELLED, now
    audit.update_all(stopped, by=by, code="guests.dispatch.cancelled")
    _settle(stopped, by)
    return len(stopped)


@transaction.atomic
def resend(dispatch: Dispatch, ready: Ready, *, by: Actor, now: datetime) -> Dispatch:
    """
    Send one message once more, to a corrected address, under a key of its own.

    What has not left of the first one is stopped, and its link opens nothing any more: whoever lives at the
    wrong address shall not answer. Errors: DispatchRefused where it was sent again already.
    """
    Dispatch.objects.select_for_update(of=("self",)).get(pk=dispatch.pk)
    if Dispatch.objects.filter(key=ready.dispatch.key).exists():
        raise DispatchRefused(_("This message was sent again already; look at the new one."))
    cancel([dispatch], by=by, now=now)
    for link in ReplyLink.objects.filter(dispatch=dispatch):
        links.revoke(link, by=by, now=now)
    dispatch_all([ready], by=by, now=now)
    return ready.dispatch


@transaction.atomic
def share_out(dispatches: Sequence[Dispatch], callers: Sequence[Membership], *, by: Actor) -> int:
    """Share telephone calls out among callers, one after the other; with nobody they are taken back."""
    calls = _locked(dispatches, State.WAITING)
    for place, dispatch in enumerate(calls):
        dispatch.caller = callers[place % len(callers)] if callers else None
    return audit.update_all(calls, by=by, code="guests.dispatch.assigned")


def _locked(dispatches: Sequence[Dispatch], *states: State) -> list[Dispatch]:
    """Those of the messages that are in one of the states, held until the transaction ends."""
    keys = [one.pk for one in dispatches]
    rows = Dispatch.objects.select_for_update(of=("self",)).filter(pk__in=keys, state__in=states)
    related = "invitation__guest__person", "invitation__guest__event", "message"
    return list(rows.select_related(*related).order_by("pk"))


def _settle(dispatches: Sequence[Dispatch], by: Actor) -> None:
    """Let guests stand as the messages leave them that still count."""
    for dispatch in dispatches:
        settling.settle(settling.locked(dispatch.invitation), by=by)


def _raise(dispatches: Sequence[Dispatch]) -> None:
    for event in {one.invitation.guest.event for one in dispatches}:
        raise_revision(event)
