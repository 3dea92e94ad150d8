"""The clipping folder is packed beside the pages."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, override

from chancery.base import jobs
from chancery.base.models import Job
from chancery.events.models import Event
from chancery.record.documents import press

WORK = "record.press.folder"
BUNDLE = "press.zip"


def path_of(code: str) -> Path:
    """Where the folder that the run called `code` packed is kept."""
    return Path(settings.MEDIA_ROOT) / "press" / code / BUNDLE


@jobs.work(WORK)
def pack(progress: jobs.Progress, *, event: int, language: str) -> dict[str, Any]:
    """Pack the list and the clippings of an event; the folder that was packed before is thrown away."""
    chosen = Event.objects.select_related("organiser", "ordering").get(pk=event)
    packed = 0
    with override(language):
        progress.begin(gettext("Packing the clippings"), press.clippings_in(chosen))
        path = path_of(progress.job.code)
        for packed in press.write_folder(chosen, path, language=language, now=timezone.now()):
            progress.at(packed)
    for code in _runs_before(progress.job):
        shutil.rmtree(path_of(code).parent, ignore_errors=True)
    return {"clippings": packed}


def _runs_before(job: Job) -> list[str]:
    runs = Job.objects.filter(organiser_id=job.organiser_id, kind=WORK, pk__lt=job.pk).order_by("pk")
    return list(runs.filter(arguments__event=job.arguments["event"]).values_list("code", flat=True))
