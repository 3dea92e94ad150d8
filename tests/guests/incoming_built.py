"""A mailbox in memory, the sample messages for it, and a guest who was invited by e-mail."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from chancery.accounts.models import Organiser
from chancery.base import outbox
from chancery.base.inbox.mailboxes import CannotRead
from chancery.base.models import OutboxMessage
from chancery.base.outbox import Mail
from chancery.directory.models import ContactPoint
from chancery.guests import collecting
from chancery.guests.models import Channel, Dispatch, IncomingMessage, Invitation, Kind
from tests import make

SAMPLES = Path(__file__).parents[1] / "incoming"
NOW = datetime(2027, 1, 13, 8, 0, tzinfo=UTC)
SENT = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
GUEST = "ana.sample@ministry.example.net"
ASSISTANT = "office@ministry.example.net"


class Box:
    """A mailbox in memory; `breaks` says before which of its deeds everything ends."""

    name = "box"

    def __init__(self, *raw: bytes, breaks: str = "") -> None:
        self.held = {f"1/{number}": each for number, each in enumerate(raw, 1)}
        self.away: list[bytes] = []
        self.fetched = 0
        self.breaks = breaks

    def places(self) -> list[str]:
        return list(self.held)

    def fetch(self, place: str) -> bytes | None:
        self.fetched += 1
        return self.held.get(place)

    def put_away(self, place: str) -> None:
        if self.breaks == "put away":
            raise KeyboardInterrupt
        if self.breaks == "moving":
            raise CannotRead("No such folder")
        self.away.append(self.held.pop(place))


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.eml").read_bytes()


def invited_by_mail(office: Organiser) -> Invitation:
    """A guest who was invited by e-mail, with an address of her own and one of her assistant."""
    evening = make.event(office, held_on=date(2027, 2, 26), starts_at=time(18), time_zone="Europe/Bucharest")
    person = make.person(office, "Ana Sample")
    assistant = make.person(office, "Ion Assistant")
    ContactPoint.objects.create(person=person, kind="email", value=GUEST.title())
    ContactPoint.objects.create(person=person, kind="email", value=ASSISTANT, via=assistant)
    guest = make.participation(evening, person)
    invitation = Invitation.objects.create(guest=guest, code="23456789bcdf", revision=1)
    message = outbox.post(
        Mail(to=GUEST, subject="s", text="t"), key="k", about=invitation, by=make.actor(office)
    )
    OutboxMessage.objects.filter(pk=message.pk).update(
        message_id="<wxyz23456789@events.example.org>", state=OutboxMessage.State.SENT, sent_at=SENT
    )
    Dispatch.objects.create(
        invitation=invitation,
        key="k",
        kind=Kind.INVITATION,
        channel=Channel.EMAIL,
        language="en",
        recipient="Ana Sample",
        address=GUEST,
        message=message,
        state=Dispatch.State.GONE,
        gone_at=SENT,
        revision=1,
    )
    return invitation


def taken(*names: str, now: datetime = NOW) -> list[IncomingMessage]:
    """The rows of sample messages, each dealt with in the order given."""
    box = Box(*(sample(name) for name in names))
    collecting.collect_from(box, now)
    return list(IncomingMessage.objects.order_by("id"))
