"""Long work of the desk."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import count
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from chancery.base import jobs, printed
from chancery.base.jobs import Progress
from chancery.base.models import Job
from chancery.base.stock import Stock
from chancery.desk import packs
from chancery.desk.dossier import (
    Document,
    Outcome,
    Run,
    bundle,
    documents_of,
    usual_stock,
    write_dossier,
)
from chancery.events.models import Event
from chancery.occasions.models import Campaign

DOSSIER = "desk.dossier"
PACK = "desk.pack"
CAMPAIGN = "desk.campaign"


@jobs.work(DOSSIER)
def print_dossier(
    progress: Progress, *, event: int, papers: list[str], author: str, language: str, stock: dict[str, str]
) -> dict[str, Any]:
    """
    Print the dossier of an event: of the papers those that whoever started it may have.

    The outcome lists the papers made and, in words, those that failed.
    """
    chosen = Event.objects.select_related("organiser", "ordering").get(pk=event)
    folder = printed.folder_of(progress.job.code)
    run = Run(timezone.now(), author=author, stock=Stock(**stock))  # type: ignore[arg-type]  # from arguments_of
    with override(language):
        documents = [document for document in documents_of(chosen) if document.filename in papers]
        progress.begin(gettext("Printing"), len(documents))
        done = count(1)
        outcomes = write_dossier(
            chosen, documents, folder, run, report=lambda outcome: progress.at(next(done))
        )
        lines = [_line(outcome) for outcome in outcomes]
    bundle(outcomes, folder / printed.BUNDLE)
    printed.forget_others(_runs_before(progress.job), now=timezone.now())
    return {"papers": lines}


@jobs.work(PACK)
def make_pack(progress: Progress, *, event: int, author: str, language: str) -> dict[str, Any]:
    """Make the archive pack of an event; the outcome names the papers that could not be made."""
    chosen = Event.objects.select_related("organiser", "ordering").get(pk=event)
    folder = printed.folder_of(progress.job.code)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    run = Run(timezone.now(), author=author, stock=usual_stock(chosen), is_for_archive=True)
    with override(language):
        progress.begin(gettext("The archive pack is made"), len(packs.papers_of(chosen)))
        done = count(1)
        outcomes = packs.write_pack(
            chosen, folder / printed.ARCHIVE, run, report=lambda outcome: progress.at(next(done))
        )
        failures = [outcome.failure for outcome in outcomes if outcome.path is None]
    printed.forget_others(_runs_before(progress.job), now=timezone.now())
    return {"failures": failures, "bytes": (folder / printed.ARCHIVE).stat().st_size}


@jobs.work(CAMPAIGN)
def make_campaign_folder(progress: Progress, *, campaign: int) -> dict[str, Any]:
    """Write the folder of a campaign as one file."""
    chosen = Campaign.objects.select_related("organiser").get(pk=campaign)
    folder = printed.folder_of(progress.job.code)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    packs.write_campaign_pack(chosen, folder / printed.ARCHIVE, timezone.now())
    printed.forget_others(_runs_before(progress.job, of="campaign"), now=timezone.now())
    return {"bytes": (folder / printed.ARCHIVE).stat().st_size}


def arguments_of(
    event: Event, documents: Sequence[Document], *, author: str, language: str, stock: Stock
) -> dict[str, Any]:
    """What `print_dossier` is started with."""
    papers = [document.filename for document in documents]
    return {
        "event": event.pk,
        "papers": papers,
        "author": author,
        "language": language,
        "stock": asdict(stock),
    }


def _line(outcome: Outcome) -> dict[str, str]:
    document = outcome.document
    return {
        "key": document.key,
        "name": str(document.name),
        "group": str(document.group),
        "suffix": document.suffix,
        "right": document.right.value,
        "failure": outcome.failure,
    }


def _runs_before(job: Job, of: str = "event") -> list[str]:
    """The codes of the runs of the same kind and event, or campaign, that a newer one replaces."""
    runs = Job.objects.filter(organiser_id=job.organiser_id, kind=job.kind, pk__lt=job.pk).order_by("pk")
    runs = runs.filter(**{f"arguments__{of}": job.arguments[of]})
    return list(runs.values_list("code", flat=True))
