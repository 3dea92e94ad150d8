"""Admissions on PostgreSQL: one statement for as many as have come, durable when it returns."""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

import psycopg

from chancery.base.push.postgresql import own_connection
from chancery.door.actions.scans import TAKEN
from chancery.door.hot.queue import Queue, Waiting, answer
from chancery.door.hot.rows import KIND, Admission, Taken

log = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0

# A plan made while few scans are there would read all of them for each batch once there are many. Every table
# is found by an index here, whatever its size, and one plan is made for good. Somebody who holds a party for
# long must not hold up the others.
SETTINGS = """
SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
SET plan_cache_mode = force_generic_plan; SET lock_timeout = '1s'
"""

# The conditions are those of rules.door.plain. Rows are locked in the order of their keys, so that two
# processes never wait for each other; a row that another one changed meanwhile is looked at again.
STATEMENT = f"""
WITH asked AS (
    SELECT * FROM ROWS FROM (
        unnest(%(uid)s::uuid[]), unnest(%(party)s::text[]), unnest(%(event)s::bigint[]),
        unnest(%(organiser)s::bigint[]), unnest(%(door)s::bigint[]), unnest(%(device)s::bigint[]),
        unnest(%(how)s::text[]), unnest(%(people)s::smallint[]), unnest(%(at)s::timestamptz[]),
        unnest(%(device_at)s::timestamptz[]), unnest(%(received_at)s::timestamptz[]),
        unnest(%(label)s::text[]), jsonb_array_elements(%(changes)s::jsonb)
    ) AS asked (uid, party, event_id, organiser_id, door_id, device_id, how, people, at, device_at,
                received_at, label, changes)
), plain AS (
    SELECT asked.*, presence.id AS presence_id, presence.participation_id, presence.came
    FROM asked
    JOIN events_participation AS guest ON guest.code = asked.party AND guest.event_id = asked.event_id
    JOIN door_presence AS presence ON presence.participation_id = guest.id
    WHERE NOT presence.in_doubt AND presence.came = presence.inside
      AND presence.came + asked.people <= presence.expected
      AND (presence.last_at IS NULL OR presence.last_at < asked.at)
      AND NOT EXISTS (SELECT FROM door_scan AS known WHERE known.uid = asked.uid)
      AND NOT EXISTS (SELECT FROM door_scan AS undoing WHERE undoing.undoes = asked.uid)
    ORDER BY presence.id
    FOR UPDATE OF presence
), numbered AS (
    SELECT plain.*, nextval('door_scan_id_seq') AS scan_id FROM plain
), counted AS (
    UPDATE door_presence AS presence
    SET came = plain.came + plain.people, inside = plain.came + plain.people, last_at = plain.at,
        first_at = COALESCE(presence.first_at, plain.at), door_id = COALESCE(presence.door_id, plain.door_id)
    FROM plain WHERE presence.id = plain.presence_id
    RETURNING plain.uid, presence.came, presence.inside, presence.expected, presence.first_at,
        presence.door_id
), kept AS (
    INSERT INTO door_scan (id, uid, event_id, participation_id, door_id, device_id, kind, how, people, at,
                           device_at, received_at, was_offline, came_before, words, settled_by, settled_words)
    SELECT scan_id, uid, event_id, participation_id, door_id, device_id, 'admit', how, people, at,
           device_at, received_at, false, came, '', '', '' FROM numbered
), told AS (
    INSERT INTO base_auditline (organiser_id, at, code, kind, object_id, label, changes, reason)
    SELECT organiser_id, received_at, '{TAKEN}', '{KIND}', scan_id, label, changes, '' FROM numbered
)
SELECT counted.uid::text, came, inside, expected, first_at, door.code
FROM counted JOIN door_door AS door ON door.id = counted.door_id
"""  # noqa: S608  # names of the program; values are parameters


async def write_for_ever(queue: Queue) -> NoReturn:
    """Write what waits, over one connection that comes back by itself, until cancelled."""
    while True:
        try:
            async with await own_connection("chancery scans") as connection:
                await connection.execute(SETTINGS)
                while True:
                    await _write(connection, await queue.next())
        except (psycopg.Error, OSError) as error:
            log.warning("Scans cannot be written in groups (%s); trying again.", type(error).__name__)
            queue.give_up()
        await asyncio.sleep(PAUSE_SECONDS)


async def _write(connection: psycopg.AsyncConnection[Any], batch: Sequence[Waiting]) -> None:
    """Write a batch, one by one where it fails as a whole; what cannot be written is left to others."""
    try:
        taken = await _taken(connection, [admission for admission, _told in batch])
    except psycopg.Error:
        if len(batch) > 1 and not connection.closed:
            for one in batch:
                await _write(connection, [one])
            return
        taken = {}
    for one in batch:
        answer(one, taken.get(one[0].asked.uid))
    if connection.closed:
        raise psycopg.OperationalError


async def _taken(
    connection: psycopg.AsyncConnection[Any], admissions: Sequence[Admission]
) -> Mapping[str, Taken]:
    """Return what the plain ones of some admissions led to, by uid; they are committed then."""
    cursor = await connection.execute(STATEMENT, _columns(admissions), prepare=True)
    return {uid: Taken(*counts) for uid, *counts in await cursor.fetchall()}


def _columns(admissions: Sequence[Admission]) -> dict[str, str]:
    """
    Return the admissions by columns, as PostgreSQL writes lists.

    Nothing in them needs quoting: they are keys, times, and texts of letters, digits and hyphens.
    """
    asked = [each.asked for each in admissions]
    devices = [each.device for each in admissions]
    return {
        "uid": _list(each.uid for each in asked),
        "party": _list(each.party for each in asked),
        "event": _list(each.event_id for each in devices),
        "organiser": _list(each.organiser_id for each in devices),
        "door": _list(each.door_id for each in devices),
        "device": _list(each.id for each in devices),
        "how": _list(each.how for each in asked),
        "people": _list(each.people for each in asked),
        "at": _list(f'"{each.at}"' for each in asked),
        "device_at": _list(f'"{each.device_at}"' for each in asked),
        "received_at": _list(f'"{each.now}"' for each in admissions),
        "label": _list(f'"{each.label}"' for each in admissions),
        "changes": f"[{','.join(each.changes for each in admissions)}]",
    }


def _list(values: Iterable[object]) -> str:
    return "{" + ",".join(map(str, values)) + "}"
