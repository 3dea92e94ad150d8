"""Reads about mail that came in: what it is about, who speaks, and what waits to be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.base.inbox.addresses import office_in
from chancery.base.languages import any_text
from chancery.base.models import OutboxMessage
from chancery.directory.models import ContactPoint
from chancery.directory.queries.search import search
from chancery.guests.models import Dispatch, IncomingMessage, Invitation, Kind, Reply

MOST_CANDIDATES = 12
# A server gives up within days; a later report is about something else.
REPORTED_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks for a party, as `Reply.speaker` counts them, and by what name; empty for the guest."""

    speaker: Reply.Speaker
    name: str = ""


def invitation_called(code: str) -> Invitation | None:
    """The invitation with a code, with its guest, event and office."""
    beside = ("guest__event__organiser", "guest__person", "guest__body", "guest__office", "reply")
    return Invitation.objects.select_related(*beside).filter(code=code).first() if code else None


def was_only_held(invitation: Invitation) -> bool:
    """Whether the guest was asked to hold the date, and not invited yet."""
    left = invitation.dispatches.exclude(state__in=[Dispatch.State.WAITING, Dispatch.State.CANCELLED])
    kinds = set(left.values_list("kind", flat=True))
    return kinds == {Kind.HOLD_DATE}


def message_about(identifiers: Sequence[str], recipient: str, *, before: datetime) -> OutboxMessage | None:
    """The message that a report is about: by its identifier, else the last that went to the recipient."""
    by_id = message_called(identifiers)
    if by_id is not None or not recipient:
        return by_id
    gone = OutboxMessage.objects.defer("sealed").filter(
        recipient__iexact=recipient, sent_at__gt=before - REPORTED_WITHIN, sent_at__lte=before
    )
    return gone.order_by("-sent_at", "-id").first()


def message_called(identifiers: Sequence[str]) -> OutboxMessage | None:
    """The message with the first identifier that is one of ours."""
    found = OutboxMessage.objects.defer("sealed").filter(message_id__in=identifiers)
    return min(found, key=lambda message: identifiers.index(message.message_id), default=None)


def last_message_to(address: str, *, before: datetime) -> OutboxMessage | None:
    """The last message about a guest that went to an address."""
    gone = OutboxMessage.objects.defer("sealed").filter(
        recipient__iexact=address, sent_at__lte=before, dispatch__isnull=False
    )
    return gone.order_by("-sent_at", "-id").first() if address else None


def dispatch_of(message: OutboxMessage) -> Dispatch | None:
    """The dispatch that a message carries, with its invitation; None for other mail."""
    beside = ("invitation__guest__event__organiser", "invitation__guest__person")
    return Dispatch.objects.select_related(*beside).filter(message=message).first()


def office_for(recipients: list[str]) -> Organiser | None:
    """
    The office that a message of nobody known is for: the one its address names, else the first that was
    founded, which is that of whoever set the installation up. None before there is any.
    """
    offices = Organiser.objects.order_by("id")
    named = offices.filter(ref=office_in(recipients)).first()
    return named or offices.filter(parent=None).first() or offices.first()


def voice_of(invitation: Invitation, addresses: Sequence[str], *, name: str) -> Voice:
    """
    Say who speaks from one of the addresses, the surest first.

    The guest's own address is the guest, one that somebody answers is an assistant, and so is that of the
    body. An address unknown to the directory to which we wrote is the guest's; any other is somebody else's.
    """
    points = {point.value.strip().lower(): point for point in _contacts(invitation)}
    written_to = {each.strip().lower() for each in invitation.dispatches.values_list("address", flat=True)}
    for address in filter(None, addresses):
        if address in points:
            return _voice_at(points[address], invitation)
        if address in written_to:
            return Voice(Reply.Speaker.GUEST)
    return Voice(Reply.Speaker.OTHER, name or next(filter(None, addresses), ""))


def _contacts(invitation: Invitation) -> list[ContactPoint]:
    """The addresses at which a guest is known, the guest's own last, so that it counts."""
    guest = invitation.guest
    bodies = [guest.body_id, guest.office.body_id if guest.office else None]
    if guest.person is not None:
        bodies += list(guest.person.tenures.values_list("office__body", flat=True))
    whose = Q(person=guest.person_id, person__isnull=False) | Q(body__in=[key for key in bodies if key])
    points = ContactPoint.objects.filter(whose, kind=ContactPoint.Kind.EMAIL).select_related("via", "body")
    return sorted(points, key=lambda point: (point.via_id is None, point.person_id or 0, -point.pk))


def _voice_at(point: ContactPoint, invitation: Invitation) -> Voice:
    if point.via is not None:
        return Voice(Reply.Speaker.ASSISTANT, point.via.main_name)
    if point.body is not None and point.body_id != invitation.guest.body_id:
        return Voice(Reply.Speaker.ASSISTANT, any_text(point.body.names))
    return Voice(Reply.Speaker.GUEST)


def messages_of(office: Organiser) -> QuerySet[IncomingMessage]:
    """What came in for an office, the newest first."""
    guest = "invitation__guest"
    beside = (
        f"{guest}__person",
        f"{guest}__office",
        f"{guest}__body",
        f"{guest}__event",
        "closed_by",
        "reply",
    )
    found = IncomingMessage.objects.filter(organiser=office).defer("sealed_text")
    return found.select_related(*beside).prefetch_related(f"{guest}__person__names").order_by("-id")


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many messages wait for somebody of an office, and since when the oldest does."""

    count: int
    since: datetime


def waiting_in(office: Organiser) -> Waiting | None:
    """What waits to be read; None where nothing does."""
    found = IncomingMessage.objects.filter(organiser=office, state=IncomingMessage.State.OPEN)
    told = found.aggregate(count=Count("id"), since=Min("received_at"))
    return Waiting(told["count"], told["since"]) if told["count"] else None


def candidates_for(message: IncomingMessage, text: str, *, today: date) -> list[Invitation]:
    """
    Return the invitations that a message may answer: the one it seems to, then those whose guest it names.

    `text` is what the reader looks for; without one it is the sender's name. Only events that are not over.
    """
    office = message.organiser
    hits = search(office, text or message.sender_name, kinds=["person", "body"], limit=MOST_CANDIDATES)
    people = [hit.object_id for hit in hits if hit.kind == "person"]
    bodies = [hit.object_id for hit in hits if hit.kind == "body"]
    named = Q(guest__person__in=people) | Q(guest__body__in=bodies) | Q(guest__office__body__in=bodies)
    ahead = Q(guest__event__held_on=None) | Q(guest__event__held_on__gte=today)
    beside = ("guest__event__organiser", "guest__person", "guest__body", "guest__office")
    found = Invitation.objects.filter(named, ahead, guest__event__organiser=office).select_related(*beside)
    nearest = list(found.prefetch_related("guest__person__names").order_by("guest__event__held_on", "id"))
    own = [message.invitation] if message.invitation and not text else []
    return list(dict.fromkeys([*own, *nearest]))[:MOST_CANDIDATES]
