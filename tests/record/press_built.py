"""Reports of the press for tests; outlets and their reports are invented."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from chancery.base import jobs
from chancery.base.models import Job
from chancery.events.models import Claim, Event, Matter, Source
from chancery.record.actions import press as actions
from chancery.record.jobs import press as folder
from chancery.record.models import Coverage
from tests import make

PDF = b"%PDF-1.4\n%a clipping\n"


def source(of: Event, title: str = "Embassy remembers", **fields: Any) -> Source:
    """A source that is no report of the press yet."""
    return Source.objects.create(event=of, title=title, **fields)


def report(of: Event, title: str = "Embassy remembers", *, clipping: bytes = b"", **fields: Any) -> Coverage:
    """A report; fields of the coverage go there, all others to its source."""
    own = {
        name: fields.pop(name) for name in ("kind", "reach", "reach_according_to", "note") if name in fields
    }
    coverage = Coverage(source=Source(event=of, title=title, **fields), **own)
    upload = SimpleUploadedFile("clipping.pdf", clipping) if clipping else None
    return actions.save_report(coverage, clipping=upload, by=make.actor(of.organiser))


def quoted(of: Coverage, counted: str = "guests", **fields: Any) -> Claim:
    """A figure that a report quotes."""
    event = of.source.event
    matter, _made = Matter.objects.get_or_create(event=event, counted={"en": counted})
    return Claim.objects.create(matter=matter, source=of.source, **fields)


def packed(of: Event) -> Job:
    """A run that has packed the clipping folder of an event."""
    job = jobs.start(folder.WORK, by=make.actor(of.organiser), event=of.pk, language="en")
    jobs.run_job.func(job.pk)
    job.refresh_from_db()
    return job
