"""Pages of planning an event."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import actions, day_conflicts, patterns, queries
from chancery.events.access import EventOffice
from chancery.events.forms import EventForm
from chancery.events.models import Event, Task
from chancery.events.pages import event_page
from chancery.events.planning_for import PlanningFor
from chancery.events.sections import SECTIONS

LOOK = "look"
"""The button that shows what falls on the chosen day and saves nothing."""


@office_page(Right.EVENTS_VIEW)
def events(request: HttpRequest, office: Office) -> HttpResponse:
    """List the events of the office, those to come first."""
    coming = list(queries.events_to_come(office.organiser, office.today))
    others = [event for event in queries.events_of(office.organiser) if event not in coming]
    return framed(request, "events/events.html", coming=coming, others=others)


@office_page(Right.EVENTS_EDIT)
def plan(request: HttpRequest, office: Office) -> HttpResponse:
    """Plan a new event."""
    asked = PlanningFor(request.GET, organiser=office.organiser)
    initial = Event(
        organiser=office.organiser,
        time_zone=office.organiser.time_zone,
        languages=office.organiser.languages,
        held_on=asked.day,
    )
    form = EventForm(request.POST or None, instance=initial, office=office)
    if request.method == "POST" and form.is_valid() and LOOK not in request.POST:
        event = actions.plan_event(
            organiser=office.organiser, by=office.actor, serving=asked.serving, **form.cleaned_data
        )
        return redirect("desk:event", ref=office.organiser.ref, code=event.code)
    return framed(
        request,
        "events/event_form.html",
        form=form,
        is_new=True,
        serving=asked.in_words(),
        patterns=patterns.patterns_for(office.organiser),
        beside_day=day_conflicts.conflicts_of(form.instance),
    )


@event_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Change what the event is called, what it is and when it is planned."""
    form = EventForm(request.POST or None, instance=office.event, office=office)
    if request.method == "POST" and form.is_valid() and LOOK not in request.POST:
        actions.change_event(form.instance, by=office.actor)
        return _back_to_event(office)
    return framed(
        request,
        "events/event_form.html",
        form=form,
        is_new=False,
        plan_sections=SECTIONS,
        event=office.event,
        beside_day=day_conflicts.conflicts_of(form.instance),
    )


@event_page(Right.EVENTS_VIEW)
def tasks(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what is to be done, counted back from the day."""
    return framed(
        request, "events/tasks.html", tasks=queries.tasks_of(office.event, office.today), event=office.event
    )


@require_POST
@event_page(Right.EVENTS_EDIT)
def set_task(request: HttpRequest, office: EventOffice, task: str) -> HttpResponse:
    """Mark a task as done, or as not done after all."""
    chosen = get_object_or_404(Task, event=office.event, code=task)
    if chosen.done_at is None:
        actions.finish_task(chosen, now=timezone.now(), by=office.actor)
        messages.success(request, _("“%(task)s” is done.") % {"task": chosen})
    else:
        actions.reopen_task(chosen, by=office.actor)
        messages.success(request, _("“%(task)s” is open again.") % {"task": chosen})
    return redirect("events:tasks", ref=office.organiser.ref, code=office.event.code)


def _back_to_event(office: EventOffice) -> HttpResponse:
    return redirect("desk:event", ref=office.organiser.ref, code=office.event.code)
