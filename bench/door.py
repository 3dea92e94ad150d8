"""
Admissions at the door: scans over real HTTP, each durable when it is answered.

An event with as many parties as needed, each let in once, by 1, 4 and 16 clients of our own load client; then
16 clients with one ticket at the same moment; then `wrk` with 32 connections, where it is installed. On
PostgreSQL by one process and by two, on SQLite by one, which is the product's own way there. On PostgreSQL
`pgbench` does the same to the same tables in turns with `wrk`, one transaction a scan, in the simple
protocol: what the database gives to whoever has no HTTP to speak. Of three turns the middle one counts, and
what each side took of the processors is told. A first argument gives another number of scans a round.

    tools/with-postgresql --durable .venv/bin/python bench/door.py
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("door")

from django.db import connection
from django.db.models import Max, Min, Sum
from support import pgbench, wrk
from support.door_load import run
from support.serving import processor_seconds, serving
from support.tickets import Tickets, tickets

from chancery.base.models import AuditLine
from chancery.door.models import Presence, Scan

type Said = dict[str, Any]

SCANS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
CLIENTS = (1, 4, 16)
BURSTS, WARM_UP = min(40, max(5, SCANS // 100)), 200
TURNS, WRK_CLIENTS, WRK_SECONDS, WRK_RATE, WRK_P99 = 3, 32, 4, 5000, 15
WRK_SCANS = 10_000 * WRK_SECONDS * TURNS
PGBENCH_CLIENTS, PGBENCH_EACH = 16, SCANS // 8
IS_POSTGRESQL = connection.vendor == "postgresql"
PEER = 41.0
"""Admissions a second of the better peer at 16 clients (see README.md)."""

BODY = (
    '{"scans": [{"uid": "{uuid}", "kind": "admit", "how": "pass", "party": "{code}", "people": 1,'
    ' "device_at": {now_ms}, "at": {now_ms}, "undoes": null, "words": "", "was_offline": false}],'
    ' "waiting": 0, "device_at": {now_ms}}'
)


def main() -> int:
    """Measure each way of serving, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    return report(_figures())


def _figures() -> Iterator[Figure]:
    """Each figure as soon as it is known."""
    for processes in (1, 2) if IS_POSTGRESQL else (1,):
        yield from _measured(processes)


def _measured(processes: int) -> Iterator[Figure]:
    """What so many processes give to our own clients, to a ticket shown at once, and to wrk."""
    by = f"{processes} process{'es' if processes > 1 else ''}"
    made = tickets(WARM_UP + SCANS * len(CLIENTS) + BURSTS + WRK_SCANS, devices=CLIENTS[-1])
    with serving(with_worker=not IS_POSTGRESQL, processes=processes) as (port, numbers):
        _load(port, made, made.take(WARM_UP), clients=4)
        for clients in CLIENTS:
            yield from _of_clients(_load(port, made, made.take(SCANS), clients=clients), clients, by)
        yield _burst(port, made, by)
        if wrk.is_there():
            yield from _in_turns(port, made, by, numbers)
        else:
            print("wrk is not installed: what the server gives at most is not measured.")
    _look_into(made)


def _load(port: int, made: Tickets, codes: Sequence[str], *, clients: int, is_burst: bool = False) -> Said:
    """Let in the parties of these codes by so many clients. Errors: RuntimeError where any is not let in."""
    said: Said = run(
        url=f"http://127.0.0.1:{port}/d/scans/",
        headers=[f"Authorization: Device {made.token}{{client}}"],
        body=BODY,
        codes=codes,
        concurrency=clients,
        burst=is_burst,
        ok_json=("taken.0.came", "1"),
        keep=1,
    )
    if said["errors"] or (not is_burst and said["ok"] < len(codes)):
        raise RuntimeError(said)
    return said


def _of_clients(said: Said, clients: int, by: str) -> list[Figure]:
    told = f"{clients} client{'s' if clients > 1 else ''}, {by}"
    goal = 100 * PEER if clients == CLIENTS[-1] else None
    latency = said["latency_ms"]
    return [
        Figure(f"{told}: admissions", said["throughput_rps"], "a second", goal, is_floor=True),
        *(Figure(f"{told}: {name}", latency[name], "ms") for name in ("p50", "p95", "p99")),
    ]


