"""
Long work: enqueued in the transaction that decides it, run by a worker, watched by its page.

A piece of work is a function `(Progress, **arguments) -> outcome`, registered under a dotted name:

    @jobs.work("directory.import")
    def run_import(progress: Progress, *, upload: int) -> dict[str, Any]: ...

`start` stores the row and the task together: the queue is the database, see
docs/decisions/jobs-in-the-database.md.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.base.models import Job
from chancery.base.outages import outage_of
from chancery.base.watching import numbers, tracing

log = logging.getLogger(__name__)
works = logging.getLogger("chancery.jobs")

type Work = Callable[..., dict[str, Any]]

WORKS: dict[str, Work] = {}
REPORT_SECONDS = 0.5
LOST_AFTER = timedelta(minutes=2)
MOST_TRIES = 3


class WorkFailed(Exception):
    """The work cannot be done; the message is one sentence for its user."""


class WorkStopped(Exception):
    """The user stopped the work."""


class Progress:
    """What running work reports: how far it is, and whether it should stop."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._last = 0.0

    def over[Part](
        self, parts: Iterable[Part], *, step: str = "", total: int | None = None
    ) -> Iterator[Part]:
        """Yield `parts` while reporting how many are done."""
        self.begin(step, total if total is not None else len(parts) if isinstance(parts, Sized) else 0)
        for number, part in enumerate(parts, start=1):
            yield part
            self.at(number)
        self.at(self.job.done, now=True)

    def begin(self, step: str, total: int) -> None:
        """Begin a step of `total` parts (0 for an unknown number)."""
        self.job.step, self.job.total, self.job.done = step[:200], total, 0
        self.at(0, now=True)

    def at(self, done: int, *, now: bool = False) -> None:
        """Report that `done` parts are done; written at most twice a second."""
        self.job.done = done
        if now or time.monotonic() - self._last > REPORT_SECONDS:
            self._last = time.monotonic()
            running = Job.objects.filter(pk=self.job.pk, state=Job.State.RUNNING)
            kept = running.update(
                step=self.job.step, done=done, total=self.job.total, seen_alive_at=timezone.now()
            )
            if not kept:
                raise WorkStopped


def work(name: str) -> Callable[[Work], Work]:
    """Register a function as the work called `name`."""

    def register(function: Work) -> Work:
        WORKS[name] = function
        return function

    return register


def start(name: str, *, by: Actor, **arguments: Any) -> Job:
    """Store the job and enqueue it; both become real with the caller's transaction."""
    with transaction.atomic():
        job = Job.objects.create(
            organiser_id=by.organiser_id,
            kind=name,
            started_by=by.user,
            arguments=arguments,
        )
        run_job.enqueue(job.pk, request=numbers.current.get(), trace=tracing.handed_on())
    return job


def stop(job: Job) -> None:
    """Ask work to stop; it ends at its next report, a waiting job at once."""
    Job.objects.filter(pk=job.pk, state__in=[Job.State.WAITING, Job.State.RUNNING]).update(
        state=Job.State.STOPPED, ended_at=timezone.now()
    )


@task()
def run_job(job_id: int, request: str = "", trace: str = "") -> None:
    """
    Run one stored job, unless somebody stopped it or another worker has it.

    What it writes to the log stands under the number of the request that asked for it.
    """
    with numbers.going_on(request):
        _run(job_id, trace)


def _run(job_id: int, trace: str) -> None:
    claimed = Job.objects.filter(pk=job_id, state=Job.State.WAITING).update(
        state=Job.State.RUNNING, started_at=timezone.now(), seen_alive_at=timezone.now()
    )
    if not claimed:
        return
    job = Job.objects.get(pk=job_id)
    began = time.monotonic()
    with tracing.job(job.kind, job.code, trace) as span:
        try:
            _work(job)
        finally:
            state = Job.objects.filter(pk=job.pk).values_list("state", flat=True).first() or ""
            span.worked(state)
            milliseconds = round((time.monotonic() - began) * 1000)
            told = {"work": job.kind, "job": job.code, "state": state, "milliseconds": milliseconds}
            works.info("Worked.", extra=told)


def _work(job: Job) -> None:
    try:
        outcome = WORKS[job.kind](Progress(job), **job.arguments)
    except WorkStopped:
        return
    except WorkFailed as failure:
        _end(job, Job.State.FAILED, failure=str(failure))
    except Exception as error:
        if outage := outage_of(error):
            # It stays as it is, and is taken up again like work whose worker died.
            log.warning("The work %s (job %s) waits: the %s is out.", job.kind, job.code, outage)
            raise
        log.exception("The work %s (job %s) failed.", job.kind, job.code)
        _end(job, Job.State.FAILED, failure="")
        raise
    else:
        _end(job, Job.State.DONE, outcome=outcome)


def rescue_lost_jobs(now: Any) -> int:
    """Enqueue again the jobs whose worker died, at most three times each; return how many."""
    lost = Job.objects.filter(state=Job.State.RUNNING, seen_alive_at__lt=now - LOST_AFTER).order_by("id")
    rescued = 0
    for job in lost:
        with transaction.atomic():
            if job.tries + 1 >= MOST_TRIES:
                Job.objects.filter(pk=job.pk).update(state=Job.State.FAILED, ended_at=now)
                continue
            Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, tries=job.tries + 1)
            run_job.enqueue(job.pk)
            rescued += 1
    return rescued


def _end(job: Job, state: Job.State, *, outcome: dict[str, Any] | None = None, failure: str = "") -> None:
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(
        state=state, outcome=outcome or {}, failure=failure, done=job.done, ended_at=timezone.now()
    )
