"""The plans of an event: their list, a new one, one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.seating import plan_rows
from chancery.seating.actions import plans as actions
from chancery.seating.forms.plans import PlanForm
from chancery.seating.models import Plan
from chancery.seating.queries import plans as queries

UNDO = "seating:undo"


@event_page(Right.SEATING_VIEW)
def plans(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the plans of the event."""
    found = list(queries.plans_of(office.event))
    return framed(
        request,
        "seating/plans.html",
        rows=plan_rows.rows_of(office, found, guest_revision=queries.guest_revision_of(office.event)),
        columns=plan_rows.columns(),
        has_rooms=queries.rooms_of(office.organiser).exists(),
    )


@event_page(Right.SEATING_EDIT)
def new(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Make a plan: its room, who is seated, its form."""
    plan = Plan(event=office.event)
    plan.host, plan.co_host = queries.hosts_of(office.event)
    form = PlanForm(request.POST or None, instance=plan, office=office)
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            made = actions.make_plan(form.instance, by=office.actor)
            return _("Plan %(number)s is made.") % {"number": made.number}

        undoing.do_and_say(request, office, save, route=UNDO)
        return redirect(address(office, "seating:plan", plan=plan.code))
    return framed(
        request,
        "seating/plan_form.html",
        form=form,
        has_rooms=queries.rooms_of(office.organiser).exists(),
    )


@require_POST
@event_page(Right.SEATING_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just did with the plans of the event."""
    undoing.undo_last(request, office, done=_("The seating is as it was before."))
    return redirect(address(office, "seating:plans"))
