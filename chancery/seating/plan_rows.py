"""The plans of an event as the rows of a list."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chancery.base.frame import Shape, Tone
from chancery.base.parts import Column
from chancery.base.rows import Cell, Mark, Person, Row, Text
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.seating.models import Plan


def columns() -> list[Column]:
    """The heads of the list."""
    return [Column(_("Plan")), Column(_("Room")), Column(_("Who is seated")), Column(_("State"))]


def rows_of(office: EventOffice, plans: Sequence[Plan]) -> list[Row]:
    """One row for each plan, by its number."""
    return [
        Row(key=plan.code, name=title_of(plan), cells=_cells(office, plan), place=str(plan.number))
        for plan in plans
    ]


def title_of(plan: Plan) -> str:
    """The name of a plan, else its number in words."""
    return plan.name or _("Plan %(number)s") % {"number": plan.number}


def _cells(office: EventOffice, plan: Plan) -> list[Cell]:
    part = str(plan.part) if plan.part else ""
    return [
        Person(title_of(plan), address(office, "seating:plan", plan=plan.code), office=part),
        Text(str(plan.room)),
        Text(str(plan.get_seated_display())),
        Mark(Shape.STAR, _("the plan of the event"), Tone.GOOD)
        if plan.is_chosen
        else Mark(Shape.OPEN, _("variant")),
    ]
