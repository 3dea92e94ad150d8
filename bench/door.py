"""
Admissions at the door: scans over real HTTP, each durable when it is answered.

An event with as many parties as needed, each let in once, by 1, 4 and 16 clients of our own load client; then
16 clients with one ticket at the same moment; then `wrk` with 32 connections, where it is installed. On
PostgreSQL by one process and by two, on SQLite by one, which is the product's own way there. On PostgreSQL
`pgbench` then does the same to the same tables, one transaction a scan, in the simple protocol: what the
database gives to whoever has no HTTP to speak. A first argument gives another number of scans a round.

    tools/with-postgresql --durable .venv/bin/python bench/door.py
"""

import sys
from collections.abc import Iterator, Sequence
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
BURSTS, WARM_UP = 40, 200
WRK_CLIENTS, WRK_SECONDS, WRK_RATE, WRK_P99 = 32, 5, 5000, 15
PROCESSOR_MS = 0.18
WRK_SCANS = 12_000 * WRK_SECONDS
PGBENCH_EACH = SCANS // 8
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
    is_postgresql = connection.vendor == "postgresql"
    best = 0.0
    for processes in (1, 2) if is_postgresql else (1,):
        for figure in _measured(processes):
            best = max(best, figure.value if figure.what.startswith("wrk") else 0.0)
            yield figure
    if is_postgresql and pgbench.is_there():
        yield from _pgbench(best)


def _measured(processes: int) -> Iterator[Figure]:
    """What so many processes give to our own clients, to a ticket shown at once, and to wrk."""
    by = f"{processes} process{'es' if processes > 1 else ''}"
    made = tickets(WARM_UP + SCANS * len(CLIENTS) + BURSTS + WRK_SCANS, devices=CLIENTS[-1])
    with serving(with_worker=connection.vendor == "sqlite", processes=processes) as (port, numbers):
        _load(port, made, made.take(WARM_UP), clients=4)
        for clients in CLIENTS:
            yield from _of_clients(_load(port, made, made.take(SCANS), clients=clients), clients, by)
        yield _burst(port, made, by)
        if wrk.is_there():
            yield from _by_wrk(port, made, by, numbers)
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


def _by_wrk(port: int, made: Tickets, by: str, numbers: Sequence[int]) -> list[Figure]:
    before = processor_seconds(numbers)
    found = wrk.run(
        port, f"{made.token}0", made.take(WRK_SCANS), connections=WRK_CLIENTS, seconds=WRK_SECONDS
    )
    spent = processor_seconds(numbers) - before
    if found.refused or found.answered > WRK_SCANS:
        raise RuntimeError(
            f"{found.answered} scans were sent, {found.refused} refused, of {WRK_SCANS} parties."
        )
    told = f"wrk, {WRK_CLIENTS} connections, {by}"
    return [
        Figure(f"{told}: admissions", found.rate, "a second", WRK_RATE, is_floor=True),
        Figure(f"{told}: p99", found.p99, "ms", WRK_P99),
        Figure(f"{told}: server's processor", 1000 * spent / found.answered, "ms a scan", PROCESSOR_MS),
    ]


def _look_into(made: Tickets) -> None:
    """Errors: RuntimeError where the counts differ from the scans that are kept, or a scan left no line."""
    came = Presence.objects.filter(event=made.event).aggregate(sum=Sum("came"))["sum"]
    scans = Scan.objects.filter(event=made.event, kind="admit")
    lines = AuditLine.objects.filter(organiser_id=made.event.organiser_id, kind="door.scan").count()
    parties = scans.values("participation_id").distinct().count()
    if came != parties or lines < scans.count():
        raise RuntimeError(f"{came} came in {parties} parties by {scans.count()} scans with {lines} lines.")


def _pgbench(best: float) -> Iterator[Figure]:
    """The same by pgbench at as many connections as clients, and the best of ours beside it."""
    made = tickets(sum(CLIENTS) * PGBENCH_EACH)
    rates = []
    for clients in CLIENTS:
        rates.append(pgbench.rate(made, clients=clients, each=PGBENCH_EACH))
        made.take(clients * PGBENCH_EACH)
        yield Figure(f"pgbench, simple protocol, {clients} clients", rates[-1], "a second")
    if best:
        yield Figure("wrk to pgbench", best / max(rates), "", 0.9, is_floor=True)


if __name__ == "__main__":
    sys.exit(main())
