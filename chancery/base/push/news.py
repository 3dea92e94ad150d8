"""One message on a channel: how it is written, for a stream and for the way between processes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chancery.base.codes import new_code

MOST_LETTERS = 7_000
"""PostgreSQL carries 8,000 bytes in one notification; what is longer goes in parts."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened on `channel`, as JSON in ASCII; `id` is the same in every process."""

    id: str
    channel: str
    text: str


def news_of(channel: str, content: Mapping[str, Any]) -> News:
    """Write down what happened under a new id."""
    return News(new_code(), channel, as_text(content))


def as_text(content: Mapping[str, Any]) -> str:
    """Return content as JSON on one line, in ASCII."""
    return json.dumps(content, separators=(",", ":"), allow_nan=False)


def as_event(text: str, *, news_id: str = "", kind: str = "") -> bytes:
    """Return one event of a stream; an empty id leaves the last one that the reader has."""
    lines = [f"id: {news_id}\n" if news_id else "", f"event: {kind}\n" if kind else "", f"data: {text}\n\n"]
    return "".join(lines).encode()


def parts_of(news: News) -> list[str]:
    """Return the notifications that carry the news, in order, each short enough for PostgreSQL."""
    cuts = range(0, len(news.text), MOST_LETTERS)
    return [
        f"{news.id} {number} {len(cuts)} {news.channel}\n{news.text[start : start + MOST_LETTERS]}"
        for number, start in enumerate(cuts)
    ]


class NotOurs(ValueError):
    """A notification is not one that `parts_of` writes."""


class Joining:
    """Puts the parts of news together again; a part whose others never come is dropped."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._id = ""

    def take(self, payload: str) -> Iterator[News]:
        """Take a notification, and give the news that it completes. Errors: NotOurs."""
        head, _line, text = payload.partition("\n")
        news_id, number, count, channel = _head(head.split(" ", 3))
        if news_id != self._id or number != len(self._parts):
            self._id, self._parts = news_id, []
        if number != len(self._parts):
            return
        self._parts.append(text)
        if len(self._parts) == count:
            whole, self._id, self._parts = "".join(self._parts), "", []
            yield News(news_id, channel, _object(whole))


def _head(words: Sequence[str]) -> tuple[str, int, int, str]:
    try:
        news_id, number, count, channel = words
        return news_id, int(number), int(count), channel
    except ValueError as fault:
        raise NotOurs("head") from fault


def _object(text: str) -> str:
    """Return the text of an object on one line, as a stream can carry it."""
    try:
        is_object = isinstance(json.loads(text), dict) and "\n" not in text
    except ValueError as fault:
        raise NotOurs("text") from fault
    if not is_object:
        raise NotOurs("text")
    return text
