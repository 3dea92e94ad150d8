"""Screens that follow the programme: put up, changed, taken down."""

from datetime import datetime, timedelta

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.programme.models import Screen

SAID_EVERY = timedelta(seconds=10)
"""A screen that asks more often is written down this often."""


@transaction.atomic
def put_up(screen: Screen, *, by: Actor) -> Screen:
    """Make a screen with a link of its own."""
    return audit.create(screen, by=by, code="programme.screen.made")


@transaction.atomic
def change(screen: Screen, *, by: Actor) -> None:
    """Keep what a screen shall show from now on; whoever holds its link sees it at the next word."""
    audit.update(screen, by=by, code="programme.screen.changed")


@transaction.atomic
def withdraw(screen: Screen, *, by: Actor) -> AuditLine:
    """Close the link of a screen; the line that is returned brings it back with the same link."""
    with audit.collected() as lines:
        audit.delete(screen, by=by, code="programme.screen.withdrawn")
    return lines[0]


def note_seen(screen: Screen, *, now: datetime) -> None:
    """Note that a screen has asked; that is no change of the office's, so it leaves no line."""
    if screen.seen_at is None or now - screen.seen_at >= SAID_EVERY:
        Screen.objects.filter(pk=screen.pk).update(seen_at=now)
        screen.seen_at = now
