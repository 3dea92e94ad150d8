"""Scales from numbers to places on a drawing; every one begins at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from zero to `top` on a length of `room` units."""

    top: int
    room: float

    def __call__(self, value: int) -> float:
        return self.room * value / self.top

    def ticks(self, most: int = 4) -> list[int]:
        """Zero, and at most `most` round numbers above it; the last one is the top."""
        step = _step(self.top, most)
        return list(range(0, self.top + 1, step))


def scale_for(values: Sequence[int], room: float, most_ticks: int = 4) -> Scale:
    """Return a scale whose top is a round number that no value is above; of nothing but zero it is one."""
    highest = max([1, *values])
    step = _step(highest, most_ticks)
    return Scale(-(-highest // step) * step, room)


def _step(top: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … of which `most` steps reach `top`."""
    for power in count():
        for digit in (1, 2, 5):
            step = int(digit * 10**power)
            if step * most >= top:
                return step
    raise AssertionError("some power of ten is large enough")


def every(places: int, room: float, widest: float, gap: float = 8.0) -> int:
    """Return how many labels of `places` on `room` units stand for one that is written, so that none meet."""
    if places == 0:
        return 1
    each = room / places
    return max(1, -(-int(widest + gap) // max(1, int(each))))
