"""Work that met a database or a disk that is out is taken up again; work that is wrong has failed."""

import errno
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chancery.base import jobs
from chancery.base.models import Job
from tests import make
from tests.conftest import People

NAME = "tests.met"


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """What the work of these tests meets, one a try; then it is done."""
    errors: list[Exception] = []

    def work(_progress: jobs.Progress) -> dict[str, Any]:
        if errors:
            raise errors.pop()
        return {"is_done": True}

    monkeypatch.setitem(jobs.WORKS, NAME, work)
    return errors


def run(job: Job) -> Job:
    with suppress(OSError, ValueError):
        jobs.run_job.call(job.pk)
    job.refresh_from_db()
    return job


def test_work_that_met_a_full_disk_is_taken_up_again(met: list[Exception], people: People) -> None:
    met.append(OSError(errno.ENOSPC, "full"))
    job = jobs.start(NAME, by=make.actor(people.office))

    left = run(job).state
    rescued = jobs.rescue_lost_jobs(timezone.now() + timedelta(minutes=3))

    assert (left, rescued) == (Job.State.RUNNING, 1)
    assert (run(job).state, job.outcome) == (Job.State.DONE, {"is_done": True})


def test_work_that_is_wrong_has_failed(met: list[Exception], people: People) -> None:
    met.append(ValueError("ours"))

    assert run(jobs.start(NAME, by=make.actor(people.office))).state == Job.State.FAILED
