"""What the calendars of guests answer, as replies (R83)."""

from dataclasses import dataclass
from datetime import datetime

from chancery.base.audit import Actor
from chancery.base.inbox.messages import Incoming
from chancery.base.itip import CalendarAnswer, Method, Word
from chancery.guests.actions import replies
from chancery.guests.actions.replies import Answer, ReplyRefused
from chancery.guests.models import IncomingMessage, Invitation, Reply, Standing
from chancery.guests.queries import answering, incoming
from chancery.guests.queries.calendars import revision_in
from chancery.guests.queries.incoming import Voice

Why = IncomingMessage.Why
STANDINGS = {
    Word.ACCEPTED: Standing.ACCEPTED,
    Word.DECLINED: Standing.REGRETTED,
    Word.TENTATIVE: Standing.UNDECIDED,
    Word.DELEGATED: Standing.REPRESENTED,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an answer: the reply it made, or why somebody of the office has to read it."""

    reply: Reply | None = None
    why: IncomingMessage.Why = Why.NOTHING
    words: str = ""


def take(invitation: Invitation, said: CalendarAnswer, message: Incoming, *, now: datetime) -> Outcome:
    """
    Record what a calendar answers about an invitation.

    A proposal of another time and a representative who does not come are for somebody to read; so is what
    cannot be recorded, with the sentence why. What is said of a date to be held is no reply yet.
    """
    if said.method == Method.COUNTER or said.word is None:
        return Outcome(why=Why.COUNTER, words=said.comment)
    if incoming.was_only_held(invitation):
        # Nobody accepts before being invited (R82); that the date is kept stands with the guest.
        return Outcome(why=Why.HELD if said.word == Word.DECLINED else Why.NOTHING, words=said.comment)
    if said.delegated_from:
        return _take_from_delegate(invitation, said, message, now=now)
    voice = incoming.voice_of(
        invitation,
        [said.sent_by or message.sender, "" if said.sent_by else message.address_in("Reply-To")],
        name=message.sender_name,
    )
    return _record(invitation, _answer(invitation, said), said, message, voice, now=now)


def _take_from_delegate(
    invitation: Invitation, said: CalendarAnswer, message: Incoming, *, now: datetime
) -> Outcome:
    """A representative confirms what the guest said, comes without the guest having said so, or does not."""
    names = {said.attendee.name, said.attendee.address} - {""}
    if said.word != Word.ACCEPTED:
        return Outcome(why=Why.DELEGATE, words=", ".join(sorted(names)))
    held = invitation.reply
    if held and held.standing == Standing.REPRESENTED and held.representative_name in names:
        return Outcome(reply=held)
    name = said.attendee.name or said.attendee.address
    answer = Answer(Standing.REPRESENTED, representative_name=name, message=said.comment)
    return _record(invitation, answer, said, message, Voice(Reply.Speaker.OTHER, name), now=now)


def _record(
    invitation: Invitation,
    answer: Answer,
    said: CalendarAnswer,
    message: Incoming,
    voice: Voice,
    *,
    now: datetime,
) -> Outcome:
    try:
        reply = replies.record(
            invitation,
            answer,
            channel=Reply.Channel.CALENDAR,
            speaker=voice.speaker,
            speaker_name=voice.name,
            revision=min(revision_in(said.sequence), invitation.revision),
            given_at=min(said.at or message.sent_at or now, now),
            by=Actor(invitation.guest.event.organiser_id),
            now=now,
        )
    except ReplyRefused as refused:
        return Outcome(why=Why.REFUSED, words=str(refused))
    return Outcome(reply=reply)


def _answer(invitation: Invitation, said: CalendarAnswer) -> Answer:
    """What the calendar says, and what it cannot say: who comes along stays as it was."""
    assert said.word is not None
    standing = STANDINGS[said.word]
    if standing == Standing.ACCEPTED:
        return _accepting(invitation, said)
    delegate = said.delegated_to
    name = (delegate.name or delegate.address) if delegate else ""
    return Answer(standing, representative_name=name, message=said.comment)


def _accepting(invitation: Invitation, said: CalendarAnswer) -> Answer:
    """A yes of the party as it accepted before, else as it was invited."""
    held = invitation.reply
    if held is not None and held.standing == Standing.ACCEPTED:
        return Answer(
            Standing.ACCEPTED,
            unnamed_companions=held.unnamed_companions,
            companion_names=held.companion_names,
            answers=held.answers,
            message=said.comment,
        )
    names = [companion.printed for companion in invitation.companions.select_related("person")]
    invited = Answer(
        Standing.ACCEPTED,
        unnamed_companions=invitation.unnamed_companions,
        companion_names=names,
        message=said.comment,
    )
    most = answering.companions_allowed(invitation, answering.terms_of(invitation.guest.event))
    return invited if invited.companions <= most else Answer(Standing.ACCEPTED, message=said.comment)
