"""The plans of an event as the rows of a list."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.frame import Shape, Tone
from chancery.base.parts import Column
from chancery.base.rows import Cell, Figure, Mark, Person, Row, Text
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.seating.models import Plan


def columns() -> list[Column]:
    """The heads of the list."""
    return [
        Column(_("Plan")),
        Column(_("Room")),
        Column(_("Seated"), is_figure=True),
        Column(_("Given up"), is_figure=True),
        Column(_("Rules")),
        Column(_("Up to date")),
    ]


def rows_of(office: EventOffice, plans: Sequence[Plan], *, guest_revision: int) -> list[Row]:
    """One row for each plan, by its number; `guest_revision` is that of the list now."""
    return [
        Row(
            key=plan.code,
            name=title_of(plan),
            cells=_cells(office, plan, guest_revision),
            place=str(plan.number),
        )
        for plan in plans
    ]


def title_of(plan: Plan) -> str:
    """The name of a plan, else its number in words."""
    return plan.name or _("Plan %(number)s") % {"number": plan.number}


def _cells(office: EventOffice, plan: Plan, guest_revision: int) -> list[Cell]:
    return [
        Person(
            title_of(plan),
            address(office, "seating:plan", plan=plan.code),
            office=str(plan.part) if plan.part else str(plan.get_seated_display()),
            note=_("the plan of the event") if plan.is_chosen else "",
        ),
        Text(str(plan.room)),
        Figure(_seated(plan)),
        Figure(str(plan.figures.get("cost", "–"))),
        _rules(plan),
        _standing(plan, guest_revision),
    ]


def _seated(plan: Plan) -> str:
    """How many of how many have a seat, as it was last counted."""
    if "people" not in plan.figures:
        return str(plan.taken)  # type: ignore[attr-defined]  # counted with the plans of an event
    return str(_("%(seated)s of %(people)s") % plan.figures)


def _rules(plan: Plan) -> Mark:
    if "hard" not in plan.figures:
        return Mark(Shape.UNSET, _("not counted yet"))
    broken = plan.figures["hard"]
    if not broken:
        return Mark(Shape.YES, _("all kept"), Tone.GOOD)
    words = ngettext("%(count)s not kept", "%(count)s not kept", broken) % {"count": broken}
    return Mark(Shape.NO, words, Tone.WRONG)


def _standing(plan: Plan, guest_revision: int) -> Mark:
    """Whether list or room are others by now; a plan in which nobody sits is never out of date."""
    if not plan.based_on:
        return Mark(Shape.UNSET, _("nobody seated yet"))
    if plan.guest_revision < guest_revision or plan.room_revision < plan.room.revision:
        return Mark(Shape.CAREFUL, _("out of date"), Tone.CAREFUL)
    return Mark(Shape.YES, _("up to date"))