def _burst(port: int, made: Tickets, by: str) -> Figure:
    """One ticket shown by all clients at the same moment, again and again; the most that it ever let in."""
    codes = made.take(BURSTS)
    _load(port, made, codes, clients=CLIENTS[-1], is_burst=True)
    came = Presence.objects.filter(participation__code__in=codes).aggregate(
        most=Max("came"), least=Min("came")
    )
    if came["least"] != 1:
        raise RuntimeError("A ticket shown by many let nobody in.")
    return Figure(f"one ticket, {CLIENTS[-1]} clients, {by}: let in", came["most"], "times", 1)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Rate and 99th percentile of one turn, and what each side took for one admission, in milliseconds."""

    rate: float
    p99: float
    server: float
    database: float
    client: float


def _in_turns(port: int, made: Tickets, by: str, numbers: Sequence[int]) -> Iterator[Figure]:
    """wrk and pgbench one after the other, several times."""
    turns, rates = [], []
    has_pgbench = IS_POSTGRESQL and pgbench.is_there()
    direct = tickets(TURNS * PGBENCH_CLIENTS * PGBENCH_EACH) if has_pgbench else None
    for _turn in range(TURNS):
        turns.append(_by_wrk(port, made, numbers))
        if direct:
            rates.append(pgbench.rate(direct, clients=PGBENCH_CLIENTS, each=PGBENCH_EACH))
            direct.take(PGBENCH_CLIENTS * PGBENCH_EACH)
    yield from _of_turns(turns, f"wrk, {WRK_CLIENTS} connections, {by}")
    if rates:
        yield Figure(f"pgbench, simple protocol, {PGBENCH_CLIENTS} clients", median(rates), "a second")
        ratio = median(turn.rate for turn in turns) / median(rates)
        yield Figure(f"wrk to pgbench, {by}", ratio, "", 0.9, is_floor=True)


def _of_turns(turns: Sequence[_Turn], told: str) -> Iterator[Figure]:
    rate, p99 = median(turn.rate for turn in turns), median(turn.p99 for turn in turns)
    yield Figure(f"{told}: admissions", rate, "a second", WRK_RATE, is_floor=True)
    yield Figure(f"{told}: p99", p99, "ms", WRK_P99)
    for side in ("server", "database", "client"):
        spent = median(getattr(turn, side) for turn in turns)
        yield Figure(f"{told}: processor of the {side}", spent, "ms each")


def _by_wrk(port: int, made: Tickets, numbers: Sequence[int]) -> _Turn:
    database = pgbench.database_processes() if IS_POSTGRESQL else []
    before = processor_seconds(numbers), processor_seconds(database)
    found = wrk.run(port, f"{made.token}0", made.left, connections=WRK_CLIENTS, seconds=WRK_SECONDS)
    after = processor_seconds(numbers), processor_seconds(database)
    if found.refused or found.answered + WRK_CLIENTS > len(made.left):
        raise RuntimeError(f"{found.answered} scans were sent, {found.refused} refused, of {len(made.left)}.")
    made.take(found.answered + WRK_CLIENTS)
    spent = (after[0] - before[0], after[1] - before[1], found.processor)
    return _Turn(found.rate, found.p99, *(1000 * seconds / found.answered for seconds in spent))


def _look_into(made: Tickets) -> None:
    """Errors: RuntimeError where the counts differ from the scans that are kept, or a scan left no line."""
    came = Presence.objects.filter(event=made.event).aggregate(sum=Sum("came"))["sum"]
    scans = Scan.objects.filter(event=made.event, kind="admit")
    lines = AuditLine.objects.filter(organiser_id=made.event.organiser_id, kind="door.scan").count()
    parties = scans.values("participation_id").distinct().count()
    if came != parties or lines < scans.count():
        raise RuntimeError(f"{came} came in {parties} parties by {scans.count()} scans with {lines} lines.")


if __name__ == "__main__":
    sys.exit(main())
