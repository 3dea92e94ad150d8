"""Long work of campaigns: counting."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.base import jobs
from chancery.base.jobs import Progress
from chancery.campaign.actions import counting

COUNT = "campaign.count"
NO_LANGUAGE = "en"


@jobs.work(COUNT)
def count(progress: Progress, *, wholly: bool = False) -> dict[str, Any]:
    """
    Count what changed at an office and at its posts; `wholly` throws the counts away and begins anew.

    The outcome says how many events were counted.
    """
    office = progress.job.organiser_id
    offices = Organiser.objects.filter(Q(pk=office) | Q(parent=office)).order_by("pk")
    with override(getattr(progress.job.started_by, "language", NO_LANGUAGE)):
        step = _("Events are counted")
        one = counting.count_from_nothing if wholly else counting.count_changed
        return {"events": sum(one(each) for each in progress.over(list(offices), step=step))}
