"""What stewards put right about guests: who came uninvited, who comes instead, how a name is spelt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.actions import book
from chancery.directory.models import PersonName
from chancery.directory.sorting import sorted_as
from chancery.door.actions import presences, scans, uninvited
from chancery.door.models import Device, Door, DoorNote, Scan
from chancery.door.told import NotAsTold, ToldScan, moment_in, text_in
from chancery.events.models import Participation
from chancery.guests.actions import listing, replies, representatives, walk_ins
from chancery.guests.actions.replies import Answer, ReplyRefused
from chancery.guests.models import Reply, Standing

CODE = "door.guest.told"


class Told(StrEnum):
    """What a steward can tell of a guest."""

    WALK_IN = "walk-in"
    REPRESENTATIVE = "representative"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class ToldGuest:
    """
    What a steward told: `party` is the guest whom it concerns, "" for somebody who is not on the list.

    `band` is that of the prepared answer by which somebody was let in, "" where there was none (R126).
    """

    uid: UUID
    kind: Told
    party: str
    name: str
    office: str
    people: int
    at: datetime
    words: str
    band: str = ""


def told_guest(sent: Mapping[str, Any]) -> ToldGuest:
    """Read what a device sends about a guest. Errors: NotAsTold."""
    try:
        found = ToldGuest(
            uid=UUID(sent["uid"]),
            kind=Told(sent["kind"]),
            party=text_in(sent.get("party"), most=12),
            name=" ".join(text_in(sent.get("name"), most=200).split()),
            office=" ".join(text_in(sent.get("office"), most=200).split()),
            people=min(max(int(sent.get("people") or 1), 1), 255),
            at=moment_in(sent["at"]),
            words=text_in(sent.get("words"), most=200),
            band=text_in(sent.get("band"), most=60),
        )
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError, OSError) as fault:
        raise NotAsTold(str(fault)) from fault
    if not found.name:
        raise NotAsTold("name")
    return found


@transaction.atomic
def take(device: Device, told: ToldGuest, *, now: datetime) -> dict[str, Any]:
    """
    Do what a steward told, once by its uid, and return what became of it.

    Shape: `party` is the code of the guest it ended with, "" where the office has to decide; `sentence` says
    so in words. What cannot be done is kept for the office, as a note or a doubt, and never lost.
    """
    event, by = device.door.event, Actor(device.door.event.organiser_id)
    Door.objects.select_for_update().get(pk=device.door_id)
    before = _told_before(device, told)
    if before is not None:
        return before
    try:
        with transaction.atomic():
            guest, sentence = _DEEDS[told.kind](device, told, by, now)
    except (ReplyRefused, representatives.CannotRepresent, _CannotBeDone) as refused:
        guest, sentence = _concerned(device, told), str(refused)
        _leave_for_the_office(device, guest, told, by=by, now=now)
    presences.prepare(event)
    answer = {"uid": str(told.uid), "party": guest.code if guest else "", "sentence": sentence}
    audit.note(
        device, by=by, code=CODE, changes={"told": [None, answer | {"kind": told.kind, "name": told.name}]}
    )
    return answer


class _CannotBeDone(Exception):
    """What was told needs the office; the message says why."""


def _told_before(device: Device, told: ToldGuest) -> dict[str, Any] | None:
    lines = AuditLine.objects.filter(kind=audit.kind_of(Device), object_id=device.pk, code=CODE)
    for line in lines.filter(organiser_id=device.door.event.organiser_id).order_by("id"):
        answer = line.changes["told"][1]
        if answer["uid"] == str(told.uid):
            return {name: answer[name] for name in ("uid", "party", "sentence")}
    return None


def _concerned(device: Device, told: ToldGuest) -> Participation | None:
    return Participation.objects.filter(event=device.door.event, code=told.party).first()


def _demand_concerned(device: Device, told: ToldGuest) -> Participation:
    guest = _concerned(device, told)
    if guest is None:
        raise _CannotBeDone(_("The guest is not on the list any more; the office was told."))
    return guest


def _leave_for_the_office(
    device: Device, guest: Participation | None, told: ToldGuest, *, by: Actor, now: datetime
) -> None:
    """Keep what could not be done; who was let in without coming to the list is a scan of nobody on it."""
    if told.kind is Told.WALK_IN:
        said = " · ".join(filter(None, (told.name, told.office, told.words)))
        scans.take_scans(device, [replace(_admission(told, ""), words=said[:200])], now)
    elif guest is not None:
        _leave_note(guest, told, by=by)


def _leave_note(guest: Participation, told: ToldGuest, *, by: Actor) -> None:
    text = _("Told at the door: %(name)s") % {"name": ", ".join(filter(None, [told.name, told.office]))}
    note = DoorNote(participation=guest, kind=DoorNote.Kind.CALL, text=text[:200])
    audit.create(note, by=by, code="door.note.made")


def _walk_in(device: Device, told: ToldGuest, by: Actor, now: datetime) -> tuple[Participation | None, str]:
    """Somebody without an invitation was let in: by the rule of the door, or because the office said so."""
    event, at = device.door.event, min(told.at, now)
    reply = walk_ins.walk_in(event, told.name, companions=told.people - 1, by=by, now=at)
    guest = reply.invitation.guest
    _write_office(guest, told, by=by)
    [taken] = scans.take_scans(device, [_admission(told, guest.code)], now)
    against = uninvited.rule_broken(device.door, words=told.words, band=told.band)
    if against is not None:
        uninvited.doubt(taken.scan, against, by=by)
    return guest, _("%(name)s is on the list.") % {"name": told.name}


def _admission(told: ToldGuest, party: str) -> ToldScan:
    """The coming in of somebody who was written down at the door, with a uid that follows from it."""
    return ToldScan(
        uid=uuid5(told.uid, "admit"),
        kind=Scan.Kind.ADMIT,
        how=Scan.How.WALK_IN,
        party=party,
        people=told.people,
        device_at=told.at,
        at=told.at,
        undoes=None,
        words=told.words,
        was_offline=False,
    )


def _write_office(guest: Participation, told: ToldGuest, *, by: Actor) -> None:
    if told.office:
        language = guest.event.organiser.languages[0]
        guest.capacity_printed = {language: told.office}
        audit.update(guest, by=by, code="guests.guest.changed")


def _representative(
    device: Device, told: ToldGuest, by: Actor, now: datetime
) -> tuple[Participation | None, str]:
    """Somebody comes instead of a guest: a new guest with the own rank (R83)."""
    principal = _demand_concerned(device, told)
    [invitation] = replies.invitations_of([principal], by=by)
    answer = Answer(
        Standing.REPRESENTED,
        representative_name=told.name,
        representative_office=told.office,
        unnamed_companions=told.people - 1,
    )
    said = replies.record(
        invitation, answer, channel=Reply.Channel.IN_PERSON, given_at=min(told.at, now), by=by, now=now
    )
    guest = representatives.name(said, None, by=by)
    return guest, _("%(name)s comes instead.") % {"name": told.name}


def _spelling(device: Device, told: ToldGuest, by: Actor, now: datetime) -> tuple[Participation | None, str]:
    """The name as the guest wants it printed; the one before stays in the history."""
    guest = _demand_concerned(device, told)
    person = guest.person
    if person is None:
        raise _CannotBeDone(_("This guest is no person whose name could be put right; the office was told."))
    rows = PersonName.objects.filter(person=person).order_by("position", "pk")
    names = [dict(row) for row in rows.values("printed", "given", "family", "language", "order", "kind")]
    is_sorted_by_name = person.sort_name == sorted_as(names)
    names[:1] = [respelt(names[0] if names else {}, told.name)]
    if is_sorted_by_name:
        person.sort_name = sorted_as(names)
    book.change(person, sections={"names": names}, by=by)
    listing.raise_revision(guest.event)
    return guest, _("The name is written %(name)s.") % {"name": told.name}


def respelt(name: Mapping[str, Any], printed: str) -> dict[str, Any]:
    """Return a name as it is to be printed; in parts where it has as many words as before, else whole."""
    words, given, family = printed.split(), str(name.get("given", "")), str(name.get("family", ""))
    parts = len(given.split()), len(family.split())
    if not all(parts) or sum(parts) != len(words) or name["order"] == PersonName.Order.WHOLE:
        whole = {"printed": printed, "given": "", "family": "", "order": PersonName.Order.WHOLE}
        return {**name, **whole}
    is_given_first = name["order"] == PersonName.Order.GIVEN_FIRST
    cut = parts[0] if is_given_first else parts[1]
    first, second = " ".join(words[:cut]), " ".join(words[cut:])
    told = {"given": first, "family": second} if is_given_first else {"given": second, "family": first}
    return {**name, "printed": printed, **told}


type Deed = Callable[[Device, ToldGuest, Actor, datetime], tuple[Participation | None, str]]

_DEEDS: Mapping[Told, Deed] = {
    Told.WALK_IN: _walk_in,
    Told.REPRESENTATIVE: _representative,
    Told.SPELLING: _spelling,
}
