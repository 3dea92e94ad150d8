"""What was sent and what came back in the words of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.rows import Mark
from chancery.guests.models import Channel, Dispatch, IncomingMessage, Reply
from chancery.guests.queries.correspondence import Came, Decided, Entry, Received, Sent
from chancery.guests.queries.pasts import LEFT
from chancery.guests.said import mark_of

type Signs = tuple[Shape, Tone]

SENT: dict[str, Signs] = {
    Dispatch.State.WAITING: (Shape.CLOCK, Tone.PLAIN),
    Dispatch.State.GONE: (Shape.YES, Tone.PLAIN),
    Dispatch.State.DELIVERED: (Shape.YES, Tone.GOOD),
    Dispatch.State.RETURNED: (Shape.NO, Tone.WRONG),
    Dispatch.State.CANCELLED: (Shape.CROSS, Tone.PLAIN),
}
# What an outbox says of an e-mail that its dispatch does not.
MAILED: dict[str, Signs] = {
    OutboxMessage.State.WAITING: (Shape.CLOCK, Tone.PLAIN),
    OutboxMessage.State.SENDING: (Shape.CLOCK, Tone.PLAIN),
    OutboxMessage.State.UNCERTAIN: (Shape.CAREFUL, Tone.CAREFUL),
    OutboxMessage.State.REFUSED: (Shape.NO, Tone.WRONG),
    OutboxMessage.State.BOUNCED: (Shape.NO, Tone.WRONG),
}


@dataclass(frozen=True, slots=True)
class Line:
    """
    One thing that was sent, came back or was decided.

    `details` are short sentences or phrases, each on its own line; `sent_code` opens the message as it was
    sent. `by` is who of the office did it, empty where nobody did.
    """

    at: datetime
    title: str
    mark: Mark
    details: Sequence[str]
    by: str
    sent_code: str = ""
    address: str = ""

    @property
    def known(self) -> Sequence[str]:
        """The details without the address, where that stands by itself."""
        return [detail for detail in self.details if detail != self.address]


def lines_of(entries: Sequence[Entry]) -> list[Line]:
    """Put what passed into words, in the given order."""
    return [_line(entry) for entry in entries]


def _line(entry: Entry) -> Line:
    match entry:
        case Sent(at, dispatch):
            return sent_line(dispatch, at)
        case Came(at, reply):
            return _came(reply, at)
        case Decided(at, reply):
            return _decided(reply, at)
        case Received(at, message):
            return _received(message, at)


def sent_line(dispatch: Dispatch, at: datetime) -> Line:
    """Tell one message: what, to whom, by which channel, what became of it."""
    return Line(
        at=at,
        title=f"{dispatch.get_kind_display()} · {dispatch.get_channel_display()}",
        mark=state_of(dispatch),
        details=list(_about(dispatch)),
        by=str(dispatch.gone_by or ""),
        sent_code=dispatch.code,
        address=dispatch.address,
    )


def state_of(dispatch: Dispatch) -> Mark:
    """What became of a message, as shape and word; of an e-mail the outbox knows more."""
    return mark_of_state(dispatch.state, dispatch.message.state if dispatch.message else None)


def mark_of_state(state: str, mail: str | None) -> Mark:
    """The same from the state of the message and that of its e-mail, which is None where there is none."""
    if state in LEFT and mail in MAILED:
        shape, tone = MAILED[mail]
        return Mark(shape, str(OutboxMessage.State(mail).label), tone)
    shape, tone = SENT[state]
    return Mark(shape, str(Dispatch.State(state).label), tone)


def _about(dispatch: Dispatch) -> Iterator[str]:
    if dispatch.address:
        yield dispatch.address
    if dispatch.note:
        yield _("Note verbale %(number)s") % {"number": dispatch.note}
    if dispatch.channel == Channel.TELEPHONE and dispatch.caller:
        yield _("Called by %(name)s") % {"name": dispatch.caller.user}
    trail = list(trail_of(dispatch))
    if dispatch.remark and not any(line.endswith(dispatch.remark) for line in trail):
        yield dispatch.remark
    yield from trail


def trail_of(dispatch: Dispatch) -> Iterator[str]:
    """What mail servers said of an e-mail, the earliest first."""
    if dispatch.message is None:
        return
    for event in dispatch.message.events.all():
        yield _said(event)


def _said(event: MailEvent) -> str:
    words = " ".join(event.words.split())
    return f"{event.get_what_display()}: {words}" if words else str(event.get_what_display())


def _came(reply: Reply, at: datetime) -> Line:
    return Line(
        at=at,
        title=_("Answer · %(channel)s") % {"channel": reply.get_channel_display()},
        mark=mark_of(reply),
        details=list(_told(reply)),
        by=str(reply.entered_by or ""),
    )


def _told(reply: Reply) -> Iterator[str]:
    if reply.speaker != Reply.Speaker.GUEST or reply.speaker_name:
        speaker = [reply.get_speaker_display(), reply.speaker_name]
        yield _("Said by %(speaker)s") % {"speaker": listed(word for word in speaker if word)}
    if reply.is_late:
        yield _("late")
    if reply.representative_name:
        office = [reply.representative_name, reply.representative_office]
        yield _("represented by %(name)s") % {"name": listed(word for word in office if word)}
    if reply.reason:
        yield reply.reason
    if reply.why_open:
        yield str(reply.get_why_open_display())
        if not reply.decision and getattr(reply, "corrected_by", None) is None:
            yield _("It waits for the decision of the office.")


def _decided(reply: Reply, at: datetime) -> Line:
    is_taken = reply.decision == Reply.Decision.TAKEN
    signs = (Shape.YES, Tone.GOOD) if is_taken else (Shape.NO, Tone.PLAIN)
    return Line(
        at=at,
        title=_("Decision about an answer"),
        mark=Mark(signs[0], reply.get_decision_display(), signs[1]),
        details=[f"{reply.get_standing_display()} · {reply.get_channel_display()}"],
        by=str(reply.decided_by or ""),
    )


def _received(message: IncomingMessage, at: datetime) -> Line:
    signs = (Shape.OPEN, Tone.CAREFUL) if message.is_open else (Shape.SQUARE, Tone.PLAIN)
    return Line(
        at=at,
        title=_("Incoming mail · %(kind)s") % {"kind": message.get_kind_display()},
        mark=Mark(signs[0], message.get_state_display(), signs[1]),
        details=[
            str(detail) for detail in (message.subject, message.why and message.get_why_display()) if detail
        ],
        by=str(message.closed_by or ""),
    )
