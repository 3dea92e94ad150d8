"""The real server in a run: its own actions on a database, killed before or after it commits."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from chancery.base.audit import Actor
from chancery.door.actions.devices import note_wiped, revoke
from chancery.door.exchange import exchange
from chancery.door.models import Device, Door, Presence, Scan
from chancery.door.queries.scanned import with_codes
from chancery.door.told import Exchange, ToldScan
from chancery.events.models import Event
from chancery.rules.door.scans import ScanKind
from tests import make
from tests.door.simulation.scans import OPENS, Answer, Asked, Said
from tests.door.simulation.server import PlainServer
from tests.door.simulation.world import World

MILLISECOND = timedelta(milliseconds=1)


def _moment(at: int) -> datetime:
    return OPENS + at * MILLISECOND


def _at(moment: datetime) -> int:
    return round((moment - OPENS) / MILLISECOND)


@dataclass(slots=True)
class RealServer(PlainServer):
    """The actions of the door on an event made for the run; parties are participations of that code."""

    event: Event = field(kw_only=True)

    def __post_init__(self) -> None:
        for code, people in self.expected.items():
            guest = make.participation(self.event, make.person(self.event.organiser, code), code=code)
            Presence.objects.create(participation=guest, event=self.event, expected=people)

    def add_device(self, device: str, door: str) -> None:
        """A door has the name that the run gives it, and the code of the database."""
        PlainServer.add_device(self, device, door)
        found = {"code": door, "ref": door}
        row, _made = Door.objects.get_or_create(event=self.event, name=door, defaults=found)
        far = _moment(self.world.now) + timedelta(days=9)
        Device.objects.create(door=row, code=device, name=device, pairing_ends_at=far, expires_at=far)

    def revoke(self, device: str) -> None:
        PlainServer.revoke(self, device)
        actor = Actor(self.event.organiser_id)
        revoke(self._device(device), by=actor, now=_moment(self.world.now))

    def _device(self, device: str) -> Device:
        found = Device.objects.select_related("door__event__organiser", "door__event__ordering")
        return found.get(code=device)

    def take(self, asked: Asked) -> Answer:
        fate, row = self.fails(), self.devices[asked.device]
        device = self._device(asked.device)
        if device.revoked_at:
            note_wiped(device, waiting=asked.waiting, now=_moment(self.world.now))
            row.told_waiting = asked.waiting
            return Answer((), (), 0, self.world.now, is_gone=True)
        with transaction.atomic():
            answer = self._exchange(device, asked)
            if fate == "before commit":
                self._die()
        row.waiting, row.seen_at = asked.waiting - len(asked.scans), self.world.now
        if fate == "after commit":
            self._die()
        return answer

    def _exchange(self, device: Device, asked: Asked) -> Answer:
        told = [_told(said) for said in asked.scans]
        device_at = _moment(self.world.now)
        sent = Exchange(told, asked.cursor or 0, asked.waiting, device_at)
        said = exchange(device, sent, now=_moment(self.world.now))
        uids = [each["uid"] for each in said["taken"]]
        news = [each["uid"] for each in said["news"]]
        rows = {str(row.uid): row for row in with_codes(Scan.objects.filter(uid__in=[*uids, *news]))}
        taken = tuple(_said(rows[uid]) for uid in uids)
        return Answer(taken, tuple(_said(rows[uid]) for uid in news), said["cursor"], self.world.now)

    def all_scans(self) -> list[Said]:
        return [_said(row) for row in with_codes(Scan.objects.filter(event=self.event))]

    def came_and_inside(self, party: str) -> tuple[int, int, bool]:
        row = Presence.objects.get(participation__event=self.event, participation__code=party)
        return row.came, row.inside, row.in_doubt


def real(event: Event) -> Callable[[World, dict[str, int], Callable[[], str]], PlainServer]:
    """How a run makes its server for this event."""
    return lambda world, expected, fails: RealServer(world, expected, fails, event=event)


def _told(said: Said) -> ToldScan:
    return ToldScan(
        uid=UUID(said.uid),
        kind=Scan.Kind(said.kind.value),
        how=Scan.How.PASS,
        party=said.party,
        people=said.people,
        device_at=_moment(said.device_at),
        at=_moment(said.at),
        undoes=UUID(said.undoes) if said.undoes else None,
        words="",
        was_offline=False,
    )


def _said(row: Scan) -> Said:
    assert row.participation is not None
    assert row.door is not None
    assert row.device is not None
    return Said(
        uid=str(row.uid),
        kind=ScanKind(row.kind),
        party=row.participation.code,
        people=row.people,
        at=_at(row.at),
        device_at=_at(row.device_at),
        door=row.door.code,
        device=row.device.code,
        undoes=str(row.undoes) if row.undoes else "",
    )
