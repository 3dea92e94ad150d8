"""Reads of calendars for others: the one behind an address, and when anything in it was last changed."""

import hashlib
from datetime import date, datetime, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from chancery.accounts.models import Organiser
from chancery.base.audit import kind_of
from chancery.base.models import AuditLine
from chancery.campaign.models import CalendarFeed
from chancery.events.models import Event, EventOccasion
from chancery.occasions.models import Occasion

# A table of an event is read by those who prepare it; names stand under no address for longer.
DAYS_AFTER = 30

TOLD = (Event, EventOccasion, Occasion)
"""The kinds of rows whose changes a calendar has to hear of."""


def feeds_of(organiser: Organiser) -> QuerySet[CalendarFeed]:
    """The calendars an office made for others, those that can be read first, then the newest."""
    made = CalendarFeed.objects.filter(organiser=organiser).select_related("made_by", "event")
    return made.order_by("revoked_at", "-made_at", "-id")


def digest_of(token: str) -> str:
    """Return what is kept of a token: from it nobody gets the token back."""
    return hashlib.sha256(token.encode()).hexdigest()


def feed_by(token: str) -> CalendarFeed | None:
    """Return the calendar whose address holds this token, also one that is revoked."""
    found = CalendarFeed.objects.filter(token_digest=digest_of(token))
    return found.select_related("organiser", "event").first()


def tabled_events(organiser: Organiser, today: date) -> QuerySet[Event]:
    """The events of which a table can be told: those whose address would not have ended, the next first."""
    over = Q(held_until_on=None, held_on__lt=_first_told(today)) | Q(held_until_on__lt=_first_told(today))
    found = Event.objects.filter(organiser=organiser).exclude(over)
    return found.order_by(F("held_on").asc(nulls_last=True), "id")


def has_ended(feed: CalendarFeed, today: date) -> bool:
    """Whether nothing is told under the address any more: it was revoked, or its event is long over."""
    last = (feed.event.held_until_on or feed.event.held_on) if feed.event else None
    return feed.revoked_at is not None or (last is not None and last < _first_told(today))


def _first_told(today: date) -> date:
    return today - timedelta(days=DAYS_AFTER)


def last_changed(feed: CalendarFeed) -> datetime:
    """The moment of the last change that the calendar can show; that of its making where there was none."""
    kinds = [kind_of(model) for model in TOLD]
    lines = AuditLine.objects.filter(organiser_id=OuterRef("pk"), kind__in=kinds)
    # The newest line of each office is found from the end of its history, which may have a million lines.
    newest = Subquery(lines.order_by("-pk").values("at")[:1])
    offices = Organiser.objects.filter(pk__in=offices_of(feed)).order_by("pk")
    changed: list[datetime | None] = list(
        offices.annotate(changed_at=newest).values_list("changed_at", flat=True)
    )
    return max(moment for moment in (feed.made_at, *changed) if moment)


def offices_of(feed: CalendarFeed) -> list[int]:
    """The ids of the offices whose days a calendar shows."""
    if not feed.of_all_posts:
        return [feed.organiser_id]
    posts = Organiser.objects.filter(parent=feed.organiser_id).order_by("id")
    return [feed.organiser_id, *posts.values_list("id", flat=True)]
