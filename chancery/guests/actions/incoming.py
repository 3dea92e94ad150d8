"""What is done with a message that came in: each once, and what is not understood waits for a person."""

from datetime import datetime

from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit, itip, secret_box
from chancery.base.audit import Actor
from chancery.base.inbox import reports
from chancery.base.inbox.messages import Incoming
from chancery.base.inbox.reports import Fate, Report
from chancery.base.itip import CalendarAnswer, NotAnAnswer
from chancery.base.models import MailEvent
from chancery.guests.actions import calendar_answers, replies, returned
from chancery.guests.actions.replies import Answer
from chancery.guests.models import IncomingMessage, Invitation, Reply
from chancery.guests.queries import incoming as queries
from chancery.guests.queries.incoming import Voice

Kind, State, Why = IncomingMessage.Kind, IncomingMessage.State, IncomingMessage.Why
FATES = {
    Fate.FAILED: (Kind.RETURNED, MailEvent.What.BOUNCED),
    Fate.DELAYED: (Kind.DELAYED, MailEvent.What.DELAYED),
    Fate.DELIVERED: (Kind.DELIVERED, MailEvent.What.DELIVERED),
}


WRITTEN = frozenset({Kind.LETTER, Kind.AUTOMATIC})


class NothingToRead(Exception):
    """The message was dealt with already, by somebody else perhaps."""


@transaction.atomic
def take_in(message: Incoming, *, place: str, office: Organiser, now: datetime) -> IncomingMessage:
    """
    Deal with a message, in one transaction with the line that says so.

    `office` is whose it is where nothing in it tells. Errors: IntegrityError where it was dealt with.
    """
    row = _row(message, place=place, office=office, now=now)
    row.save(force_insert=True)
    said = _answer_in(message)
    report = None if said else reports.report_in(message)
    if said is not None:
        _take_answer(row, said, message, now)
    elif report is not None:
        _take_report(row, report, now)
    else:
        _take_letter(row, message, now)
    row.closed_at = None if row.is_open else now
    if not row.is_open and row.kind not in WRITTEN:
        # What was recorded says it; the text would only be kept for nothing.
        row.sealed_text = b""
    row.save()
    return row


@transaction.atomic
def leave_unread(
    *, identity: str, place: str, office: Organiser, subject: str, now: datetime
) -> IncomingMessage:
    """Keep that a message cannot be read by the program; it stays in the mailbox."""
    return IncomingMessage.objects.create(
        organiser=office, identity=identity, place=place, subject=subject, why=Why.UNREADABLE, received_at=now
    )


def _row(message: Incoming, *, place: str, office: Organiser, now: datetime) -> IncomingMessage:
    return IncomingMessage(
        organiser=office,
        identity=message.identity,
        place=place,
        sender=message.sender,
        sender_name=message.sender_name,
        subject=message.subject,
        sent_at=message.sent_at,
        received_at=now,
        sealed_text=secret_box.seal_text(message.text) if message.text else b"",
    )


def _answer_in(message: Incoming) -> CalendarAnswer | None:
    for calendar in message.calendars:
        try:
            return itip.read_answer(calendar)
        except NotAnAnswer:
            continue
    return None


def _take_answer(row: IncomingMessage, said: CalendarAnswer, message: Incoming, now: datetime) -> None:
    row.kind = Kind.ANSWER
    invitation = queries.invitation_called(itip.code_in(said.uid))
    if invitation is None:
        row.why = Why.NO_INVITATION
        return
    _belongs_to(row, invitation)
    outcome = calendar_answers.take(invitation, said, message, now=now)
    row.reply, row.why, row.words = outcome.reply, outcome.why, outcome.words[:500]
    row.state = State.OPEN if outcome.why else State.DONE


def _take_report(row: IncomingMessage, report: Report, now: datetime) -> None:
    row.kind, what = FATES[report.fate]
    row.words = " ".join(part for part in (report.status, report.words) if part)[:500]
    row.about = queries.message_about(report.originals, report.recipient, before=now)
    if row.about is None:
        # Nobody has to act on a receipt or a delay.
        is_lost = report.fate == Fate.FAILED
        row.why, row.state = (Why.NO_MESSAGE, State.OPEN) if is_lost else (Why.NOTHING, State.DONE)
        return
    row.state = State.DONE
    # The server's own moment makes the same report twice the same.
    at = min(row.sent_at or now, now)
    dispatch = returned.report(row.about, what=what, words=row.words, at=at)
    if dispatch is not None:
        _belongs_to(row, dispatch.invitation)


def _take_letter(row: IncomingMessage, message: Incoming, now: datetime) -> None:
    row.about = queries.message_called(message.answers) or queries.last_message_to(message.sender, before=now)
    dispatch = queries.dispatch_of(row.about) if row.about else None
    if dispatch is not None:
        _belongs_to(row, dispatch.invitation)
    if reports.is_automatic(message):
        row.kind, row.state = Kind.AUTOMATIC, State.DONE
    else:
        row.why = Why.LETTER


def _belongs_to(row: IncomingMessage, invitation: Invitation) -> None:
    row.invitation, row.organiser = invitation, invitation.guest.event.organiser


@transaction.atomic
def enter(
    message: IncomingMessage, invitation: Invitation, answer: Answer, *, by: Actor, now: datetime
) -> Reply:
    """
    Enter what a person read in a message as a reply to an invitation.

    Errors: NothingToRead where somebody was faster; ReplyRefused where the reply cannot be recorded.
    """
    row = _locked(message)
    voice: Voice = queries.voice_of(invitation, [row.sender], name=row.sender_name)
    reply = replies.record(
        invitation,
        answer,
        channel=Reply.Channel.EMAIL,
        speaker=voice.speaker,
        speaker_name=voice.name,
        given_at=min(row.sent_at or row.received_at, now),
        by=by,
        now=now,
    )
    row.invitation, row.reply = invitation, reply
    _close(row, State.ENTERED, by=by, now=now)
    return reply


@transaction.atomic
def set_aside(message: IncomingMessage, *, by: Actor, now: datetime) -> None:
    """Close a message that needs no reply. Errors: NothingToRead."""
    _close(_locked(message), State.ASIDE, by=by, now=now)


@transaction.atomic
def take_up(message: IncomingMessage, *, by: Actor) -> None:
    """Open a message again that was set aside. Errors: NothingToRead where it was not."""
    row = IncomingMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if row.state != State.ASIDE:
        raise NothingToRead
    row.state, row.closed_at, row.closed_by_id = State.OPEN, None, None
    _save(row, by=by, code="guests.incoming.taken-up")


def _locked(message: IncomingMessage) -> IncomingMessage:
    row = IncomingMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if not row.is_open:
        raise NothingToRead
    return row


def _close(row: IncomingMessage, state: IncomingMessage.State, *, by: Actor, now: datetime) -> None:
    row.state, row.closed_at, row.closed_by = state, now, by.user
    _save(row, by=by, code=f"guests.incoming.{state}")


def _save(row: IncomingMessage, *, by: Actor, code: str) -> None:
    before = IncomingMessage.objects.only("state").get(pk=row.pk)
    row.save(update_fields=["state", "closed_at", "closed_by", "invitation", "reply"])
    # In words, for it is no column alone: what was entered is taken back with the reply.
    told = [before.get_state_display(), row.get_state_display()]
    audit.note(row, by=by, code=code, changes={"what was done": told})
