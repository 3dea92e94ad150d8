"""The same admissions by `pgbench`: what the database gives to whoever speaks to it directly."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.db import connection

from support.tickets import Tickets

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))

# One scan as the thin route writes it: the party is locked and counted, the scan and its line are kept.
SCRIPT = """
\\set party {first} + :client_id * {each} + :turn
\\set turn :turn + 1
BEGIN;
UPDATE door_presence SET came = came + 1, inside = inside + 1, last_at = now(),
    first_at = COALESCE(first_at, now()), door_id = COALESCE(door_id, {door})
    WHERE id = :party AND came = inside AND came + 1 <= expected AND NOT in_doubt
    AND (last_at IS NULL OR last_at < now());
INSERT INTO door_scan (uid, event_id, participation_id, door_id, device_id, kind, how, people, at, device_at,
    received_at, was_offline, came_before, words, settled_by, settled_words)
    SELECT gen_random_uuid(), {event}, participation_id, {door}, {device}, 'admit', 'pass', 1, now(), now(),
    now(), false, 0, '', '', '' FROM door_presence WHERE id = :party RETURNING id AS scan \\gset
INSERT INTO base_auditline (organiser_id, at, code, kind, object_id, label, changes, reason)
    VALUES ({organiser}, now(), 'door.scan.taken', 'door.scan', :scan, 'came in 19:00:00', '{changes}', '');
COMMIT;
"""
CHANGES = (
    '{"kind": [null, "admit"], "people": [null, 1], "at": [null, "2025-05-28T16:00:00.000000+00:00"],'
    ' "device_id": [null, 1]}'
)


def is_there() -> bool:
    """Whether `pgbench` is installed."""
    return bool(_program())


def rate(made: Tickets, *, clients: int, each: int) -> float:
    """Admissions a second by so many connections, each letting so many parties in, one a transaction."""
    with NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(_script(made, each))
        file.flush()
        said = subprocess.run(
            [
                *(_program(), "-n", "-M", "simple", f"-c{clients}", f"-j{min(clients, 2)}", f"-t{each}"),
                *("-D", "turn=0", "-f", file.name, *_where()),
            ],
            env={**os.environ, "PGPASSWORD": settings.DATABASES["default"]["PASSWORD"]},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    found = re.search(r"tps = ([\d.]+) \(without", said) or re.search(r"tps = ([\d.]+)", said)
    assert found, said
    return float(found[1])


def _script(made: Tickets, each: int) -> str:
    """The transaction with the keys of an event; its parties stand one behind the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id) FROM door_presence WHERE event_id = %s", [made.event.pk])
        (first,) = cursor.fetchone()
    device = made.device
    return SCRIPT.format(
        first=first + made.taken,
        each=each,
        event=made.event.pk,
        organiser=made.event.organiser_id,
        door=device.door_id,
        device=device.pk,
        changes=CHANGES,
    )


def database_processes() -> list[int]:
    """The numbers of the processes of the database, where it runs on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity")
        numbers = [number for (number,) in cursor.fetchall()]
    names = ((number, Path(f"/proc/{number}/comm")) for number in numbers)
    return [number for number, name in names if name.exists() and name.read_text() == "postgres\n"]


def _where() -> list[str]:
    """How the database of this run is reached."""
    database = settings.DATABASES["default"]
    named = {"-h": database["HOST"], "-p": database["PORT"], "-U": database["USER"]}
    return [*(part for flag, value in named.items() if value for part in (flag, value)), database["NAME"]]


def _program() -> str:
    found = shutil.which("pgbench")
    return found or next((str(folder / "pgbench") for folder in FOLDERS if (folder / "pgbench").exists()), "")
