"""
A step of work on a plan: who got, changed or lost a seat, kept as one line and taken back as one.

A step may concern everybody, and two people may change seats: it is one line of the plan's history, which
tells for each sitter what stood there before and after.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.fields import as_plain
from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.seating.models import Placement, Plan

SEATS = "seating.seats"
BY_MANY = ("formed", "solved", "filled", "repaired", "cleared", "drawn", "noted")
BY_HAND = ("moved", "unseated", "locked", "unlocked")
DEEDS = {name: f"{SEATS}.{name}" for name in (*BY_MANY, *BY_HAND)}
# What a step keeps of a seat that was given.
KEPT = ("participation_id", "member", "seat", "is_locked", "given", "by_id", "reason", "place", "given_at")
# What a step that seats many changes of the plan itself.
OF_PLAN = ("guest_revision", "room_revision", "layout", "outcome")

type Key = tuple[int, int]
"""A sitter among the rows: the key of the participation and the number in the party."""


class PlanChanged(Exception):
    """The plan is another than the one that was looked at; the message is one sentence."""


def key_of(placement: Placement) -> Key:
    """Whom a seat was given to."""
    return placement.participation_id, placement.member


def locked(plan: Plan, revision: int | None = None) -> Plan:
    """
    Return the plan as it is now, held until the end of the transaction.

    Errors: PlanChanged where it has another revision than `revision`, or is no more.
    """
    found = Plan.objects.select_for_update(of=("self",)).filter(pk=plan.pk).first()
    if found is None:
        raise PlanChanged(_("The plan was deleted meanwhile; nothing was changed."))
    if revision is not None and found.revision != revision:
        raise PlanChanged(
            _("Somebody else changed the plan meanwhile; look at it again and then repeat your step.")
        )
    return found


def take(
    plan: Plan,
    *,
    before: Iterable[Placement],
    after: Iterable[Placement],
    deed: str,
    by: Actor,
    reason: str = "",
    of_plan: Mapping[str, Any] | None = None,
    based_on: Mapping[str, int | None] | None = None,
) -> AuditLine | None:
    """
    Replace the seats `before` by the unsaved ones of `after`, as one step; None where nothing differs.

    Shape: `plan` is held by `locked`; whoever stands in neither is left as they are. `of_plan` are columns of
    the plan with their new values, `based_on` the places of the order by sitter which its seats rest on.
    """
    old, new = [_state(row) for row in before], [_state(row) for row in after]
    changes: audit.Changes = {}
    if old != new:
        changes["placements"] = [old, new]
    changes |= _changed_columns(plan, of_plan or {})
    if based_on is not None:
        changes |= _changed_base(plan, based_on)
    if not changes:
        return None
    return _apply(plan, changes, by=by, code=DEEDS[deed], reason=reason)


def _changed_columns(plan: Plan, wanted: Mapping[str, Any]) -> audit.Changes:
    return {
        name: [getattr(plan, name), value] for name, value in wanted.items() if getattr(plan, name) != value
    }


def _changed_base(plan: Plan, wanted: Mapping[str, int | None]) -> audit.Changes:
    """The places that differ, by sitter; a sitter who was not there before, or is not any more, has none."""
    was = {key: place for key, place in plan.based_on.items() if wanted.get(key, -1) != place}
    now = {key: place for key, place in wanted.items() if plan.based_on.get(key, -1) != place}
    return {"based_on": [was, now]} if was or now else {}


def _apply(plan: Plan, changes: audit.Changes, *, by: Actor, code: str, reason: str) -> AuditLine:
    _write(plan, changes)
    line = audit.line(plan, by=by, code=code, changes=changes, reason=reason)
    audit.write([line])
    return line


def _write(plan: Plan, changes: audit.Changes) -> None:
    """Bring rows and plan to what the right side of `changes` tells."""
    old, new = changes.get("placements", [[], []])
    _replace(plan, old, new)
    if "based_on" in changes:
        was, now = changes["based_on"]
        kept = {sitter: place for sitter, place in plan.based_on.items() if sitter not in was}
        plan.based_on = kept | now
    for name in OF_PLAN:
        if name in changes:
            setattr(plan, name, changes[name][1])
    plan.revision = F("revision") + 1
    plan.save(update_fields=["revision", "based_on", *OF_PLAN])
    plan.refresh_from_db(fields=["revision"])


def _replace(plan: Plan, old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]) -> None:
    """Seats go before others come, because two who change seats would else hold one of them together."""
    gone = {(state["participation_id"], state["member"]) for state in [*old, *new]}
    rows = Placement.objects.filter(plan=plan).values_list("pk", "participation_id", "member")
    keys = [pk for pk, participation, member in rows if (participation, member) in gone]
    Placement.objects.filter(pk__in=keys).delete()
    Placement.objects.bulk_create((_row(plan, state) for state in new), batch_size=500)


def _state(row: Placement) -> dict[str, Any]:
    """What a step keeps of a seat, without what is empty."""
    kept = {name: as_plain(getattr(row, name)) for name in KEPT}
    return {name: value for name, value in kept.items() if name == "member" or value not in (None, "", False)}


def _row(plan: Plan, state: Mapping[str, Any]) -> Placement:
    fields = {name: Placement._meta.get_field(name.removesuffix("_id")) for name in state}
    return Placement(
        plan=plan,
        **{
            name: value if name.endswith("_id") else fields[name].to_python(value)  # type: ignore[union-attr]  # columns only
            for name, value in state.items()
        },
    )


def _take_back(line: AuditLine) -> tuple[models.Model, audit.Changes]:
    """Undo a step. Errors: CannotUndo where somebody of it has another seat by now, or is no more."""
    plan = Plan.objects.select_for_update(of=("self",)).filter(pk=line.object_id).first()
    if plan is None:
        raise undo.CannotUndo(_("%(label)s was deleted since; undo that first.") % {"label": line.label})
    old, new = line.changes.get("placements", [[], []])
    _demand_unmoved(plan, old, new)
    _demand_present(plan.event, old)
    changes = {name: [after, before] for name, (before, after) in line.changes.items()}
    for name in OF_PLAN:
        if name in changes and getattr(plan, name) != changes[name][0]:
            # A later step has told the plan something newer, which stays.
            del changes[name]
    _write(plan, changes)
    return plan, changes


def _demand_unmoved(plan: Plan, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    concerned = {(state["participation_id"], state["member"]): state for state in new}
    rows = {key_of(row): row for row in Placement.objects.filter(plan=plan).select_related("participation")}
    for state in old:
        concerned.setdefault((state["participation_id"], state["member"]), {})
    for key, state in concerned.items():
        row = rows.get(key)
        if (_state(row) if row else {}) != state:
            raise undo.CannotUndo(
                _("%(name)s was given another seat since; undo the later step first.")
                % {"name": row.participation.name_printed if row else _name_of(key)}
            )


def _name_of(key: Key) -> str:
    who = Participation.objects.filter(pk=key[0]).first()
    return who.name_printed if who else _("Somebody")


def _demand_present(event: Event, old: Iterable[Mapping[str, Any]]) -> None:
    wanted = {state["participation_id"] for state in old}
    there = set(Participation.objects.filter(event=event).values_list("pk", flat=True))
    if wanted - there:
        raise undo.CannotUndo(_("Somebody who had a seat then does not take part any more."))


for _code in DEEDS.values():
    undo.inverse_of(_code)(_take_back)
