"""Figures for Prometheus: what this process answered, and how the outbox, the jobs and the database stand."""

import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Count, Min
from django.utils import timezone
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from chancery.base.models import Job, OutboxMessage
from chancery.base.outbox.claiming import DUE
from chancery.base.push import routes as streams
from chancery.base.watching import beats

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
OPEN_JOBS = (Job.State.WAITING, Job.State.RUNNING, Job.State.FAILED)

disable_created_metrics()  # type: ignore[no-untyped-call]  # the library leaves it without types
registry = CollectorRegistry()
ProcessCollector(registry=registry)
_requests = Counter(
    "chancery_requests", "Requests answered.", ["method", "route", "status"], registry=registry
)
_seconds = Histogram(
    "chancery_request_seconds",
    "Time until an answer began.",
    ["route"],
    buckets=SECONDS,
    registry=registry,
)


def answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count a request; `route` is the pattern of an address and never an address."""
    _requests.labels(method if method in METHODS else "other", route, str(status)).inc()
    _seconds.labels(route).observe(seconds)


class Standing(Collector):
    """What the database and the home tell at the moment somebody asks."""

    def collect(self) -> Iterable[Metric]:
        """Ask; where the database does not answer, that is what is told."""
        yield _one(
            "info",
            "Release and kind of database.",
            1,
            version=version("chancery"),
            database=connection.vendor,
        )
        yield _one("streams_open", "Open streams of this process.", streams.open_count())
        since = beats.age(Path(settings.HOME))
        if since is not None:
            yield _one("worker_beat_age_seconds", "Seconds since a worker gave a sign of life.", since)
        began = time.perf_counter()
        try:
            found = [*_of_database(timezone.now())]
        except DatabaseError:
            yield _one("database_up", "Whether the database answers.", 0)
            return
        yield _one("database_up", "Whether the database answers.", 1)
        yield _one(
            "database_seconds", "Time the database took for these figures.", time.perf_counter() - began
        )
        yield from found


def _of_database(now: datetime) -> Iterator[Metric]:
    yield _by_state(
        "outbox_messages", "Messages of the outbox.", _counts(OutboxMessage, OutboxMessage.State.values)
    )
    due = OutboxMessage.objects.filter(state__in=DUE, next_try_at__lte=now).aggregate(
        first=Min("next_try_at")
    )
    yield _one(
        "outbox_oldest_due_seconds", "How long the oldest due message waits.", _since(due["first"], now)
    )
    yield _by_state(
        "jobs", "Long work that waits, runs or failed.", _counts(Job, [str(state) for state in OPEN_JOBS])
    )
    waiting = Job.objects.filter(state=Job.State.WAITING).aggregate(first=Min("created_at"))
    yield _one(
        "jobs_oldest_waiting_seconds",
        "How long the oldest waiting work waits.",
        _since(waiting["first"], now),
    )
    yield _one("database_bytes", "Size of the database.", _size())


def _counts(rows: type[Job] | type[OutboxMessage], states: Iterable[str]) -> dict[str, int]:
    """How many rows stand in each of the states, 0 for those in which none does."""
    found = rows._default_manager.filter(state__in=[*states]).order_by("state").values_list("state")
    return dict.fromkeys(states, 0) | dict(found.annotate(count=Count("pk")))


def _size() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        else:
            cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _since(moment: datetime | None, now: datetime) -> float:
    return max(0.0, (now - moment).total_seconds()) if moment else 0.0


def _one(name: str, words: str, value: float, **labels: str) -> Metric:
    family = GaugeMetricFamily(f"chancery_{name}", words, labels=[*labels])
    family.add_metric([*labels.values()], value)
    return family


def _by_state(name: str, words: str, counts: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(f"chancery_{name}", words, labels=["state"])
    for state, count in counts.items():
        family.add_metric([state], count)
    return family


registry.register(Standing())
