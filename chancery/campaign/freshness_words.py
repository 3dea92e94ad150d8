"""When the figures of a dashboard were counted, and what changed since, in words."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from chancery.accounts.models import Organiser
from chancery.base import cldr
from chancery.base.models import Job
from chancery.campaign.dashboard_places import Place
from chancery.campaign.jobs import COUNT
from chancery.campaign.queries.figures import Scope
from chancery.campaign.queries.freshness import Freshness, freshness_of, freshness_of_posts


def freshness_in_words(scope: Scope) -> str:
    """Say when a scope was counted and what changed since; an office that never was is said."""
    fresh = freshness_of_posts(scope.organiser) if scope.with_posts else freshness_of(scope.organiser)
    if fresh.counted_at is None:
        return gettext("Not all events have been counted yet.")
    moment = cldr.moment_in_words(timezone.localtime(fresh.counted_at), get_language() or "en")
    return " ".join([gettext("Counted %(moment)s.") % {"moment": moment}, _changed(fresh)])


def _changed(fresh: Freshness) -> str:
    if fresh.is_more:
        return gettext("A great many events changed since.")
    if fresh.offices:
        said = ngettext(
            "Since then something changed at %(offices)s office.",
            "Since then something changed at %(offices)s offices.",
            fresh.offices,
        )
        return said % {"offices": fresh.offices}
    if not fresh.changed:
        return gettext("Nothing has changed since.")
    said = ngettext("%(events)s event changed since.", "%(events)s events changed since.", fresh.changed)
    return said % {"events": cldr.figure(fresh.changed, get_language() or "en")}


def runs_of(organiser: Organiser) -> QuerySet[Job]:
    """The countings of an office, the last one first."""
    return Job.objects.filter(organiser_id=organiser.pk, kind=COUNT).order_by("-id")


def running_of(place: Place) -> dict[str, Any] | None:
    """Return the counting that is under way, as its line is shown; None where there is none."""
    last = runs_of(place.office.organiser).first()
    return counting_of(place, last) if last and not last.is_over else None


def counting_of(place: Place, job: Job) -> dict[str, Any]:
    """Return what the line of a counting is given; its result is the dashboard itself."""
    url = reverse("campaign:count-progress", args=[place.office.organiser.ref, job.code])
    if place.campaign:
        url = f"{url}?campaign={place.campaign.code}"
    return {"job": job, "url": url, "name": gettext("Counting"), "result_url": place.url()}
