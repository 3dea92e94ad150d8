"""What changes the order of an event: its settings, where groups stand, and places given by hand."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F, Model

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.precedence.models import GroupPlace, Move, Ordering, Profile


@transaction.atomic
def save_settings(
    ordering: Ordering,
    *,
    places: Sequence[GroupPlace] = (),
    dropped: Iterable[GroupPlace] = (),
    by: Actor,
) -> None:
    """Save what an order is computed for, with the places of groups (R36); upper stages see it."""
    audit.update(ordering, by=by, code="precedence.ordering.changed")
    for place in places:
        place.ordering = ordering
    audit.save_rows(places, dropped, by=by, code="precedence.group-place")
    _raise_revision(ordering)


@transaction.atomic
def follow_newer(ordering: Ordering, newer: Profile, *, by: Actor) -> None:
    """Let an order follow a newer version of the profile that it is given; undo leads back."""
    ordering.follows = newer
    audit.update(ordering, by=by, code="precedence.ordering.renewed")
    _raise_revision(ordering)


@transaction.atomic
def move_by_hand(move: Move, *, by: Actor) -> Move:
    """Give somebody a place by hand; an earlier one of the same guest is replaced."""
    for earlier in Move.objects.filter(ordering=move.ordering, subject=move.subject):
        audit.delete(earlier, by=by, code="precedence.move.withdrawn")
    move.moved_by = by.user
    audit.create(move, by=by, code="precedence.move.made", reason=move.reason)
    _raise_revision(move.ordering)
    return move


@transaction.atomic
def withdraw_move(move: Move, *, by: Actor) -> None:
    """Take back a place given by hand."""
    audit.delete(move, by=by, code="precedence.move.withdrawn")
    _raise_revision(move.ordering)


def _raise_revision(ordering: Ordering) -> None:
    Ordering.objects.filter(pk=ordering.pk).update(revision=F("revision") + 1)


@undo.after_undo("precedence.ordering")
@undo.after_undo("precedence.groupplace")
@undo.after_undo("precedence.move")
def _follow(row: Model, by: Actor) -> None:
    """Whoever worked from the order sees that it changed back."""
    match row:
        case Ordering():
            _raise_revision(row)
        case Move() | GroupPlace():
            _raise_revision(row.ordering)
