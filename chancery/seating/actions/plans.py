"""Making, copying, choosing, changing and deleting the plans of an event."""

from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.rules.seating.layout import read_layout
from chancery.seating.actions import steps
from chancery.seating.models import Placement, Plan, Printing, SeatNote
from chancery.seating.queries import plans as queries

MADE, DELETED = "seating.plan.made", "seating.plan.deleted"
# What goes with a plan and comes back with it.
HANGING: tuple[type[models.Model], ...] = (SeatNote, Placement, Printing)


@transaction.atomic
def make_plan(plan: Plan, *, by: Actor) -> Plan:
    """Make a new plan with the room as it is drawn now; the first of an event is chosen at once."""
    _number(plan)
    plan.is_chosen = not queries.plans_of(plan.event).filter(part=plan.part).exists()
    _take_drawing(plan)
    plan.guest_revision = queries.guest_revision_of(plan.event)
    return audit.create(plan, by=by, code=MADE)


@transaction.atomic
def copy_plan(source: Plan, *, name: str, by: Actor) -> Plan:
    """Make a variant with the same room, form, seats and notes; what was printed of the other is not its."""
    copied = Plan.objects.get(pk=source.pk)
    made = Plan(**{field.attname: getattr(copied, field.attname) for field in _copied_columns()})
    made.name = name
    _number(made)
    audit.create(made, by=by, code=MADE)
    for model in (SeatNote, Placement):
        _copy_rows(model, source, made)
    return made


def _copy_rows(model: type[SeatNote] | type[Placement], source: Plan, made: Plan) -> None:
    values = (audit.plain_values(row) for row in model._default_manager.filter(plan=source).order_by("pk"))
    rows = [_remade(model, kept | {"plan_id": made.pk}) for kept in values]
    model._default_manager.bulk_create(rows, batch_size=500)  # type: ignore[arg-type]  # rows of that model


@transaction.atomic
def choose_plan(plan: Plan, *, by: Actor) -> None:
    """Let a plan stand for its event, or for its part of it, instead of the one that does now."""
    held = steps.locked(plan)
    others = Plan.objects.filter(event=held.event, part=held.part, is_chosen=True).exclude(pk=held.pk)
    for other in others:
        other.is_chosen = False
        audit.update(other, by=by, code="seating.plan.changed")
    held.is_chosen = True
    audit.update(held, by=by, code="seating.plan.chosen")


@transaction.atomic
def change_plan(plan: Plan, *, by: Actor) -> int:
    """
    Save the settings of a plan; with another room whoever sat on a seat it does not have stands up.

    Returns how many stood up.
    """
    stored = steps.locked(plan)
    if stored.part_id != plan.part_id and _is_taken(plan):
        plan.is_chosen = False
    if stored.room_id == plan.room_id:
        audit.update(plan, by=by, code="seating.plan.changed")
        return 0
    gone = _take_drawing(plan)
    audit.update(plan, by=by, code="seating.plan.changed")
    steps.take(steps.locked(plan), before=gone, after=[], deed="drawn", by=by)
    return len(gone)


@transaction.atomic
def take_room(plan: Plan, *, by: Actor) -> int:
    """Take the room as it is drawn now; return how many sat on seats that are no more, and stand up."""
    held = steps.locked(plan)
    gone = _without_seat(held, held.room.layout)
    drawn = {"layout": held.room.layout, "room_revision": held.room.revision}
    steps.take(held, before=gone, after=[], deed="drawn", by=by, of_plan=drawn)
    return len(gone)


@transaction.atomic
def delete_plan(plan: Plan, *, by: Actor) -> None:
    """Delete a plan with its seats, notes and what was printed of it; one line keeps all of it."""
    held = steps.locked(plan)
    hanging = {
        audit.kind_of(model): [
            audit.plain_values(row) for row in model._default_manager.filter(plan=held).order_by("pk")
        ]
        for model in HANGING
    }
    kept = {name: [value, None] for name, value in audit.plain_values(held).items()}
    line = audit.line(held, by=by, code=DELETED, changes={**kept, "rows": [hanging, None]})
    held.delete()
    audit.write([line])


def _number(plan: Plan) -> None:
    """Give a plan its number, with the event held so that two plans never have the same."""
    Event.objects.select_for_update(of=("self",)).get(pk=plan.event_id)
    plan.number = queries.next_number(plan.event)


def _copied_columns() -> list[models.Field[Any, Any]]:
    own = {"id", "code", "ref", "number", "is_chosen", "job", "revision"}
    return [field for field in Plan._meta.concrete_fields if field.name not in own]


def _is_taken(plan: Plan) -> bool:
    """Whether another plan is chosen for the part that `plan` is for."""
    chosen = Plan.objects.filter(event=plan.event, part=plan.part, is_chosen=True)
    return chosen.exclude(pk=plan.pk).exists()


def _take_drawing(plan: Plan) -> list[Placement]:
    """Give a plan the drawing of its room; return who sits on seats that are not there."""
    gone = _without_seat(plan, plan.room.layout) if plan.pk else []
    plan.layout, plan.room_revision = plan.room.layout, plan.room.revision
    return gone


def _without_seat(plan: Plan, layout: dict[str, Any]) -> list[Placement]:
    seats = read_layout(layout).seat_of
    return [row for row in Placement.objects.filter(plan=plan).order_by("pk") if row.seat not in seats]


@undo.inverse_of(MADE)
def _unmake(line: AuditLine) -> tuple[models.Model, audit.Changes]:
    """Take a new plan away again. Errors: CannotUndo where somebody has worked on it since."""
    plan = Plan.objects.select_for_update(of=("self",)).filter(pk=line.object_id).first()
    if plan is None:
        raise undo.CannotUndo(_("%(label)s was deleted since; undo that first.") % {"label": line.label})
    if plan.revision or plan.printings.exists():
        raise undo.CannotUndo(_("Seats were given in this plan since; delete it instead."))
    plan.delete()
    plan.pk = line.object_id
    return plan, {name: [after, before] for name, (before, after) in line.changes.items()}


@undo.inverse_of(DELETED)
def _bring_back(line: AuditLine) -> tuple[models.Model, audit.Changes]:
    """Make a deleted plan again with everything that hung on it."""
    values = {name: before for name, (before, _after) in line.changes.items() if name != "rows"}
    plan = _remade(Plan, values | {"job_id": None})
    plan.pk = line.object_id
    plan.save(force_insert=True)
    for kind, rows in line.changes["rows"][0].items():
        model = apps.get_model(kind)
        model._default_manager.bulk_create((_remade(model, row) for row in rows), batch_size=500)
    return plan, {name: [after, before] for name, (before, after) in line.changes.items()}


def _remade[Row: models.Model](model: type[Row], values: dict[str, Any]) -> Row:
    """A row with the values a line keeps. Errors: CannotUndo where somebody it needs is no more."""
    row = model(**{name: values[name] for name in values if name.endswith("_id")})
    for field in model._meta.concrete_fields:
        if field.attname not in values:
            continue
        if isinstance(field, models.ForeignKey):
            _demand_there(field, values[field.attname])
        else:
            setattr(row, field.attname, field.to_python(values[field.attname]))
    return row


def _demand_there(field: models.ForeignKey[Any, Any], key: Any) -> None:
    related = field.related_model
    if key is None or related is Plan or related._default_manager.filter(pk=key).exists():
        return
    raise undo.CannotUndo(
        _("“%(field)s” was deleted since; bring it back first.") % {"field": str(field.verbose_name)}
    )
