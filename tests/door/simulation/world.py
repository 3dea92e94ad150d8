"""Simulated time, in which everything happens in one order that follows from the seed alone."""

import heapq
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE

type Deed = Callable[[], object]


@dataclass(slots=True)
class World:
    """
    The true time in milliseconds, and what is still to happen.

    Ties: what was planned first happens first.
    """

    seed: int
    now: int = 0
    steps: int = 0
    chance: random.Random = field(init=False)
    _plan: list[tuple[int, int, Deed]] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def after(self, pause: float, deed: Deed) -> None:
        """Plan a deed so many milliseconds from now."""
        heapq.heappush(self._plan, (self.now + max(0, round(pause)), next(self._number), deed))

    def happens(self, share: float) -> bool:
        """Draw whether something with this probability happens."""
        return self.chance.random() < share

    def run(self, until: int) -> None:
        """Let everything happen that is planned up to this moment."""
        while self._plan and self._plan[0][0] <= until:
            self.now, _number, deed = heapq.heappop(self._plan)
            self.steps += 1
            deed()
        self.now = until
