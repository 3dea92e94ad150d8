"""The server as a plain model: takes each scan once, in one transaction, and tells what is new."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.door.simulation.scans import Answer, Asked, Said, standing_by
from tests.door.simulation.world import World


class Killed(Exception):
    """The process ended at this line; whoever asked hears nothing."""


@dataclass(slots=True)
class DeviceRow:
    """What the office's page knows of a device."""

    door: str
    waiting: int = 0
    seen_at: int | None = None
    is_revoked: bool = False
    told_waiting: int | None = None


@dataclass(slots=True)
class PlainServer:
    """Rows in memory; what is not committed when the process is killed is gone."""

    world: World
    expected: dict[str, int]
    fails: Callable[[], str] = lambda: ""
    rows: list[Said] = field(default_factory=list)
    devices: dict[str, DeviceRow] = field(default_factory=dict)
    stored: dict[str, Said] = field(default_factory=dict)
    repeats: int = 0
    kills: int = 0

    def add_device(self, device: str, door: str) -> None:
        self.devices[device] = DeviceRow(door)

    def revoke(self, device: str) -> None:
        self.devices[device].is_revoked = True

    def take(self, asked: Asked) -> Answer:
        """Store what is new and answer. Errors: Killed, with nothing stored or all of it."""
        fate = self.fails()
        if fate == "before commit":
            self._die()
        row = self.devices[asked.device]
        if row.is_revoked:
            row.told_waiting = asked.waiting
            return Answer((), (), 0, self.world.now, is_gone=True)
        self._store(asked)
        row.waiting, row.seen_at = asked.waiting - len(asked.scans), self.world.now
        if fate == "after commit":
            self._die()
        return self._answer(asked)

    def _die(self) -> None:
        self.kills += 1
        raise Killed

    def _store(self, asked: Asked) -> None:
        for said in asked.scans:
            if said.uid in self.stored:
                self.repeats += 1
            else:
                self._add(said)

    def _add(self, said: Said) -> None:
        """Keep a scan; a time that has not come yet is taken as now."""
        self.stored[said.uid] = replace(said, at=min(said.at, self.world.now))
        self.rows.append(self.stored[said.uid])

    def _answer(self, asked: Asked) -> Answer:
        news = tuple(row for row in self.rows[asked.cursor or 0 :] if row.device != asked.device)
        taken = tuple(self.stored[said.uid] for said in asked.scans)
        return Answer(taken, news, len(self.rows), self.world.now)

    def all_scans(self) -> list[Said]:
        """Everything stored, for the check at the end."""
        return list(self.rows)

    def came_and_inside(self, party: str) -> tuple[int, int, bool]:
        """What the office's page says of a party: came, inside, in doubt."""
        standing = standing_by(self.rows, party, self.expected[party])
        return standing.came, standing.inside, bool(standing.doubts)
