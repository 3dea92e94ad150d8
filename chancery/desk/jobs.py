"""Long work of the desk."""

from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, override

from chancery.base import jobs
from chancery.base.jobs import Progress
from chancery.desk.dossier import bundle, documents_of, write_dossier
from chancery.events.models import Event

BUNDLE = "dossier.zip"


def folder_of(job_code: str) -> Path:
    """Return where the papers of one run are kept."""
    return Path(settings.MEDIA_ROOT) / "dossiers" / job_code


@jobs.work("desk.dossier")
def print_dossier(progress: Progress, *, event: int, author: str, language: str) -> dict[str, Any]:
    """Print the dossier of an event; the outcome lists the papers made and, in words, those that failed."""
    chosen = Event.objects.select_related("organiser", "ordering").get(pk=event)
    folder = folder_of(progress.job.code)
    with override(language):
        progress.begin(gettext("Printing"), len(documents_of(chosen)))
        done = count(1)
        outcomes = write_dossier(
            chosen, folder, now=timezone.now(), author=author, report=lambda outcome: progress.at(next(done))
        )
    bundle(outcomes, folder / BUNDLE)
    return {
        "papers": [
            {"key": outcome.document.key, "name": str(outcome.document.name), "failure": outcome.failure}
            for outcome in outcomes
        ]
    }
