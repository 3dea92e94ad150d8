"""What a working process looks after for the whole house, again and again."""

import logging
from datetime import datetime

from django.conf import settings

from chancery.accounts.actions import tokens, users
from chancery.accounts.models import Organiser
from chancery.base import jobs, media, rounds
from chancery.base.audit_seal import sealing
from chancery.base.bucket import BucketAway
from chancery.campaign.actions import counting
from chancery.campaign.queries.freshness import offices_to_count
from chancery.custody.actions import sweeping
from chancery.guests import collecting

log = logging.getLogger(__name__)

MINUTE, HOUR = 60.0, 3600.0
COUNT_SECONDS = 5 * MINUTE
HAND_OVER_SECONDS = 15.0


@rounds.every(MINUTE, "rescue", at_once=False)
def rescue(now: datetime) -> None:
    """Take up work that another worker lost."""
    jobs.rescue_lost_jobs(now)


@rounds.every(MINUTE, "inbox")
def read_mail(now: datetime) -> None:
    """Read the mailbox, where there is one."""
    if settings.INBOX is not None:
        collecting.collect(now)


@rounds.every(HOUR, "wiping")
def wipe(now: datetime) -> None:
    """Delete what is due by now."""
    sweeping.sweep(now)
    tokens.forget_answers(now)
    users.forget_sessions(now)
    media.sweep(now, days=settings.UNUSED_MEDIA_DAYS)


@rounds.every(COUNT_SECONDS, "counting", at_once=False)
def count(_now: datetime) -> None:
    """Count what changed at each office; not at once, so that a start is quick."""
    counting.count_offices(offices_to_count())


@rounds.every(MINUTE, "sealing", at_once=False)
def seal(now: datetime) -> None:
    """Seal what was written in the history of each office."""
    for organiser in Organiser.objects.order_by("pk").values_list("pk", flat=True):
        sealing.seal_lines(organiser, now=now)


@rounds.every(HAND_OVER_SECONDS, "handing over", at_once=False)
def hand_over(_now: datetime) -> None:
    """Bring files into the bucket soon after they were given; where it is away, the next round does."""
    if settings.MEDIA_BUCKET is None:
        return
    try:
        media.hand_over()
    except BucketAway as error:
        log.warning("Files wait in the home, because the bucket is away: %s.", error)
