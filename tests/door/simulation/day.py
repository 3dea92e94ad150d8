"""One run: hours at the doors with everything that fails, then an hour of quiet, then the invariants."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.door.simulation.clocks import WrongClock
from tests.door.simulation.network import Network, Weather
from tests.door.simulation.people import People
from tests.door.simulation.phones import POLL, Phone
from tests.door.simulation.server import PlainServer
from tests.door.simulation.world import HOUR, MINUTE, SECOND, World

QUIET = 20 * MINUTE

type ServerOf = Callable[[World, dict[str, int], Callable[[], str]], PlainServer]


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong: shares of writes and calls, and the mean milliseconds between other faults."""

    weather: Weather = field(default_factory=Weather)
    app_dies: float = 0.01
    server_dies: float = 0.02
    cut_every: float = 1.5 * HOUR
    cut_for: float = 0.7 * HOUR
    leap_every: float = 3 * HOUR
    wipe_every: float = 30 * HOUR
    revoke_every: float = 80 * HOUR


@dataclass(slots=True)
class Day:
    """Doors, telephones and guests of one run, made from the seed alone."""

    seed: int
    hours: float
    faults: Faults = field(default_factory=Faults)
    server_of: ServerOf = PlainServer
    doors: int = 3
    phones_a_door: int = 2
    guests: int = 60
    poll: int = POLL
    world: World = field(init=False)
    server: PlainServer = field(init=False)
    phones: list[Phone] = field(default_factory=list)
    people: People = field(init=False)
    is_quiet: bool = False
    leaps: int = 0

    def run(self) -> "Day":
        """Let it happen, then mend everything and wait until all is told."""
        self._begin()
        end = round(self.hours * HOUR)
        self.world.run(end)
        self._mend()
        self.world.run(end + QUIET)
        return self

    def _begin(self) -> None:
        self.world = World(self.seed)
        self.people = People(self.world, self.phones, self.hours)
        self.people.invite(self.guests)
        expected = {party.code: party.people for party in self.people.parties}
        self.server = self.server_of(self.world, expected, self._fate_of_call)
        for number in range(self.doors * self.phones_a_door):
            self.add_phone(f"door-{number % self.doors}")
        self.world.after(self._pause(self.faults.revoke_every), self._revoke_one)

    def _fate_of_call(self) -> str:
        if self.is_quiet or not self.world.happens(self.faults.server_dies):
            return ""
        return self.world.chance.choice(("before commit", "after commit"))

    def add_phone(self, door: str) -> None:
        """Pair one more telephone, with a clock that is wrong by up to ten minutes."""
        world = self.world
        device = f"device-{len(self.phones):02}"
        clock = WrongClock(
            world, world.chance.uniform(-600, 600) * SECOND, world.chance.uniform(-1, 1) * 0.0001
        )
        network = Network(world, self.faults.weather)
        self.server.add_device(device, door)
        phone = Phone(world, self.server, network, clock, device, door, self.faults.app_dies, self.poll)
        phone.start()
        self._pair(phone)
        self.phones.append(phone)
        self._plan_faults(phone)

    def _pair(self, phone: Phone) -> None:
        """Pairing needs an answer of the server, which is the first measure of the clock."""
        heard = phone.clock.steady()
        phone.estimate.heard(heard - 200, heard, self.world.now - 100)

    def _pause(self, mean: float) -> float:
        return self.world.chance.expovariate(1 / mean)

    def _plan_faults(self, phone: Phone) -> None:
        faults = self.faults
        self._again(faults.cut_every, lambda: self._cut(phone))
        self._again(faults.leap_every, lambda: self._leap(phone))
        self._again(faults.cut_every, phone.kill)
        self.world.after(self._pause(faults.wipe_every), lambda: self._wipe(phone))

    def _again(self, mean: float, deed: Callable[[], None]) -> None:
        def happen() -> None:
            if not self.is_quiet:
                deed()
                self._again(mean, deed)

        self.world.after(self._pause(mean), happen)

    def _cut(self, phone: Phone) -> None:
        phone.network.is_cut = True

        def join() -> None:
            phone.network.is_cut = False

        self.world.after(self._pause(self.faults.cut_for), join)

    def _leap(self, phone: Phone) -> None:
        """The clock is set, or the telephone sleeps; nobody can know it of an app that is not open."""
        self.leaps += 1
        step = self.world.chance.choice((-1, 1)) * self.world.chance.uniform(5, 900) * SECOND
        if not phone.is_running:
            phone.is_clock_unknowable = True
        phone.clock.skew += step
        if step < 0 or self.world.happens(0.5):
            return
        phone.clock.skew -= step
        phone.clock.slept += step

    def _wipe(self, phone: Phone) -> None:
        if self.is_quiet or phone.is_gone:
            return
        phone.wipe_disk()
        phone.is_running, phone.is_gone = False, True
        self.add_phone(phone.door)

    def _revoke_one(self) -> None:
        if self.is_quiet:
            return
        phone = self.world.chance.choice([one for one in self.phones if not one.is_gone])
        self.server.revoke(phone.device)
        self.add_phone(phone.door)

    def _mend(self) -> None:
        self.is_quiet = True
        for phone in self.phones:
            phone.network.is_cut = False
            phone.network.weather = Weather(0, 0, 40, 0)
            phone.kill_share = 0.0
