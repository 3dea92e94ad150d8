"""What the office does from its own list: lets in, notes who left, takes back, settles doubts."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.actions import presences
from chancery.door.actions.scans import line_of, tell
from chancery.door.models import Presence, Scan
from chancery.door.told import to_the_millisecond
from chancery.events.models import Event, Participation
from chancery.rules.door.scans import Doubt

MOST_PEOPLE = 255


class CannotBeDone(Exception):
    """The list does not allow it; the message says so in a sentence."""


@transaction.atomic
def admit(guest: Participation, *, people: int, words: str = "", by: Actor, now: datetime) -> Presence:
    """Note that so many of a party came in, where the telephones at the doors did not."""
    return _enter(_scan(guest, Scan.Kind.ADMIT, people=people, words=words, by=by, now=now), by=by)


@transaction.atomic
def leave(guest: Participation, *, people: int, words: str = "", by: Actor, now: datetime) -> Presence:
    """Note that so many of a party went out. Errors: CannotBeDone where nobody of it is inside."""
    presence = Presence.objects.filter(participation=guest).first()
    if presence is None or not presence.inside:
        raise CannotBeDone(_("Nobody of this party is inside."))
    return _enter(_scan(guest, Scan.Kind.LEAVE, people=people, words=words, by=by, now=now), by=by)


@transaction.atomic
def take_back(scan: Scan, *, words: str = "", by: Actor, now: datetime) -> Presence:
    """Take back a scan of a party. Errors: CannotBeDone where it was taken back already."""
    if scan.participation is None:
        raise CannotBeDone(_("This was about nobody on the list and counts nothing."))
    if Scan.objects.filter(kind=Scan.Kind.UNDO, undoes=scan.uid).exists():
        raise CannotBeDone(_("This was taken back already."))
    undo = _scan(scan.participation, Scan.Kind.UNDO, people=scan.people, words=words, by=by, now=now)
    undo.undoes = scan.uid
    return _enter(undo, by=by)


def _scan(
    guest: Participation, kind: Scan.Kind, *, people: int, words: str, by: Actor, now: datetime
) -> Scan:
    return Scan(
        uid=uuid4(),
        event=guest.event,
        participation=guest,
        kind=kind,
        how=Scan.How.OFFICE,
        people=min(max(people, 1), MOST_PEOPLE),
        at=to_the_millisecond(now),
        device_at=now,
        received_at=now,
        words=words[:200],
        by=by.user,
    )


def _enter(scan: Scan, *, by: Actor) -> Presence:
    guest = scan.participation
    assert guest is not None
    if not Presence.objects.filter(participation=guest).exists():
        presences.prepare(scan.event)
    presence, _made = Presence.objects.get_or_create(participation=guest, event=scan.event)
    scan.came_before = presence.came
    scan.save(force_insert=True)
    audit.write([line_of(scan, by)])
    return _count(scan.event, guest, scan.at)


def _count(event: Event, guest: Participation, now: datetime) -> Presence:
    presences.count_again(event, [guest.pk])
    presence = Presence.objects.select_related("participation", "door").get(participation=guest)
    tell(event, presence, now)
    return presence


class Settled:
    """How a doubt can be settled."""

    ONE_ENTRY = "one-entry"
    FIRST_WAS_WRONG = "first-was-wrong"
    BOTH_CAME = "both-came"


@transaction.atomic
def settle(
    event: Event, doubt: Doubt, how: str, *, words: str, settled_by: str, by: Actor, now: datetime
) -> Presence:
    """
    Settle a doubt with words: one of the two scans is taken back, or both are right and the party is bigger.

    Both scans stay as they were made; the doors hear the taking back as news, and the bigger party with the
    next list of guests.
    """
    wrong = doubt.first if how == Settled.FIRST_WAS_WRONG else doubt.later
    rows = {str(row.uid): row for row in _both(event, doubt)}
    looked_at = rows[doubt.later.id]
    looked_at.settled_words, looked_at.settled_by = words[:200], settled_by[:120]
    if how == Settled.BOTH_CAME:
        return _believe(looked_at, by=by, now=now)
    audit.update(looked_at, by=by, code="door.doubt.settled")
    return take_back(rows[wrong.id], words=words, by=by, now=now)


def _both(event: Event, doubt: Doubt) -> list[Scan]:
    uids = [doubt.first.id, doubt.later.id]
    rows = Scan.objects.select_for_update(of=("self",)).filter(event=event, uid__in=uids)
    return list(rows.select_related("participation", "event").order_by("pk"))


def _believe(scan: Scan, *, by: Actor, now: datetime) -> Presence:
    """Both scans are right: the party has as many people more."""
    scan.settled_at = now
    audit.update(scan, by=by, code="door.doubt.settled")
    presences.prepare(scan.event)
    guest = scan.participation
    assert guest is not None
    presence = _count(scan.event, guest, now)
    # The doors learn of the bigger party because the list of guests is another one by this line.
    audit.note(presence, by=by, code="door.presence.grown", changes={"expected": [None, presence.expected]})
    return presence
