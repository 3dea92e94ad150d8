"""Admissions on SQLite: one thread writes as many as have come in one durable transaction."""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import NoReturn

from django.db import connection, transaction

from chancery.door.actions.scans import TAKEN
from chancery.door.hot.queue import Queue, Waiting, answer
from chancery.door.hot.rows import KIND, Admission, Taken
from chancery.rules.door.plain import Count, plainly_admitted

log = logging.getLogger(__name__)

FIND = """
SELECT presence.id, presence.participation_id, presence.came, presence.inside, presence.expected,
       presence.first_at, presence.last_at, presence.in_doubt, door.code
FROM events_participation AS guest JOIN door_presence AS presence ON presence.participation_id = guest.id
    LEFT JOIN door_door AS door ON door.id = presence.door_id
WHERE guest.code = ? AND guest.event_id = ?
  AND NOT EXISTS (SELECT 1 FROM door_scan WHERE uid = ?)
  AND NOT EXISTS (SELECT 1 FROM door_scan WHERE undoes = ?)
"""
COUNT = """
UPDATE door_presence SET came = ?, inside = ?, first_at = ?, last_at = ?, door_id = COALESCE(door_id, ?)
WHERE id = ?
"""
KEEP = """
INSERT INTO door_scan (uid, event_id, participation_id, door_id, device_id, kind, how, people, at, device_at,
                       received_at, was_offline, came_before, words, settled_by, settled_words)
VALUES (?, ?, ?, ?, ?, 'admit', ?, ?, ?, ?, ?, 0, ?, '', '', '')
"""
TELL = f"""
INSERT INTO base_auditline (organiser_id, at, code, kind, object_id, label, changes, reason)
VALUES (?, ?, '{TAKEN}', '{KIND}', ?, ?, ?, '')
"""  # noqa: S608  # names of the program; values are parameters


async def write_for_ever(queue: Queue) -> NoReturn:
    """Write what waits, in a thread of its own, until cancelled."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix="scans") as thread:
        try:
            while True:
                batch = await queue.next()
                for one, taken in zip(batch, await loop.run_in_executor(thread, _write, batch), strict=True):
                    answer(one, taken)
        finally:
            thread.submit(connection.close)


def _write(batch: Sequence[Waiting]) -> list[Taken | None]:
    """
    Write a batch, one by one where it fails as a whole; what cannot be written is left to others.

    Whatever it is that fails: a thread that ended would leave every telephone without an answer.
    """
    try:
        return _write_at_once([admission for admission, _told in batch])
    except Exception as error:
        if len(batch) == 1:
            log.warning("A scan could not be written in a group (%s).", type(error).__name__)
            return [None]
        return [_write([one])[0] for one in batch]


def _write_at_once(admissions: Sequence[Admission]) -> list[Taken | None]:
    connection.ensure_connection()
    raw: Connection = connection.connection
    # What a steward was told stays, also when the power goes.
    raw.execute("PRAGMA synchronous = FULL")
    with transaction.atomic():
        return [_admit(raw, each) for each in admissions]


def _admit(raw: Connection, admission: Admission) -> Taken | None:
    """Write one admission if it is plain."""
    asked, device, uid = admission.asked, admission.device, admission.asked.uid.replace("-", "")
    row = raw.execute(FIND, (asked.party, device.event_id, uid, uid)).fetchone()
    if row is None:
        return None
    presence, participation, *counts, door = row
    before = _count(*counts)
    count = plainly_admitted(before, people=asked.people, at=asked.at)
    if count is None or count.first_at is None:
        return None
    times = _stored(count.first_at), _stored(asked.at)
    raw.execute(COUNT, (count.came, count.inside, *times, device.door_id, presence))
    _keep(raw, admission, participation, before.came)
    return Taken(count.came, count.inside, count.expected, count.first_at, door or device.door)


def _count(
    came: int, inside: int, expected: int, first: datetime | None, last: datetime | None, in_doubt: bool
) -> Count:
    """Read what is counted; times are stored in UTC without saying so."""
    first_at, last_at = (at.replace(tzinfo=UTC) if at else None for at in (first, last))
    return Count(came, inside, expected, first_at, last_at, in_doubt)


def _keep(raw: Connection, admission: Admission, participation: int, came_before: int) -> None:
    """Add the scan and its line in the audit log."""
    asked, device = admission.asked, admission.device
    keys = (device.event_id, participation, device.door_id, device.id)
    times = (_stored(asked.at), _stored(asked.device_at), _stored(admission.now))
    made = raw.execute(
        KEEP, (asked.uid.replace("-", ""), *keys, asked.how, asked.people, *times, came_before)
    )
    raw.execute(TELL, (device.organiser_id, times[2], made.lastrowid, admission.label, admission.changes))


def _stored(at: datetime) -> str:
    return str(at.replace(tzinfo=None))
