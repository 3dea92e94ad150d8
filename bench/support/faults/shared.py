"""Few numbers that the harness and the processes it strikes both see, also after one of them was killed."""

import mmap
import struct

IS_ARMED, COUNT, IS_STRUCK, LOCKER = 0, 1, 2, 3
_CLOCK = 64


class Shared:
    """A page of memory that processes forked from this one share with it."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, 4096)
        self._numbers = memoryview(self._page).cast("q")

    def __getitem__(self, place: int) -> int:
        return self._numbers[place]

    def __setitem__(self, place: int, number: int) -> None:
        self._numbers[place] = number

    @property
    def clock_offset(self) -> float:
        """By how many seconds the clock of the installation goes wrong."""
        return float(struct.unpack_from("d", self._page, _CLOCK * 8)[0])

    @clock_offset.setter
    def clock_offset(self, seconds: float) -> None:
        struct.pack_into("d", self._page, _CLOCK * 8, seconds)

    def reset(self) -> None:
        """Begin anew: nothing counted, nothing struck, the clock right."""
        for place in (IS_ARMED, COUNT, IS_STRUCK, LOCKER):
            self[place] = 0
        self.clock_offset = 0.0
