"""Offering an event as a pattern, and beginning an event of a post from one."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.twins import fresh
from chancery.directory.models import Visibility
from chancery.events.copy_actions import Twins, copy_occasions, copy_rows, moved
from chancery.events.models import (
    Arrangement,
    Event,
    EventCampaign,
    GlossaryTerm,
    GuestCategory,
    Part,
    Task,
)
from chancery.events.patterns import GIVEN
from chancery.occasions.access import seen_by, served_by
from chancery.precedence import given as profiles
from chancery.precedence.models import Ordering
from chancery.precedence.queries import version_in_use

BEGUN_WITH: tuple[type[models.Model], ...] = (Part, GuestCategory, Arrangement, Task, GlossaryTerm)


@transaction.atomic
def offer_pattern(event: Event, visibility: Visibility, *, by: Actor) -> audit.Changes:
    """Offer an event to all posts as a pattern, or no longer; what has begun from it stays as it is."""
    event.pattern_for = visibility
    return audit.update(event, by=by, code="events.event.offered")


@transaction.atomic
def begin_from(
    pattern: Event,
    *,
    organiser: Organiser,
    held_on: date | None,
    titles: dict[str, str],
    ref: str,
    by: Actor,
) -> Event:
    """
    Plan an event of a post from a pattern of its ministry, in the place and time zone of the post.

    Parts, categories, arrangements, tasks without owners, wording, programme and questions come over, and the
    occasions and campaigns that the post may serve. Nothing does that names people, places, files, what was
    recorded or what it cost.
    """
    ordering = _ordering_for(pattern, organiser)
    audit.create(ordering, by=by, code="precedence.ordering.copied")
    event = Event(
        organiser=organiser,
        ordering=ordering,
        pattern=pattern,
        ref=ref,
        titles=titles,
        kind=pattern.kind,
        openness=pattern.openness,
        themes=pattern.themes,
        held_on=held_on,
        held_until_on=moved(pattern.held_until_on, pattern, held_on),
        starts_at=pattern.starts_at,
        ends_at=pattern.ends_at,
        time_zone=organiser.time_zone,
        languages=organiser.languages,
    )
    reason = _("Begun from the pattern “%(pattern)s” of %(owner)s.")
    words = {"pattern": pattern, "owner": pattern.organiser}
    audit.create(event, by=by, code="events.event.begun", reason=reason % words)
    _fill(event, pattern, by=by)
    return event


def _fill(event: Event, pattern: Event, *, by: Actor) -> None:
    twins: Twins = {(Event, pattern.pk): event, (Organiser, pattern.organiser_id): event.organiser}
    for model in BEGUN_WITH:
        copy_rows(model, pattern, twins, by=by)
    copy_rows(EventCampaign, pattern, twins, by=by, which=seen_by(event.organiser, "campaign__"))
    copy_occasions(pattern, event, by=by, which=served_by(event.organiser, "occasion__"))
    for given in GIVEN:
        if given.begin:
            given.begin(pattern, event, by)


def _ordering_for(pattern: Event, organiser: Organiser) -> Ordering:
    """
    The settings of the pattern at the place of the post.

    It follows the profile of the pattern where that is given down to the post, else the post's own.
    """
    ordering = fresh(pattern.ordering)
    ordering.organiser, ordering.ref = organiser, ordering.code
    ordering.host_state, ordering.place, ordering.region = organiser.host_state, organiser.city, ""
    ordering.as_of_on, ordering.profile_version, ordering.revision = None, None, 0
    used = version_in_use(pattern.ordering)
    given = profiles.newest_of(organiser, used) if used else None
    ordering.follows = used if given else None
    ordering.profile = used.key if used and given else organiser.profile
    return ordering
