"""Numbering and counting what the thin routes answer by themselves, beside Django."""

from collections.abc import Awaitable, Callable, MutableMapping
from time import perf_counter
from typing import Any

from chancery.base.watching import figures, numbers

type Message = MutableMapping[str, Any]
type Send = Callable[[Message], Awaitable[None]]

HEADER = numbers.HEADER.lower().encode()


def watched(scope: Any, send: Send, route: str) -> Send:
    """Return a `send` that numbers and counts an answer, unless a page has done so already."""
    number = numbers.number_for(dict(scope["headers"]).get(HEADER, b"").decode("latin-1"))
    began = perf_counter()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", ())]
            if HEADER not in {name.lower() for name, _value in headers}:
                figures.answered(scope["method"], route, message["status"], perf_counter() - began)
                message = {**message, "headers": [*headers, (HEADER, number.encode())]}
        await send(message)

    return sending
