"""What was released of the communiqués of an office."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.models import OutboxMessage
from chancery.events.models import Event
from chancery.record.models import Edition, Release, ReleasePosting

CAME_BACK = (OutboxMessage.State.BOUNCED, OutboxMessage.State.REFUSED)
LEFT = (OutboxMessage.State.SENT, *CAME_BACK)


def _releases() -> QuerySet[Release]:
    related = "edition__communique__event__organiser", "corrects", "released_by", "withdrawn_by"
    return Release.objects.select_related(*related)


def releases_of(event: Event) -> list[Release]:
    """Every release of an event, the newest first, each with how many messages left and came back."""
    counted = (
        _releases()
        .filter(edition__communique__event=event)
        .annotate(
            sent_to=Count("postings"),
            left=Count("postings", filter=Q(postings__message__state__in=LEFT)),
            came_back=Count("postings", filter=Q(postings__message__state__in=CAME_BACK)),
        )
    )
    return list(counted.order_by("-released_at", "-pk"))


def release_of(event: Event, code: str) -> Release | None:
    """One release of an event."""
    return _releases().filter(edition__communique__event=event, code=code).first()


def latest_release_of(event: Event, language: str) -> Release | None:
    """The newest release in a language that was not withdrawn, None where there is none."""
    found = _releases().filter(edition__communique__event=event, edition__language=language)
    return found.filter(withdrawn_at=None).order_by("-number").first()


def latest_of(edition: Edition) -> Release | None:
    """The newest release of an edition, withdrawn or not."""
    return _releases().filter(edition=edition).order_by("-number").first()


def postings_of(release: Release) -> list[ReleasePosting]:
    """To whom a release went, by address, each with its message."""
    return list(release.postings.select_related("message").defer("message__sealed").order_by("email"))


def told_of(releases: Iterable[Release]) -> list[ReleasePosting]:
    """Whoever got one of these releases."""
    found = ReleasePosting.objects.filter(release__in=list(releases)).select_related("release__edition")
    return list(found.order_by("email", "pk"))


def public_release(ref: str, code: str, *, now: datetime) -> Release | None:
    """A release that anybody may see: also one that was corrected or withdrawn, none that is to wait."""
    found = _releases().filter(edition__communique__event__organiser__ref=ref, code=code).first()
    return found if found is not None and is_out(found, now) else None


def is_out(release: Release, now: datetime) -> bool:
    """Whether the moment asked for has come."""
    return release.embargo_until is None or release.embargo_until <= now


def versions_out(edition: Edition, *, now: datetime) -> list[Release]:
    """The releases of an edition that anybody may see, the newest first."""
    found = _releases().filter(edition=edition).filter(_out(now))
    return list(found.order_by("-number"))


def siblings_out(release: Release, *, now: datetime) -> list[Release]:
    """The newest release of the same communiqué in each language that anybody may see, by language."""
    return list(
        _newest(_releases().filter(edition__communique_id=release.edition.communique_id), now).order_by(
            "edition__language", "-pk"
        )
    )


def published(organiser: Organiser, *, now: datetime, language: str = "") -> QuerySet[Release]:
    """
    The communiqués of an office as they stand today, the newest first, in one language or in all.

    A version that was corrected, was withdrawn or is to wait is not among them.
    """
    found = _newest(_releases().filter(edition__communique__event__organiser=organiser), now)
    if language:
        found = found.filter(edition__language=language)
    return found.order_by("-released_at", "-pk")


def standing_of(events: QuerySet[Event], *, now: datetime) -> QuerySet[Release]:
    """
    The communiqués of these events as they stand today, the newest first, each language one by one.

    As in `published`, a version that was corrected, was withdrawn or is to wait is not among them.
    """
    of_events = Q(edition__communique__event__in=events.order_by().values("pk"))
    newest = Release.objects.filter(of_events, _out(now)).order_by().values("edition")
    found = _releases().filter(pk__in=newest.annotate(last=Max("pk")).values("last"), withdrawn_at=None)
    return found.order_by("-released_at", "-pk")


def languages_published(organiser: Organiser, *, now: datetime) -> list[str]:
    """The languages in which an office has something out, by code."""
    found = published(organiser, now=now).order_by("edition__language")
    return list(found.values_list("edition__language", flat=True).distinct())


def _newest(found: QuerySet[Release], now: datetime) -> QuerySet[Release]:
    """Of each edition the highest number that is out, unless that one was withdrawn."""
    newest = (
        Release.objects.filter(_out(now)).order_by().values("edition").annotate(last=Max("pk")).values("last")
    )
    return found.filter(pk__in=newest, withdrawn_at=None)


def _out(now: datetime) -> Q:
    return Q(embargo_until=None) | Q(embargo_until__lte=now)


def public_path(release: Release) -> str:
    """The path at which anybody reads a release."""
    ref = release.edition.communique.event.organiser.ref
    return reverse("public-record:communique", args=[ref, release.code])


def public_address(release: Release) -> str:
    """The whole address at which anybody reads a release."""
    return f"{settings.BASE_URL}{public_path(release)}"
