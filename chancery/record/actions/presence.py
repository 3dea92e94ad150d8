"""What changes who is known to have been there."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events import people_actions
from chancery.events.models import Event, GuestCategory, Participation, Source
from chancery.guests.actions.listing import raise_revision
from chancery.record.queries import counted
from chancery.rules.presence import is_countable

Actual, Planned = Participation.Actual, Participation.Planned
NOTED = "record.presence.noted"

# What a reply lets expect; only somebody who was there makes it a fact.
EXPECTED: Mapping[str, str] = {
    Planned.ACCEPTED: Actual.ATTENDED,
    Planned.DECLINED: Actual.ABSENT,
    Planned.REPRESENTED: Actual.REPRESENTED,
}
# Whoever is none of these was there, or nothing is known: no reason of absence belongs to it.
AWAY = frozenset(
    {Actual.ABSENT, Actual.REPRESENTED, Actual.SENT_MESSAGE, Actual.STAYED_AWAY, Actual.REFUSED_ENTRY}
)


class CannotHaveBeenThere(Exception):
    """Whoever was only mentioned, remembered or read out cannot be noted as present; the words say so."""


class RepresentsAnother(Exception):
    """The representative stands in for somebody else already; the words say for whom."""


@transaction.atomic
def note_presence(
    people: Sequence[Participation],
    actual: str,
    *,
    reason: str = "",
    source: Source | None = None,
    by: Actor,
) -> int:
    """
    Note the same of several people; return how many changed. What was proposed for them is settled by it.

    Errors: CannotHaveBeenThere; then nothing changes.
    """
    if actual == Actual.ATTENDED:
        _demand_countable(people)
    for who in people:
        who.actual, who.actual_proposed = actual, ""
        who.actual_reason = reason if actual in AWAY else ""
        who.actual_source = source
    return audit.update_all(people, by=by, code=NOTED)


def _demand_countable(people: Sequence[Participation]) -> None:
    for who in people:
        if not is_countable(who.capacity):
            raise CannotHaveBeenThere(
                _("%(name)s stands here as %(capacity)s; whoever came as well is added in another capacity.")
                % {"name": who.name_printed, "capacity": who.get_capacity_display()}
            )


@transaction.atomic
def save_presence(
    who: Participation, *, representative: Participation | None, by: Actor
) -> Participation | None:
    """
    Save what is known of one person, and the representative, who takes part in an own capacity.

    Errors: CannotHaveBeenThere, RepresentsAnother; then nothing changes.
    """
    if who.actual == Actual.ATTENDED:
        _demand_countable([who])
    who.actual_proposed = ""
    audit.update(who, by=by, code=NOTED)
    return _let_represent(representative, who, by=by) if representative else None


def _let_represent(representative: Participation, who: Participation, *, by: Actor) -> Participation:
    if representative.pk is None:
        representative.category = who.category
    came = people_actions.take_part(representative, by=by)
    if came.represents_id not in {None, who.pk}:
        raise RepresentsAnother(
            _("%(name)s represents %(other)s already; change that first.")
            % {"name": came.name_printed, "other": came.represents.name_printed if came.represents else ""}
        )
    came.represents, came.actual, came.actual_proposed = who, Actual.ATTENDED, ""
    audit.update(came, by=by, code=NOTED)
    return came


@transaction.atomic
def let_come(who: Participation, *, by: Actor) -> Participation:
    """Add somebody who came, or note it of the one who takes part in this capacity already."""
    _demand_countable([who])
    category = who.category
    came = people_actions.take_part(who, by=by)
    came.actual, came.actual_proposed = Actual.ATTENDED, ""
    came.category = came.category or category
    audit.update(came, by=by, code=NOTED)
    raise_revision(came.event)
    return came


@transaction.atomic
def propose_from_replies(event: Event, *, by: Actor) -> int:
    """
    Propose what the replies let expect for everybody of whom nothing is known; return for how many.

    A proposal is no presence: it counts for nothing until somebody confirms it.
    """
    people = list(Participation.objects.filter(event=event, actual="", planned__in=EXPECTED).order_by("pk"))
    people = [who for who in people if is_countable(who.capacity)]
    for who in people:
        who.actual_proposed = EXPECTED[who.planned]
    return audit.update_all(people, by=by, code="record.presence.proposed")


@transaction.atomic
def confirm(people: Sequence[Participation], *, by: Actor) -> int:
    """Let what was proposed for people have been so; return for how many."""
    proposed = [who for who in people if who.actual_proposed]
    for who in proposed:
        who.actual, who.actual_proposed = who.actual_proposed, ""
    return audit.update_all(proposed, by=by, code="record.presence.confirmed")


@transaction.atomic
def confirm_counted(event: Event, *, by: Actor) -> int:
    """Let what the doors counted have been so for everybody of whom nothing is known; return for how many."""
    proposed = counted.proposed_by_doors(event, counted.counted_at(event))
    people = list(Participation.objects.filter(event=event, pk__in=proposed).order_by("pk"))
    for who in people:
        who.actual, who.actual_proposed = proposed[who.pk], ""
    return audit.update_all(people, by=by, code="record.presence.counted")


@transaction.atomic
def save_categories(kept: Sequence[GuestCategory], *, by: Actor) -> int:
    """Save which categories are reported as present, and the states named of each."""
    return audit.update_all(kept, by=by, code="record.category.noted")
