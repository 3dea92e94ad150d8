"""Who listens to what in this process, and what was said last."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from chancery.base.push.news import News

MOST_WAITING = 64
"""So many messages wait for one slow reader; more, and it gets the whole anew instead."""

REMEMBERED = 32
MOST_REMEMBERED_LETTERS = 256_000
QUIET_CHANNELS = 50


@dataclass(eq=False)
class Listener:
    """
    One reader of a channel.

    `lost_track` says that messages are missing, so that only the whole will do; `is_over` that it must end.
    """

    channel: str
    waiting: deque[News] = field(default_factory=deque)
    lost_track: bool = False
    is_over: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, news: News) -> None:
        """Have the reader told."""
        if len(self.waiting) >= MOST_WAITING:
            self.begin_anew()
        else:
            self.waiting.append(news)
            self.woken.set()

    def begin_anew(self) -> None:
        """Have the reader told the whole."""
        self.waiting.clear()
        self.lost_track = True
        self.woken.set()

    def end(self) -> None:
        """Have the stream end."""
        self.is_over = True
        self.woken.set()


@dataclass(eq=False)
class _Channel:
    listeners: set[Listener] = field(default_factory=set)
    recent: deque[News] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def remember(self, news: News) -> None:
        self.recent.append(news)
        while len(self.recent) > 1 and sum(len(each.text) for each in self.recent) > MOST_REMEMBERED_LETTERS:
            self.recent.popleft()


class Hub:
    """
    The channels of this process.

    `deliver` and `refresh` may be called from any thread, everything else belongs to the loop that serves.
    A channel is remembered from its first listener on, so that one who was cut off catches up.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._channels: dict[str, _Channel] = {}
        self._watchers: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)

    @property
    def is_open(self) -> bool:
        return self._loop is not None

    def open(self) -> None:
        """Begin to take news on the running loop."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """End every stream and take no more news."""
        self._loop = None
        for channel in self._channels.values():
            for listener in channel.listeners:
                listener.end()
        self._channels.clear()
        self._watchers.clear()

    def watch(self, name: str, note: Callable[[], None]) -> None:
        """Have `note` called for all news of a channel, and whenever some may have been missed."""
        self._watchers[name].append(note)

    def deliver(self, news: News) -> None:
        """Hand news to everybody who listens in this process."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._deliver, news)

    def refresh(self) -> None:
        """Have everybody told the whole, because news may have been missed."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._refresh)

    def listen(self, name: str, *, since: str = "") -> Listener:
        """
        Add a reader. `since` is the last id it has: what came after it is waiting for it.

        Where that id is not remembered, or there is none, it has lost track.
        """
        channel = self._channels.setdefault(name, _Channel())
        listener = Listener(name)
        missed = list(channel.recent)
        known = [place for place, news in enumerate(missed) if news.id == since]
        if known:
            listener.waiting.extend(missed[known[0] + 1 :])
        else:
            listener.lost_track = True
        listener.woken.set()
        channel.listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Take a reader away."""
        channel = self._channels.get(listener.channel)
        if channel is not None:
            channel.listeners.discard(listener)
            self._forget_quiet_channels()

    def last_id(self, name: str) -> str:
        """The id of the last news of a channel, empty where none is remembered."""
        channel = self._channels.get(name)
        return channel.recent[-1].id if channel and channel.recent else ""

    def _deliver(self, news: News) -> None:
        for note in self._watchers.get(news.channel, ()):
            note()
        channel = self._channels.get(news.channel)
        if channel is None:
            return
        channel.remember(news)
        for listener in channel.listeners:
            listener.put(news)

    def _refresh(self) -> None:
        for notes in self._watchers.values():
            for note in notes:
                note()
        for channel in self._channels.values():
            channel.recent.clear()
            for listener in channel.listeners:
                listener.begin_anew()

    def _forget_quiet_channels(self) -> None:
        quiet = [name for name, channel in self._channels.items() if not channel.listeners]
        for name in quiet[: max(0, len(quiet) - QUIET_CHANNELS)]:
            del self._channels[name]


hub = Hub()
