"""What a view answers that opens a stream: where the news come from, and what is told first."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.http import StreamingHttpResponse

from chancery.base.push.news import as_event, as_text

type Content = Mapping[str, Any]
type First = Callable[[], Content]
type Cut = Callable[[Content], Content | None]

ASK_AGAIN_MS = 3000
"""After so long a reader comes back whose stream has ended."""


class Opened(StreamingHttpResponse):
    """
    The answer of a view whose address ends with `/stream/`: the reader may follow `channel`.

    `first` says what holds now; it is asked when the stream begins, and again for a reader who lost track.
    It says the same to all readers of the channel with the same cut, and is made once for those who ask
    together; what it needs it reads anew, for a stream may be open for days.
    `cut` makes of a message what this kind of reader may know of it, None for nothing: a function of a
    module, because what it makes is shared by all streams that name it. It is applied to `first` too.

    By the product's own server the answer stays open. Any other sends the first message and ends; the browser
    then asks again by itself.
    """

    def __init__(self, channel: str, first: First, *, cut: Cut | None = None) -> None:
        super().__init__(self._once(), content_type="text/event-stream; charset=utf-8")
        self.channel = channel
        self.first = first
        self.cut = cut
        self["Cache-Control"] = "no-store"
        # nginx would keep small messages until there are more of them
        self["X-Accel-Buffering"] = "no"

    def first_text(self) -> str:
        """What holds now, as JSON, for this reader."""
        content = self.first()
        if self.cut is not None:
            content = self.cut(content) or {}
        return as_text(content)

    def _once(self) -> Iterator[bytes]:
        yield opening()
        yield as_event(self.first_text())


def opening() -> bytes:
    """The first line of a stream: when to come back."""
    return f"retry: {ASK_AGAIN_MS}\n\n".encode()
