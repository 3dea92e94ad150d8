"""
The reception of the demo: held on the day on which the demo is begun, a few minutes after its doors opened.

Doors, telephones, scans and announcements come by the same actions as on the day, at moments before now, so
that the board, the doubts and the presence of the record show what they show at work. Everybody is a sample.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction

from chancery.accounts.models import Membership
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.door import exchange, slot_rows
from chancery.door.access import pairing_key_of
from chancery.door.actions import arrivals, devices, doors, notes, slots
from chancery.door.models import ArrivalPlan, Device, Door, DoorNote, PreparedAnswer, Scan
from chancery.door.queries.awaited import arrivals_at
from chancery.door.told import Exchange, ToldScan
from chancery.events.models import Event, Participation
from chancery.rules.door.slots import Pace

RECEPTION = "reception-today-sample"
# The guests begin to arrive before this moment; the ceremony follows it by so much.
BEGINS_AFTER, LASTS = timedelta(minutes=18), timedelta(hours=2)
# The slots stand on one day: not before the first of these times, and the end not after the second.
EARLIEST, LATEST = time(2), time(21, 30)
GOOD_FOR = timedelta(hours=16)
PACE = Pace(minutes=10, people=5)
GREETER = "Sample of the protocol office"
LATE_PLACE = "The side of the drawing room, until the applause"
OF_HONOUR = ("deniz-orneksoy", "nino-nimushadze", "matteo-campione")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a telephone noted so many minutes ago; `device` is its number."""

    guest: str
    minutes_ago: int
    device: int = 1
    kind: Scan.Kind = Scan.Kind.ADMIT
    how: Scan.How = Scan.How.PASS
    people: int = 1
    words: str = ""
    was_offline: bool = False


SEEN = (
    Seen("nargiz-ornek", 44, how=Scan.How.SEARCH),
    Seen("resad-ornekzade", 23),
    Seen("gunel-numuneyeva", 21),
    Seen("gheorghe-ilustrativ", 19),
    Seen("stefan-mostra", 18, kind=Scan.Kind.REFUSE, words="Had declined; taken to the office (sample)."),
    Seen("ana-maria-sablon", 17),
    Seen("gheorghe-ilustrativ", 16, device=2, was_offline=True),
    Seen("smaranda-titeica-proba", 15, device=2, was_offline=True),
    Seen("helene-exemple-de-la-tour-modele", 9),
    Seen("smaranda-titeica-proba", 5, kind=Scan.Kind.LEAVE),
    Seen("bonhui-gyeon", 4, how=Scan.How.SEARCH),
)
ANNOUNCED = (
    ("minta-agnes", ArrivalPlan.Announced.AT_THE_DOOR, 2),
    ("deniz-orneksoy", ArrivalPlan.Announced.ON_THE_WAY, 6),
)
NOTES = (
    ("minta-agnes", DoorNote.Kind.ESCORT, "By the lift (sample note)."),
    ("gheorghe-ilustrativ", DoorNote.Kind.PRESS, "Takes no pictures inside (sample note)."),
    ("nino-nimushadze", DoorNote.Kind.CALL, "Speaks at the beginning (sample note)."),
)
ANSWERS = (
    (
        "Heads of mission",
        PreparedAnswer.Outcome.RESERVE,
        "the chairs beside the lectern",
        "Excellency, I shall take you to your seat.",
    ),
    (
        "Everybody else",
        PreparedAnswer.Outcome.STANDING,
        "the back of the drawing room",
        "Please come in; we shall find you a place.",
    ),
)


@dataclass(slots=True)
class Reception:
    """The reception under way: who acts for the office, and its guests by the ref of each."""

    event: Event
    by: Actor
    now: datetime
    guests: Mapping[str, Participation]
    doors: list[Door] = field(default_factory=list)
    devices: list[Device] = field(default_factory=list)

    def ago(self, minutes: int) -> datetime:
        """The moment so many minutes ago."""
        return self.now - timedelta(minutes=minutes)


def load_reception(folder: Path, *, officer: Membership, now: datetime) -> Event | None:
    """
    Load the sample reception and open its doors; None where the office has it already.

    What was done to it in the demo stays: it is made once and never loaded again.
    """
    organiser = officer.organiser
    if Event.objects.filter(organiser=organiser, ref=RECEPTION).exists():
        return None
    with transaction.atomic():
        event = load_event(folder, organiser=organiser, by=Actor(organiser.pk)).event
        by = Actor(organiser.pk, officer.user)
        _hold_today(event, by=by, now=now)
        found = Participation.objects.filter(event=event).select_related("event__organiser").order_by("pk")
        guests = {guest.ref.removeprefix("sample-"): guest for guest in found}
        reception = Reception(event, by, now, guests)
        _prepare(reception)
        _open(reception)
    return event


