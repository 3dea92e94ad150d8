"""How news leave a transaction: by the database between processes, else within this one."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import connection, transaction

from chancery.base.push.hub import hub
from chancery.base.push.news import News, news_of, parts_of

log = logging.getLogger(__name__)
NOTIFICATIONS = "chancery"
"""The channel of PostgreSQL that carries all of ours."""


def publish(channel: str, content: Mapping[str, Any]) -> None:
    """
    Tell everybody who follows `channel`, once the transaction is committed; nothing if it is rolled back.

    Shape: `content` is what JSON can hold, in no reader's language, and whole enough that a reader who missed
    the message before it is right again. Give it a rising number where order matters: on SQLite two messages
    of one moment may change places. What JSON cannot hold is logged and told to nobody: it is no reason to
    undo what was done.
    """
    try:
        news = news_of(channel, content)
    except (TypeError, ValueError) as fault:
        log.error("News on %s cannot be written (%s); nobody is told.", channel, type(fault).__name__)
        return
    if connection.vendor == "postgresql":
        _notify(news)
    else:
        transaction.on_commit(partial(hub.deliver, news))


def _notify(news: News) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_notify(%s, part) FROM unnest(%s::text[]) AS part", [NOTIFICATIONS, parts_of(news)]
        )
