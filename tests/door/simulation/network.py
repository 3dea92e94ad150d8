"""A network that loses, delays, turns round and repeats what it is given, and is cut for hours."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.door.simulation.world import SECOND, World

PATIENCE = 12 * SECOND


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad a network is: shares of messages, and milliseconds of delay."""

    loss: float = 0.05
    twice: float = 0.05
    delay: float = 80.0
    long_delay: float = 0.05


@dataclass(slots=True)
class Network:
    """The way between one telephone and the server; `is_cut` loses everything."""

    world: World
    weather: Weather
    is_cut: bool = False
    carried: int = 0
    lost: int = 0
    doubled: int = 0

    def carry(self, arrive: Callable[[], None]) -> None:
        """Bring one message to its end: once, twice or never; later ones may overtake it."""
        world, weather = self.world, self.weather
        if self.is_cut or world.happens(weather.loss):
            self.lost += 1
            return
        self.carried += 1
        world.after(self._delay(), arrive)
        if world.happens(weather.twice):
            self.doubled += 1
            world.after(self._delay() * 3, arrive)

    def _delay(self) -> float:
        delay = self.world.chance.expovariate(1 / self.weather.delay)
        return delay + (
            PATIENCE * self.world.chance.random() * 1.5 if self.world.happens(self.weather.long_delay) else 0
        )
