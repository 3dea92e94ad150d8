"""A telephone at a door: its disk, its app that may be killed at any write, and its talk with the server."""

from dataclasses import dataclass, field
from uuid import UUID

from chancery.rules.door.scans import ScanKind, Standing
from tests.door.simulation.clocks import Estimate, Kept, WrongClock
from tests.door.simulation.network import PATIENCE, Network
from tests.door.simulation.scans import Answer, Asked, Said, standing_by
from tests.door.simulation.server import Killed, PlainServer
from tests.door.simulation.world import SECOND, World

POLL = 5 * SECOND
LONGEST_PAUSE = 30 * SECOND
AT_ONCE = 200


class AppKilled(Exception):
    """The app ended while it wrote; the steward saw nothing."""


@dataclass(slots=True)
class Disk:
    """What outlives the app: each change is made whole or not at all."""

    outbox: dict[str, Said] = field(default_factory=dict)
    known: dict[str, Said] = field(default_factory=dict)
    cursor: int | None = None
    clock: Kept = field(default_factory=Kept)


@dataclass(slots=True)
class Phone:
    """
    One device at one door.

    `acknowledged` are the scans that turned the screen green, with the true time of each and by how much the
    device said that its own time may be wrong (None if nobody can know).
    """

    world: World
    server: PlainServer
    network: Network
    clock: WrongClock
    device: str
    door: str
    kill_share: float = 0.0
    poll: int = POLL
    disk: Disk = field(default_factory=Disk)
    acknowledged: dict[str, tuple[int, float | None]] = field(default_factory=dict)
    estimate: Estimate = field(init=False)
    runs: int = 0
    is_running: bool = False
    is_gone: bool = False
    is_clock_unknowable: bool = False
    call: int = 0
    is_calling: bool = False
    failures: int = 0
    made: list[str] = field(default_factory=list)
    wiped: list[Said] = field(default_factory=list)

    def start(self) -> None:
        """Open the app, also without a network: everything comes from the disk."""
        self.estimate = Estimate(self.clock, self.disk.clock)
        self.runs += 1
        self.is_running = True
        self.failures = 0
        self._plan_contact(0)

    def kill(self) -> None:
        """End the app; it is opened again after a while."""
        if not self.is_running:
            return
        if self.estimate.noticed() != self.disk.clock.leaps:
            self.is_clock_unknowable = True
        self.is_running = self.is_calling = False
        self.world.after(self.world.chance.uniform(1, 40) * SECOND, self._restart)

    def _restart(self) -> None:
        if not self.is_running and not self.is_gone:
            self.start()

    def standing(self, party: str) -> Standing:
        """Where the party stands by all that this telephone knows."""
        scans = {**self.disk.known, **self.disk.outbox}
        return standing_by(scans.values(), party, self.server.expected[party])

    def scan(self, kind: ScanKind, party: str, people: int, *, undoes: str = "") -> Said:
        """Keep a scan and say that it is kept. Errors: AppKilled, with nothing kept or everything."""
        at = self.estimate.time()
        uid = str(UUID(int=self.world.chance.getrandbits(128), version=4))
        self.made.append(uid)
        said = Said(uid, kind, party, people, at, round(self.clock.device()), self.door, self.device, undoes)
        self._may_die()
        self.disk.outbox[uid] = said
        self.disk.clock = self.estimate.kept
        self._may_die()
        within = None if self.is_clock_unknowable else self.estimate.within()
        self.acknowledged[uid] = (self.world.now, within)
        self._plan_contact(0)
        return said

    def _may_die(self) -> None:
        if self.world.happens(self.kill_share):
            self.kill()
            raise AppKilled

    def _plan_contact(self, pause: float) -> None:
        run = self.runs
        self.world.after(pause, lambda: self._contact(run))

    def _contact(self, run: int) -> None:
        if not self.is_running or run != self.runs or self.is_gone or self.is_calling:
            return
        self.is_calling = True
        self.call += 1
        call, sent_at = self.call, self.clock.steady()
        batch = tuple(self.disk.outbox.values())[:AT_ONCE]
        asked = Asked(self.device, batch, self.disk.cursor, len(self.disk.outbox))
        self.network.carry(lambda: self._arrives(asked, call, sent_at))
        self.world.after(PATIENCE, lambda: self._gave_up(call))

    def _arrives(self, asked: Asked, call: int, sent_at: float) -> None:
        try:
            answer = self.server.take(asked)
        except Killed:
            return
        self.network.carry(lambda: self._hears(answer, call, sent_at))

    def _gave_up(self, call: int) -> None:
        if call == self.call and self.is_calling:
            self.is_calling = False
            self.estimate.noticed()
            self.disk.clock = self.estimate.kept
            self.failures += 1
            pause = min(LONGEST_PAUSE, SECOND * 2 ** (self.failures - 1))
            self._plan_contact(pause * (0.5 + self.world.chance.random() / 2))

    def _hears(self, answer: Answer, call: int, sent_at: float) -> None:
        if call != self.call or not self.is_calling:
            return
        self.is_calling = False
        self.failures = 0
        if answer.is_gone:
            self.wipe_disk()
            self.is_running, self.is_gone = False, True
            return
        self.estimate.heard(sent_at, self.clock.steady(), answer.now)
        self.is_clock_unknowable = False
        try:
            self._may_die()
            self._settle(answer)
            self._may_die()
        except AppKilled:
            return
        self._plan_contact(0 if self.disk.outbox else self.poll)

    def _settle(self, answer: Answer) -> None:
        taken = {said.uid: said for said in answer.taken}
        outbox = {uid: said for uid, said in self.disk.outbox.items() if uid not in taken}
        known = {**self.disk.known, **taken, **{said.uid: said for said in answer.news}}
        self.disk = Disk(outbox, known, answer.cursor, self.estimate.kept)

    def wipe_disk(self) -> None:
        """The browser or the office throws everything away; what the server lacks is remembered here."""
        self.wiped.extend(said for uid, said in self.disk.outbox.items() if uid in self.acknowledged)
        self.disk = Disk()
