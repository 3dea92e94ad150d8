"""A telephone's wrong clock, and the estimate of the true time by it, as clock.js makes it."""

from dataclasses import dataclass, field, replace

from tests.door.simulation.world import World

MEASURES = 8
DRIFT = 0.0002
LEAP = 1_500


@dataclass(slots=True)
class WrongClock:
    """
    What the device shows: ahead by `skew` ms, drifting, and set by hand now and then.

    `steady` runs at the rate of the device and cannot be set, but stands still while the telephone sleeps.
    """

    world: World
    skew: float
    drift: float
    slept: float = 0.0

    def device(self) -> float:
        return self.world.now * (1 + self.drift) + self.skew

    def steady(self) -> float:
        return self.world.now * (1 + self.drift) - self.slept


@dataclass(frozen=True, slots=True)
class Measure:
    """How far the device was ahead when the server was heard, and half the way there and back."""

    skew: float
    half: float
    at: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What of the estimate outlives the app."""

    measures: tuple[Measure, ...] = ()
    last: float = 0.0
    leapt: float = 0.0
    leaps: int = 0


@dataclass(slots=True)
class Estimate:
    """The true time as the telephone knows it; the same steps as in clock.js."""

    clock: WrongClock
    kept: Kept = field(default_factory=Kept)
    apart: float = 0.0

    def __post_init__(self) -> None:
        self.apart = self.clock.device() - self.clock.steady()

    def time(self) -> int:
        """Say the true time in whole milliseconds, never before what was said already."""
        self._notice()
        said = round(self.clock.device() - self._skew())
        if said < self.kept.last - LEAP:
            behind = self.kept.last - said
            self._set_by(-behind)
            self.kept = replace(self.kept, leapt=self.kept.leapt + behind)
            said = round(self.clock.device() - self._skew())
        self.kept = replace(self.kept, last=max(self.kept.last, said))
        return round(self.kept.last)

    def heard(self, sent_at: float, heard_at: float, now: int) -> None:
        """Take the server's time from an answer; both ends of the way are readings of the steady clock."""
        self._notice()
        half = (heard_at - sent_at) / 2
        measure = Measure(self.clock.device() - (now + half), half, self.clock.device())
        known = () if self.kept.leapt else self.kept.measures
        self.kept = replace(self.kept, measures=(*known, measure)[-MEASURES:], leapt=0.0)
        said = round(self.clock.device() - self._skew())
        self.kept = replace(self.kept, last=min(self.kept.last, said))

    def within(self) -> float | None:
        """By how many milliseconds the time may be wrong; None before any measure."""
        best = self._best()
        return None if best is None else self._error(best) + self.kept.leapt + 1

    def noticed(self) -> int:
        """Look whether the clock was set, and say how often it was in all."""
        self._notice()
        return self.kept.leaps

    def _error(self, measure: Measure) -> float:
        return measure.half + abs(self.clock.device() - measure.at) * DRIFT

    def _best(self) -> Measure | None:
        return min(self.kept.measures, key=self._error, default=None)

    def _skew(self) -> float:
        best = self._best()
        return best.skew if best else 0.0

    def _notice(self) -> None:
        step = self.clock.device() - self.clock.steady() - self.apart
        self.apart += step
        if step < -LEAP:
            self._set_by(step)
        elif step > LEAP:
            self.kept = replace(self.kept, leapt=self.kept.leapt + step, leaps=self.kept.leaps + 1)

    def _set_by(self, step: float) -> None:
        moved = tuple(Measure(one.skew + step, one.half, one.at + step) for one in self.kept.measures)
        self.kept = replace(self.kept, measures=moved, leaps=self.kept.leaps + 1)
