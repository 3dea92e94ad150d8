"""Giving, changing and locking seats by hand; every deed is a step that can be taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.rules.seating.layout import read_layout
from chancery.seating.actions import steps
from chancery.seating.actions.steps import Key, PlanChanged
from chancery.seating.models import Placement, Plan, SeatNote


class SeatRefused(Exception):
    """The seat cannot be given; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """
    Somebody who is to be seated by hand, as the page knew them.

    `sitter` is the id in the plan; `seat` is where they sat when the page was read, "" for nowhere. `place`
    is that of the order of precedence.
    """

    sitter: str
    participation: int
    member: int
    name: str
    seat: str = ""
    place: int | None = None

    @property
    def key(self) -> Key:
        return self.participation, self.member


@transaction.atomic
def move(
    plan: Plan,
    who: Sitting,
    seat: str,
    *,
    met: Sitting | None,
    basis: Mapping[str, int | None],
    reason: str,
    by: Actor,
    at: datetime,
) -> AuditLine | None:
    """
    Give `who` the seat; whoever sits there (`met`) takes theirs in turn, or stands up where they had none.

    `basis` are the places of all sitters: the first seat of a plan is given on all of them.
    Errors: PlanChanged where one of them, or the seat, is not as the page showed it; SeatRefused where the
    seat is blocked or one of them is locked.
    """
    held = steps.locked(plan)
    rows = {steps.key_of(row): row for row in Placement.objects.filter(plan=held)}
    concerned = [who] if met is None else [who, met]
    _demand_as_shown(rows, concerned, seat)
    _demand_free_hand(rows, concerned)
    _demand_usable(held, seat)
    wanted = [replace(who, seat=seat)]
    if met is not None and who.seat:
        wanted.append(replace(met, seat=who.seat))
    return steps.take(
        held,
        before=[rows[one.key] for one in concerned if one.key in rows],
        after=[_by_hand(held, one, reason, by, at) for one in wanted],
        deed="moved",
        by=by,
        reason=reason,
        based_on=dict(held.based_on or basis) | {one.sitter: one.place for one in wanted},
    )


@transaction.atomic
def unseat(plan: Plan, people: Sequence[Sitting], *, reason: str, by: Actor) -> AuditLine | None:
    """Take their seats away. Errors: PlanChanged, SeatRefused as for `move`."""
    held = steps.locked(plan)
    rows = {steps.key_of(row): row for row in Placement.objects.filter(plan=held)}
    _demand_as_shown(rows, people)
    _demand_free_hand(rows, people)
    gone = [rows[one.key] for one in people if one.key in rows]
    return steps.take(held, before=gone, after=[], deed="unseated", by=by, reason=reason)


@transaction.atomic
def clear(plan: Plan, *, revision: int, by: Actor) -> AuditLine | None:
    """Take all seats away that are not locked. Errors: PlanChanged."""
    held = steps.locked(plan, revision)
    gone = list(Placement.objects.filter(plan=held, is_locked=False).order_by("pk"))
    return steps.take(held, before=gone, after=[], deed="cleared", by=by)


@transaction.atomic
def set_locks(plan: Plan, seats: Iterable[str] | None, *, is_locked: bool, by: Actor) -> AuditLine | None:
    """Lock or unlock who sits on `seats`, or everybody where None is named; who sits nowhere has no lock."""
    held = steps.locked(plan)
    rows = Placement.objects.filter(plan=held).exclude(is_locked=is_locked)
    if seats is not None:
        rows = rows.filter(seat__in=list(seats))
    before = list(rows.order_by("pk"))
    after = list(rows.order_by("pk"))
    for row in after:
        row.is_locked = is_locked
    return steps.take(held, before=before, after=after, deed="locked" if is_locked else "unlocked", by=by)


def _demand_as_shown(
    rows: dict[Key, Placement], concerned: Sequence[Sitting], seat: str | None = None
) -> None:
    """Everybody sits where the page showed them, and on `seat` nobody else."""
    by_seat = {row.seat: key for key, row in rows.items()}
    known = {one.key: one.seat for one in concerned}
    for one in concerned:
        row = rows.get(one.key)
        if (row.seat if row else "") != one.seat:
            raise PlanChanged(
                _("Somebody else moved %(name)s meanwhile; look at the plan again.") % {"name": one.name}
            )
    if seat is not None and by_seat.get(seat) not in {None, *known}:
        raise PlanChanged(_("Somebody else gave this seat away meanwhile; look at the plan again."))


def _demand_usable(plan: Plan, seat: str) -> None:
    drawn = read_layout(plan.layout).seat_of.get(seat)
    if drawn is None:
        raise SeatRefused(_("There is no seat %(seat)s in this room.") % {"seat": seat})
    if drawn.is_blocked or SeatNote.objects.filter(plan=plan, seat=seat, is_blocked=True).exists():
        raise SeatRefused(_("Seat %(seat)s is blocked; free it first.") % {"seat": drawn.label})


def _demand_free_hand(rows: dict[Key, Placement], concerned: Sequence[Sitting]) -> None:
    for one in concerned:
        if one.key in rows and rows[one.key].is_locked:
            raise SeatRefused(_("The seat of %(name)s is locked; unlock it first.") % {"name": one.name})


def _by_hand(plan: Plan, who: Sitting, reason: str, by: Actor, at: datetime) -> Placement:
    return Placement(
        plan=plan,
        participation_id=who.participation,
        member=who.member,
        seat=who.seat,
        given=Placement.Given.HAND,
        by=by.user,
        reason=reason,
        place=who.place,
        given_at=at,
    )
