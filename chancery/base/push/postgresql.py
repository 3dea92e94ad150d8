"""News of all processes of an installation on PostgreSQL: one connection that listens, and comes back."""

import asyncio
import logging
from typing import Any, NoReturn

import psycopg
from django.db import connection
from psycopg import sql

from chancery.base.push.hub import Hub
from chancery.base.push.news import Joining, NotOurs
from chancery.base.push.publishing import NOTIFICATIONS

log = logging.getLogger(__name__)
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
QUIET_SECONDS = 30.0
WHERE = frozenset(
    {
        "dbname",
        "user",
        "password",
        "host",
        "port",
        "connect_timeout",
        "keepalives_idle",
        "keepalives_interval",
        "keepalives_count",
        "tcp_user_timeout",
    }
)


async def hear(hub: Hub, heard_first: asyncio.Event) -> NoReturn:
    """
    Deliver to `hub` what any process publishes, until cancelled; `heard_first` is set once it does.

    A connection that is lost comes back by itself; then everybody is told the whole, for nobody knows what
    was said meanwhile.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            async with await listening() as heard:
                hub.refresh()
                heard_first.set()
                pause = FIRST_PAUSE
                await _deliver_all(heard, hub)
        except (psycopg.Error, OSError) as error:
            log.warning("News of other processes are not heard (%s); trying again.", type(error).__name__)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


async def listening() -> psycopg.AsyncConnection[Any]:
    """Open a connection that hears notifications."""
    made = await own_connection("chancery push")
    await made.execute(sql.SQL("LISTEN {}").format(sql.Identifier(NOTIFICATIONS)))
    return made


async def own_connection(name: str) -> psycopg.AsyncConnection[Any]:
    """Open a connection beside those of Django, straight to the database, that commits each statement."""
    parameters = {key: value for key, value in connection.get_connection_params().items() if key in WHERE}
    return await psycopg.AsyncConnection.connect(**parameters, autocommit=True, application_name=name)


async def _deliver_all(heard: psycopg.AsyncConnection[Any], hub: Hub) -> None:
    joining = Joining()
    while True:
        async for notification in heard.notifies(timeout=QUIET_SECONDS):
            deliver(notification.payload, joining, hub)
        # A connection that died without a word is noticed by asking.
        await heard.execute("SELECT 1")


def deliver(payload: str, joining: Joining, hub: Hub) -> None:
    """Deliver what a notification completes; one that nobody of ours sent is logged and left out."""
    try:
        for news in joining.take(payload):
            hub.deliver(news)
    except NotOurs as fault:
        log.warning("A notification is not one of ours (its %s); it is left out.", fault)
