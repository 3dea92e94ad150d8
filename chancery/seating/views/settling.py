"""What is done with a whole plan: its settings, a copy, the choice, its room, its end, its history."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import undo
from chancery.base.frame import framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.seating import figures, plan_rows, step_rows
from chancery.seating.actions import plans as actions
from chancery.seating.forms.plans import PlanForm
from chancery.seating.models import Plan
from chancery.seating.queries import steps
from chancery.seating.views import reading
from chancery.seating.views.placing import do_and_say
from chancery.seating.views.plans import UNDO

# So many steps stand on the page of the history.
SHOWN = 100


@event_page(Right.SEATING_EDIT)
def change(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Change the room, who is seated, and the form of a plan."""
    chosen = reading.plan_called(office, plan)
    form = PlanForm(request.POST or None, instance=chosen, office=office)
    if request.method == "POST" and form.is_valid():
        do_and_say(request, office, chosen, lambda: _saved(actions.change_plan(chosen, by=office.actor)))
        return _back(office, chosen)
    return framed(request, "seating/plan_form.html", form=form, plan=chosen, has_rooms=True)


def _saved(stood_up: int) -> str:
    if not stood_up:
        return _("The settings are saved; the seats are as they were.")
    return ngettext(
        "The settings are saved; %(count)s guest had a seat that is not there, and has none now.",
        "The settings are saved; %(count)s guests had seats that are not there, and have none now.",
        stood_up,
    ) % {"count": stood_up}


@require_POST
@event_page(Right.SEATING_EDIT)
def copy(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Make a variant of a plan."""
    chosen = reading.plan_called(office, plan)
    made: list[Plan] = []

    def save() -> str:
        name = _("Copy of %(name)s") % {"name": plan_rows.title_of(chosen)}
        made.append(actions.copy_plan(chosen, name=name[:120], by=office.actor))
        return _("Plan %(number)s is a copy of plan %(source)s.") % {
            "number": made[0].number,
            "source": chosen.number,
        }

    undoing.do_and_say(request, office, save, route=UNDO)
    return _back(office, made[0])


@require_POST
@event_page(Right.SEATING_EDIT)
def choose(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Let a plan stand for the event."""
    chosen = reading.plan_called(office, plan)

    def save() -> str:
        actions.choose_plan(chosen, by=office.actor)
        return _("Plan %(number)s is the plan of the event now.") % {"number": chosen.number}

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "seating:plans"))


@require_POST
@event_page(Right.SEATING_EDIT)
def take_room(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Take the room as it is drawn now."""
    chosen = reading.plan_called(office, plan)

    def save() -> str:
        stood_up = actions.take_room(chosen, by=office.actor)
        return ngettext(
            "The plan has the room as it is drawn now; %(count)s guest has no seat any more.",
            "The plan has the room as it is drawn now; %(count)s guests have no seat any more.",
            stood_up,
        ) % {"count": stood_up}

    do_and_say(request, office, chosen, save)
    return _back(office, chosen)


@event_page(Right.SEATING_EDIT)
def delete(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Delete a plan, after asking."""
    chosen = reading.plan_called(office, plan)
    if request.method == "POST":

        def save() -> str:
            actions.delete_plan(chosen, by=office.actor)
            return _("Plan %(number)s is deleted.") % {"number": chosen.number}

        undoing.do_and_say(request, office, save, route=UNDO)
        return redirect(address(office, "seating:plans"))
    sentences = [_("Its seats, notes and what was printed of it go with it; undo brings all of it back.")]
    if chosen.is_chosen:
        sentences.append(_("It is the plan of the event: papers and the door have none until one is chosen."))
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": plan_rows.title_of(chosen)},
        sentences=sentences,
        action_word=_("Delete the plan"),
        cancel_url=address(office, "seating:plan", plan=chosen.code),
        is_danger=True,
    )


@event_page(Right.SEATING_VIEW)
def history(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Show in which steps the plan was made; each may be taken back while nothing rests on it."""
    chosen = reading.plan_called(office, plan)
    lines = list(steps.steps_of(chosen)[:SHOWN])
    return framed(
        request,
        "seating/history.html",
        plan=chosen,
        steps=step_rows.steps_in_words(chosen, lines),
    )


@require_POST
@event_page(Right.SEATING_EDIT)
def undo_line(request: HttpRequest, office: EventOffice, plan: str, line: int) -> HttpResponse:
    """Take one step back."""
    chosen = reading.plan_called(office, plan)
    step = get_object_or_404(steps.steps_of(chosen), pk=line)
    try:
        undo.undo(step, by=office.actor)
    except undo.CannotUndo as refused:
        messages.error(request, str(refused))
    else:
        figures.count(reading.load(office, reading.plan_called(office, plan)))
        messages.success(request, _("The step is taken back."))
    return redirect(address(office, "seating:plan-history", plan=chosen.code))


def _back(office: EventOffice, plan: Plan) -> HttpResponse:
    return redirect(address(office, "seating:plan", plan=plan.code))