def _hold_today(event: Event, *, by: Actor, now: datetime) -> None:
    begins = (now + BEGINS_AFTER).astimezone(ZoneInfo(event.time_zone)).replace(second=0, microsecond=0)
    begins += timedelta(minutes=-begins.minute % 5)
    event.held_on = now.astimezone(ZoneInfo(event.time_zone)).date()
    clock = begins.time() if begins.date() == event.held_on else LATEST
    event.starts_at = min(max(clock, EARLIEST), LATEST)
    event.ends_at = (datetime.combine(event.held_on, event.starts_at) + LASTS).time()
    audit.update(event, by=by, code="events.event.changed")


def _prepare(reception: Reception) -> None:
    """Doors, slots in reverse order of rank (R89), greeters, notes and prepared answers (R126)."""
    event, by = reception.event, reception.by
    for ref, name, words in (
        ("sample-residence-gate", "Main entrance", "Coats to the left, then straight on."),
        ("sample-residence-garden", "Garden door", "Step-free, by the lift."),
    ):
        door = Door(event=event, ref=ref, name=name, instructions=words)
        reception.doors.append(doors.make_door(door, by=by))
    awaited = arrivals_at(event, language="en", now=reception.now)
    slots.take_proposal(event, slot_rows.proposal_for(awaited, PACE), by=by)
    _plan(reception)
    for guest, kind, words in NOTES:
        note = DoorNote(participation=reception.guests[guest], kind=kind, text=words)
        notes.make_note(note, by=by)
    answers = [
        PreparedAnswer(event=event, position=place, band=band, outcome=outcome, where=where, words=words)
        for place, (band, outcome, where, words) in enumerate(ANSWERS, 1)
    ]
    notes.save_answers(answers, (), by=by)


def _plan(reception: Reception) -> None:
    honoured = {reception.guests[name].pk for name in OF_HONOUR}

    def change(plan: ArrivalPlan) -> None:
        plan.door, plan.late_place = reception.doors[0], LATE_PLACE
        if plan.participation_id in honoured:
            plan.greeter_name = GREETER

    expected = [
        guest for name, guest in reception.guests.items() if guest.capacity in Participation.OF_GUESTS
    ]
    arrivals.change_plans(expected, change, by=reception.by, code="door.arrival.planned")


def _open(reception: Reception) -> None:
    """Two telephones tell what they saw, a third waits for its pairing, and who comes is announced."""
    main, garden = reception.doors
    _pair(reception, main, "Telephone 1")
    _pair(reception, garden, "Telephone 2", searches=False)
    for number, device in enumerate(reception.devices, 1):
        told = [_told(reception, seen) for seen in SEEN if seen.device == number]
        exchange.exchange(device, Exchange(told, 0, len(told), reception.now), now=reception.now)
    spare = Device(door=main, name="Telephone 3", expires_at=reception.now + GOOD_FOR)
    devices.make_device(spare, by=reception.by, now=reception.now)
    for guest, what, minutes in ANNOUNCED:
        door = garden if what == ArrivalPlan.Announced.AT_THE_DOOR else None
        at = reception.ago(minutes)
        arrivals.announce(reception.guests[guest], what, door=door, by=reception.by, now=at)


def _pair(reception: Reception, door: Door, name: str, *, searches: bool = True) -> None:
    at = reception.ago(60)
    device = Device(door=door, name=name, searches=searches, expires_at=reception.now + GOOD_FOR)
    devices.make_device(device, by=reception.by, now=at)
    paired, _token = devices.pair(pairing_key_of(device), device_at=at, now=at)
    reception.devices.append(paired)


def _told(reception: Reception, seen: Seen) -> ToldScan:
    at = reception.ago(seen.minutes_ago)
    return ToldScan(
        uid=uuid4(),
        kind=seen.kind,
        how=seen.how,
        party=reception.guests[seen.guest].code,
        people=seen.people,
        device_at=at,
        at=at,
        undoes=None,
        words=seen.words,
        was_offline=seen.was_offline,
    )
