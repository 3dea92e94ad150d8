"""
Server push: what is published on a channel reaches every page, screen and device that follows it.

An action calls `publish` inside its transaction. A view that answers with `Opened` is a stream: by the
product's own server it stays open and carries the news, by any other it is one message and the reader asks
again. See docs/decisions/server-push-by-event-streams.md.
"""

from chancery.base.push.publishing import publish
from chancery.base.push.streams import Opened

__all__ = ["Opened", "publish"]
