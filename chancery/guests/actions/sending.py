"""
A wave leaves: begun once, sent in pieces, stopped and gone on with.

Every piece is one transaction that writes the messages, their links and their places in the outbox, under
keys that are unique. Whoever sends a piece holds the row of the wave, so that two workers never make two
messages for one party; whatever breaks off in between is gone on with where it stopped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from chancery.base import audit, jobs, outbox
from chancery.base.audit import Actor
from chancery.base.models import Job, OutboxMessage
from chancery.guests.actions import leaving, links, notes, settling
from chancery.guests.actions.listing import raise_revision
from chancery.guests.models import Channel, Dispatch, Invitation, Kind, ReplyLink, Wave
from chancery.guests.queries import answering
from chancery.guests.queries.audience import OPEN, sent_by
from chancery.guests.queries.pasts import plan_told
from chancery.guests.queries.wave_digests import approval_that_counts, digest_of

SEND = "guests.wave.send"
NUMBER = "\ue000"
"""Stands for the number of a note until it is given one."""


class WaveCannotLeave(Exception):
    """The wave cannot be sent; the message is one sentence that says why."""


class WaveStopped(Exception):
    """Somebody stopped the wave, or what it says is no longer true."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A written message: the dispatch and its link, both unsaved, and the mail where it goes by e-mail."""

    dispatch: Dispatch
    link: ReplyLink | None = None
    mail: outbox.Mail | None = None


def key_of(invitation: Invitation, channel: str, kind: str, wave: Wave, revision: int) -> str:
    """Return the key by which a message is sent once: party, channel, kind, wave and revision."""
    return ":".join((invitation.code, channel, kind, wave.code, str(revision)))


@transaction.atomic
def begin(wave: Wave, *, chosen: Sequence[Invitation], shown: str, by: Actor, now: datetime) -> Job:
    """
    Let a wave leave for the parties `chosen`; the list is settled from here on.

    `shown` is the digest of what the user saw before pressing.
    Errors: WaveCannotLeave where it leaves already, has changed since, or lacks an approval.
    """
    locked = _locked(wave)
    _demand_unbegun(locked)
    if not chosen:
        raise WaveCannotLeave(_("Nobody in this wave can be sent anything; nothing has left."))
    digest = digest_of(locked)
    if digest != shown:
        raise WaveCannotLeave(_("List or text have changed since you saw them; look again before you send."))
    if answering.terms_of(locked.event).needs_approval and approval_that_counts(locked, digest) is None:
        raise WaveCannotLeave(_("The head of mission has not approved this list and text; ask for it first."))
    locked.invitations.set(chosen)
    locked.decided_at, locked.told = now, plan_told(locked.event)
    return _start(locked, by)


def _demand_unbegun(wave: Wave) -> None:
    if wave.state not in OPEN:
        raise WaveCannotLeave(_("This wave has left already or is leaving; it is sent once."))


def _start(wave: Wave, by: Actor) -> Job:
    wave.job = jobs.start(SEND, by=by, wave=wave.pk)
    wave.state = Wave.State.SENDING
    audit.update(wave, by=by, code="guests.wave.begun")
    return wave.job


@transaction.atomic
def stop(wave: Wave, *, by: Actor) -> bool:
    """Stop a wave after the piece that is under way; return whether it was leaving at all."""
    locked = _locked(wave)
    if locked.state != Wave.State.SENDING:
        return False
    if locked.job is not None:
        jobs.stop(locked.job)
    locked.state = Wave.State.STOPPED
    audit.update(locked, by=by, code="guests.wave.stopped")
    return True


@transaction.atomic
def go_on(wave: Wave, *, by: Actor) -> Job:
    """
    Go on with a wave that was stopped or broke off.

    Errors: WaveCannotLeave where it is under way, is done, or names a plan that has changed since.
    """
    locked = _locked(wave)
    if not is_broken_off(locked):
        raise WaveCannotLeave(_("This wave is under way or done; there is nothing to go on with."))
    if locked.told != plan_told(locked.event):
        raise WaveCannotLeave(
            _("Day, time or place have changed since this wave began; end it here and make a new one.")
        )
    return _start(locked, by)


def is_broken_off(wave: Wave) -> bool:
    """Whether a wave has begun to leave and nobody works on it."""
    has_failed = wave.state == Wave.State.SENDING and (wave.job is None or wave.job.is_over)
    return has_failed or wave.state == Wave.State.STOPPED


@transaction.atomic
def finish(wave: Wave, *, by: Actor) -> None:
    """Say that a wave is sent: all of it, or as much as was sent before it is ended here."""
    locked = _locked(wave)
    if locked.state == Wave.State.SENDING or is_broken_off(locked):
        locked.state = Wave.State.SENT
        audit.update(locked, by=by, code="guests.wave.sent")


