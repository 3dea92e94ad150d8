"""What makes a yearly report, releases it, withdraws it and makes a corrected one."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit, jobs, media
from chancery.base.audit import Actor
from chancery.base.models import Job, StoredFile
from chancery.campaign.models import YearReport

WORK = "campaign.report"


class CannotRelease(Exception):
    """The report is in no state for it; the message says so in a sentence. Nothing is changed."""


@transaction.atomic
def begin(report: YearReport, *, by: Actor) -> YearReport:
    """Number a new version of a report and have it made in the background."""
    of_same = YearReport.objects.filter(
        organiser=report.organiser, campaign=report.campaign, year=report.year, language=report.language
    )
    last = of_same.aggregate(last=Max("version"))["last"]
    report.version, report.state = (last or 0) + 1, YearReport.State.MAKING
    audit.create(report, by=by, code="campaign.report.begun")
    report.job = jobs.start(WORK, by=by, report=report.pk)
    report.save(update_fields=["job"])
    return report


@transaction.atomic
def finish(report: YearReport, *, content: Any, counts: dict[str, int], by: Actor, now: datetime) -> bool:
    """
    Keep what was made, as a draft; return whether it was still wanted.

    The content is no part of the history: it stands with its version, which never changes after.
    """
    kept = YearReport.objects.filter(pk=report.pk, state=YearReport.State.MAKING)
    made = kept.update(state=YearReport.State.DRAFT, content=content, counts=counts, made_at=now)
    if made:
        report.refresh_from_db()
        audit.note(report, by=by, code="campaign.report.made")
    return bool(made)


@transaction.atomic
def stop(report: YearReport, *, by: Actor) -> None:
    """Give up a report that is being made; nothing of it is kept."""
    locked = YearReport.objects.select_for_update().get(pk=report.pk)
    if locked.state != YearReport.State.MAKING:
        return
    if locked.job is not None and locked.job.state in {Job.State.WAITING, Job.State.RUNNING}:
        jobs.stop(locked.job)
    audit.delete(locked, by=by, code="campaign.report.stopped")


@transaction.atomic
def release(report: YearReport, *, pdf: bytes, docx: bytes, by: Actor, now: datetime) -> None:
    """Release a draft with its files, which stay as they are. Errors: CannotRelease."""
    locked = _locked(report)
    if locked.state != YearReport.State.DRAFT:
        raise CannotRelease(_("Only a draft can be released; look at the report again."))
    locked.state, locked.released_at = YearReport.State.RELEASED, now
    locked.released_by = by.user
    locked.pdf, locked.docx = _kept(locked, pdf, "pdf", by), _kept(locked, docx, "docx", by)
    columns = ["state", "released_at", "released_by", "pdf", "docx"]
    _save(locked, columns, by=by, code="campaign.report.released")


def _kept(report: YearReport, content: bytes, suffix: str, by: Actor) -> StoredFile:
    upload = SimpleUploadedFile(f"{report.year}-{report.language}-{report.version}.{suffix}", content)
    return media.receive(upload, kind=StoredFile.Kind.DOCUMENT, by=by)


@transaction.atomic
def withdraw(report: YearReport, reason: str, *, by: Actor, now: datetime) -> None:
    """Withdraw a released report: it stays and says why; nobody gets its files. Errors: CannotRelease."""
    locked = _locked(report)
    if locked.state != YearReport.State.RELEASED:
        raise CannotRelease(_("Only a released report can be withdrawn; look at the report again."))
    locked.state, locked.withdrawn_at, locked.withdrawn_because = YearReport.State.WITHDRAWN, now, reason
    columns = ["state", "withdrawn_at", "withdrawn_because"]
    _save(locked, columns, by=by, code="campaign.report.withdrawn", reason=reason)


def _locked(report: YearReport) -> YearReport:
    return YearReport.objects.select_for_update().get(pk=report.pk)


def _save(report: YearReport, columns: list[str], *, by: Actor, code: str, reason: str = "") -> None:
    """Save some columns with a line of the history that leaves the content of the report out."""
    before = audit.plain_values(YearReport.objects.defer("content").get(pk=report.pk))
    report.save(update_fields=columns)
    after = audit.plain_values(report)
    names = [YearReport._meta.get_field(name).attname for name in columns]  # type: ignore[union-attr]  # columns only
    changes = {name: [before[name], after[name]] for name in names if before[name] != after[name]}
    audit.note(report, by=by, code=code, changes=changes, reason=reason)
