"""What changes calendars for others."""

from datetime import datetime, timedelta

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.campaign.models import CalendarFeed
from chancery.campaign.queries.feeds import digest_of

READ_EVERY = timedelta(minutes=10)
"""A calendar that is asked more often is written down this often."""


class FeedAlreadyRevoked(Exception):
    """The address was revoked before."""


@transaction.atomic
def make_feed(feed: CalendarFeed, *, by: Actor) -> str:
    """Make a calendar for others and return the token of its address, of which only the digest is kept."""
    token = new_code() + new_code()
    feed.token_digest = digest_of(token)
    feed.made_by = by.user
    audit.create(feed, by=by, code="campaign.feed.made")
    return token


@transaction.atomic
def revoke_feed(feed: CalendarFeed, *, now: datetime, by: Actor) -> None:
    """Close the address of a calendar for good. Errors: FeedAlreadyRevoked."""
    if feed.revoked_at is not None:
        raise FeedAlreadyRevoked
    feed.revoked_at = now
    audit.update(feed, by=by, code="campaign.feed.revoked")


def note_read(feed: CalendarFeed, *, now: datetime) -> None:
    """Note that a calendar was read; that is no change of the office's, so it leaves no line."""
    if feed.read_at is None or now - feed.read_at >= READ_EVERY:
        CalendarFeed.objects.filter(pk=feed.pk).update(read_at=now)
