"""What holds now, made once for all readers of a kind who ask for it at the same moment."""

import asyncio

from chancery.base.push.asking import in_thread
from chancery.base.push.streams import Cut, Opened

type Kind = tuple[str, Cut | None]


class Wholes:
    """
    The wholes that are being made, and those that are to be made next, by channel and cut.

    Fifty screens that come back at once after a cut are told one text that was made for one of them. Nobody
    is told a text that was begun before they asked: what is published from then on waits for them as news.
    """

    def __init__(self) -> None:
        self._begun: dict[Kind, asyncio.Task[str]] = {}
        self._next: dict[Kind, asyncio.Task[str]] = {}

    async def text_of(self, opened: Opened) -> str:
        """Return what holds now for a reader, as JSON. Errors: those of its `first`."""
        kind = (opened.channel, opened.cut)
        if kind not in self._next:
            self._next[kind] = asyncio.create_task(self._make(kind, opened))
        return await asyncio.shield(self._next[kind])

    async def _make(self, kind: Kind, opened: Opened) -> str:
        if kind in self._begun:
            await asyncio.wait([self._begun[kind]])
        self._begun[kind] = self._next.pop(kind)
        try:
            return await in_thread(opened.first_text)
        finally:
            del self._begun[kind]


wholes = Wholes()
