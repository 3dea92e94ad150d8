"""The parting of a post and its ministry as long work: all of it is done, or nothing."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.accounts.access import Office
from chancery.accounts.actions import posts
from chancery.accounts.models import Organiser
from chancery.base import jobs
from chancery.base.jobs import Progress, WorkFailed
from chancery.base.models import Job

PART = "accounts.part"
NO_LANGUAGE = "en"


@jobs.work(PART)
def part(progress: Progress, *, post: int, ministry: int) -> dict[str, Any]:
    """
    Let a post leave its ministry in one transaction.

    Work that died and is taken up again finds both as they were, or parted already: that is its end as well.
    """
    offices = Organiser.objects.in_bulk([post, ministry])
    with override(getattr(progress.job.started_by, "language", NO_LANGUAGE)):
        if len(offices) < 2:
            raise WorkFailed(_("One of the two offices is gone."))
        # What is reported within the transaction would be seen by nobody before its end.
        progress.begin(_("what each side used of the other is copied"), 0)
        try:
            posts.part(offices[post], offices[ministry], user=progress.job.started_by)
        except posts.NotItsPost:
            return {"parted_before": True}
    return {"parted_before": False}


def begin(post: Organiser, ministry: Organiser, *, by: Office) -> Job:
    """Begin to part them, or return the work that does already on behalf of the same office."""
    under_way = partings_of(by.organiser).filter(
        arguments__post=post.pk, state__in=[Job.State.WAITING, Job.State.RUNNING]
    )
    return under_way.first() or jobs.start(PART, by=by.actor, post=post.pk, ministry=ministry.pk)


def partings_of(organiser: Organiser) -> QuerySet[Job]:
    """The partings that an office began, the last one first."""
    return Job.objects.filter(organiser_id=organiser.pk, kind=PART).order_by("-pk")
