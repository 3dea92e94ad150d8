"""What changes the repeated rows of an event: each kind is saved as a whole, in its order."""

from collections.abc import Iterable, Sequence

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.kinds import kind_in_words
from chancery.events.models import Event, EventOccasion, GlossaryTerm, GuestCategory
from chancery.occasions.models import Campaign


class RowsClash(Exception):
    """Two rows say the same where each may be said once."""


class SectionRefused(Exception):
    """The rows break a rule of the record; the message says which in one sentence."""


@transaction.atomic
def save_section(
    event: Event, kept: Sequence[models.Model], dropped: Sequence[models.Model], *, code: str, by: Actor
) -> None:
    """
    Save one kind of the event's rows in their order.

    Errors: RowsClash where two rows say the same; SectionRefused where something still rests on a dropped
    one, or categories stand within each other. Nothing changes then.
    """
    for row in kept:
        if isinstance(row, GlossaryTerm):
            row.organiser = event.organiser
    _refuse_in_use(dropped)
    categories = [row for row in kept if isinstance(row, GuestCategory)]
    _lift(categories, [row for row in dropped if isinstance(row, GuestCategory)], by=by)
    _refuse_circles(categories)
    try:
        with transaction.atomic():
            _demote(kept, by=by, code=code)
            audit.save_rows(kept, dropped, by=by, code=code)
    except IntegrityError:
        raise RowsClash from None


def _refuse_in_use(dropped: Iterable[models.Model]) -> None:
    """Refuse to take away what another row names: that row would go with it, or lose it without a word."""
    for row in dropped:
        for relation in row._meta.related_objects:
            others = relation.related_model
            if (
                others is not type(row)
                and others._default_manager.filter(**{relation.field.name: row}).exists()
            ):
                raise SectionRefused(
                    _("“%(name)s” is still named by something else (%(kind)s); take it out there first.")
                    % {"name": row, "kind": kind_in_words(audit.kind_of(others))}
                )


def _demote(kept: Iterable[models.Model], *, by: Actor, code: str) -> None:
    """Save first which occasion is no longer the main one: at no time there may be two."""
    for row in kept:
        if isinstance(row, EventOccasion) and row.pk and row.role != EventOccasion.Role.MAIN:
            audit.update(row, by=by, code=f"{code}.changed")


def _lift(kept: Sequence[GuestCategory], dropped: Sequence[GuestCategory], *, by: Actor) -> None:
    """Let what stands within a dropped category stand where that one stood; nothing goes with it."""
    above = {category.pk: category.within for category in dropped}
    for category in kept:
        while category.within_id in above:
            category.within = above[category.within_id]
        if category.pk:
            audit.update(category, by=by, code="events.category.changed")


def _refuse_circles(categories: Sequence[GuestCategory]) -> None:
    above = {category.pk: category.within_id for category in categories if category.pk}
    for category in categories:
        seen = {category.pk}
        within = category.within_id
        while within is not None:
            if within in seen:
                raise SectionRefused(
                    _("“%(name)s” would stand within itself; choose another category.") % {"name": category}
                )
            seen.add(within)
            within = above.get(within)


@transaction.atomic
def set_anniversary(link: EventOccasion, *, by: Actor) -> audit.Changes:
    """Save the anniversary day an event counts from (R112)."""
    return audit.update(link, by=by, code="events.occasion.changed")


@transaction.atomic
def save_office_wording(kept: Sequence[GlossaryTerm], dropped: Sequence[GlossaryTerm], *, by: Actor) -> None:
    """Save the wording of an office that holds for all its events (R104)."""
    audit.save_rows(kept, dropped, by=by, code="events.term")


@transaction.atomic
def save_campaign_wording(
    campaign: Campaign, kept: Sequence[GlossaryTerm], dropped: Sequence[GlossaryTerm], *, by: Actor
) -> None:
    """Save the wording of a campaign, which holds for every event that launches or serves it (R104)."""
    for term in kept:
        term.organiser = campaign.organiser
    audit.save_rows(kept, dropped, by=by, code="events.term")
