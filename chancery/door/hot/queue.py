"""Admissions that wait for their turn, and who takes them: as many at once as have come meanwhile."""

import asyncio
from collections import deque
from collections.abc import Sequence

from chancery.door.hot.rows import Admission, Taken

MOST_AT_ONCE = 256

type Waiting = tuple[Admission, asyncio.Future[Taken | None]]


class Queue:
    """
    What waits to be written. There is no timer: while one batch is written the next one gathers.

    A party stands in a batch once, so that an admission never depends on another one of its batch.
    """

    def __init__(self) -> None:
        self._waiting: deque[Waiting] = deque()
        self._woken = asyncio.Event()

    def put(self, admission: Admission) -> asyncio.Future[Taken | None]:
        """Have an admission written, and promise what it led to; None where it was not plain after all."""
        told: asyncio.Future[Taken | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((admission, told))
        self._woken.set()
        return told

    async def next(self) -> Sequence[Waiting]:
        """Wait for admissions, and take all that are there."""
        while not self._waiting:
            self._woken.clear()
            await self._woken.wait()
        parties: set[str] = set()
        batch: list[Waiting] = []
        again: list[Waiting] = []
        while self._waiting and len(batch) < MOST_AT_ONCE:
            one = self._waiting.popleft()
            party = one[0].asked.party
            (again if party in parties else batch).append(one)
            parties.add(party)
        self._waiting.extendleft(reversed(again))
        return batch

    def give_up(self) -> None:
        """Leave all that waits to others."""
        while self._waiting:
            answer(self._waiting.popleft(), None)


def answer(waiting: Waiting, taken: Taken | None) -> None:
    """Tell the one who waits; it may have gone meanwhile."""
    if not waiting[1].done():
        waiting[1].set_result(taken)
