"""Long work of campaigns: counting, and making yearly reports."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.base import jobs
from chancery.base.audit import Actor
from chancery.base.jobs import Progress, WorkFailed
from chancery.campaign.actions import counting, reports
from chancery.campaign.documents.report import content_of
from chancery.campaign.models import YearReport
from chancery.campaign.queries.reports import counts_of, scope_of

COUNT = "campaign.count"
NO_LANGUAGE = "en"


@jobs.work(COUNT)
def count(progress: Progress, *, wholly: bool = False) -> dict[str, Any]:
    """
    Count what changed at an office and at its posts; `wholly` throws the counts away and begins anew.

    The outcome says how many events were counted.
    """
    with override(getattr(progress.job.started_by, "language", NO_LANGUAGE)):
        return {"events": _count(progress, wholly=wholly)}


def _count(progress: Progress, *, wholly: bool) -> int:
    office = progress.job.organiser_id
    offices = Organiser.objects.filter(Q(pk=office) | Q(parent=office)).order_by("pk")
    one = counting.count_from_nothing if wholly else counting.count_changed
    return sum(one(each) for each in progress.over(list(offices), step=_("Events are counted")))


@jobs.work(reports.WORK)
def make_report(progress: Progress, *, report: int) -> dict[str, Any]:
    """Count what changed, read the year and keep the report as a draft; a stopped one leaves nothing."""
    chosen = YearReport.objects.select_related("organiser", "campaign").filter(pk=report).first()
    if chosen is None:
        raise WorkFailed(_("This report was given up; make it again."))
    with override(getattr(progress.job.started_by, "language", NO_LANGUAGE)):
        _count(progress, wholly=False)
        now, scope = timezone.now(), scope_of(chosen)
        content = content_of(chosen, scope, now=now, progress=progress)
    by = Actor(progress.job.organiser_id, progress.job.started_by)
    reports.finish(chosen, content=content, counts=counts_of(scope), by=by, now=now)
    return {"report": chosen.code}