def send_some(wave: Wave, ready: Sequence[Ready], *, by: Actor, now: datetime) -> int:
    """
    Send some of a wave, in one transaction of its own; return to how many.

    Those for whom the wave has made a message already are passed over.
    Errors: WaveStopped where somebody stopped it, or the plan has changed since it began: then it stops here.
    """
    with transaction.atomic():
        locked = _locked(wave)
        if locked.state != Wave.State.SENDING:
            raise WaveStopped
        if locked.told == plan_told(locked.event):
            known = sent_by(locked)
            fresh = [one for one in ready if one.dispatch.invitation_id not in known]
            dispatch_all(fresh, by=by, now=now)
            return len(fresh)
    stop(wave, by=by)
    raise WaveStopped


def dispatch_all(ready: Sequence[Ready], *, by: Actor, now: datetime) -> None:
    """Write messages with their links, numbers and places in the outbox; in the caller's transaction."""
    if not ready:
        return
    event = ready[0].dispatch.invitation.guest.event
    _number_notes(ready, by=by, now=now)
    dispatches = [one.dispatch for one in ready]
    Dispatch.objects.bulk_create(dispatches)
    links.save_all([one.link for one in ready if one.link is not None])
    _post(ready, by=by, now=now)
    _ask_again(dispatches, by=by)
    leaving.follow([one for one in dispatches if one.state == Dispatch.State.GONE], by=by)
    raise_revision(event)


def _number_notes(ready: Sequence[Ready], *, by: Actor, now: datetime) -> None:
    """Give the notes their numbers in the order of the wave, and write them where they were left open."""
    written = [one.dispatch for one in ready if one.dispatch.channel == Channel.NOTE]
    if not written:
        return
    organiser = written[0].invitation.guest.event.organiser
    entries = [notes.Entry(each.recipient, each.subject) for each in written]
    dated_on = now.astimezone(organiser.zone).date()
    for dispatch, note in zip(
        written, notes.enter_notes(organiser, entries, dated_on=dated_on, by=by), strict=True
    ):
        dispatch.note = note
        dispatch.subject = dispatch.subject.replace(NUMBER, str(note))
        dispatch.text = dispatch.text.replace(NUMBER, str(note))
        dispatch.printed = _numbered(dispatch.printed, str(note))


def _numbered[Value](value: Value, number: str) -> Value:
    if isinstance(value, str):
        return value.replace(NUMBER, number)  # type: ignore[return-value]  # a text stays a text
    if isinstance(value, dict):
        return {key: _numbered(each, number) for key, each in value.items()}  # type: ignore[return-value]  # as above
    if isinstance(value, list):
        return [_numbered(each, number) for each in value]  # type: ignore[return-value]  # as above
    return value


def _post(ready: Sequence[Ready], *, by: Actor, now: datetime) -> None:
    """Hand the e-mails to the outbox: from here on they leave by themselves, or came back at once."""
    mailed = [one for one in ready if one.mail is not None]
    postings = [
        outbox.Posting(one.dispatch.key, one.dispatch, one.mail) for one in mailed if one.mail is not None
    ]
    for one, message in zip(mailed, outbox.post_all(postings, by=by), strict=True):
        dispatch = one.dispatch
        dispatch.message, dispatch.state = message, Dispatch.State.GONE
        dispatch.gone_at, dispatch.gone_by = now, by.user
        if message.state == OutboxMessage.State.REFUSED:
            dispatch.state, dispatch.closed_at = Dispatch.State.RETURNED, now
            dispatch.remark = message.answer[:300]
    # One statement for all: a message has the key of its dispatch.
    same_key = OutboxMessage.objects.filter(key=OuterRef("key")).values("pk")
    Dispatch.objects.filter(pk__in=[one.dispatch.pk for one in mailed]).update(
        message=Subquery(same_key), state=Dispatch.State.GONE, gone_at=now, gone_by=by.user
    )
    returned = [one.dispatch for one in mailed if one.dispatch.state == Dispatch.State.RETURNED]
    Dispatch.objects.bulk_update(returned, ["state", "closed_at", "remark"], batch_size=200)


def _ask_again(dispatches: Sequence[Dispatch], *, by: Actor) -> None:
    """A change asks for a reply again: what was answered to another day no longer counts (R83)."""
    changed = [one.invitation for one in dispatches if one.kind == Kind.CHANGE]
    settling.ask_again(changed, by=by)


def _locked(wave: Wave) -> Wave:
    waves = Wave.objects.select_for_update(of=("self",)).select_related("event__organiser", "job")
    return waves.get(pk=wave.pk)
