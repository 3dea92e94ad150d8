"""Pages of planning an event."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import layout_for
from chancery.events import actions, queries
from chancery.events.access import EventOffice
from chancery.events.forms import CopyForm, EventForm, PlaceForm
from chancery.events.models import Event, Place, Task
from chancery.events.pages import event_page
from chancery.events.sections import BY_KEY, SECTIONS, Section


@office_page(Right.EVENTS_VIEW)
def events(request: HttpRequest, office: Office) -> HttpResponse:
    """List the events of the office, those to come first."""
    today = timezone.now().astimezone(office.organiser.zone).date()
    coming = list(queries.events_to_come(office.organiser, today))
    others = [event for event in queries.events_of(office.organiser) if event not in coming]
    return _page(request, "events/events.html", coming=coming, others=others)


@office_page(Right.EVENTS_EDIT)
def plan(request: HttpRequest, office: Office) -> HttpResponse:
    """Plan a new event."""
    initial = Event(
        organiser=office.organiser,
        time_zone=office.organiser.time_zone,
        languages=office.organiser.languages,
    )
    form = EventForm(request.POST or None, instance=initial, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        event = actions.plan_event(organiser=office.organiser, by=office.actor, **form.cleaned_data)
        return redirect("desk:event", ref=office.organiser.ref, code=event.code)
    return _page(request, "events/event_form.html", form=form, is_new=True)


@event_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Change what the event is called, what it is and when it is planned."""
    form = EventForm(request.POST or None, instance=office.event, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        actions.change_event(form.instance, by=office.actor)
        return _back_to_event(office)
    return _page(
        request, "events/event_form.html", form=form, is_new=False, plan_sections=SECTIONS, event=office.event
    )


@event_page(Right.EVENTS_EDIT)
def change_section(request: HttpRequest, office: EventOffice, section: str) -> HttpResponse:
    """Change one kind of the event's rows."""
    chosen = BY_KEY.get(section)
    if chosen is None:
        raise Http404
    formset = _formset(chosen, request, office)
    if request.method == "POST" and formset.is_valid():
        try:
            actions.save_section(
                office.event, formset.kept, formset.dropped, code=chosen.code, by=office.actor
            )
        except actions.SectionRefused as refused:
            messages.error(request, str(refused))
        else:
            return _back_to_event(office)
    return _page(
        request,
        "events/section.html",
        formset=formset,
        section=chosen,
        plan_sections=SECTIONS,
        event=office.event,
    )


def _formset(section: Section, request: HttpRequest, office: EventOffice) -> RowsFormSet:
    made = rows_of(Event, section.model, section.form)
    given: dict[str, Any] = {"organiser": office.organiser, "event": office.event}
    order = ["position", "pk"] if hasattr(section.model, "position") else ["pk"]
    rows = section.model._default_manager.order_by(*order)
    return made(
        request.POST or None, instance=office.event, queryset=rows, prefix=section.key, form_kwargs=given
    )


@event_page(Right.EVENTS_EDIT)
def copy(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Plan another event like this one."""
    form = CopyForm(request.POST or None, event=office.event, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        twin = actions.copy_event(
            office.event,
            held_on=form.cleaned_data["held_on"],
            titles=form.cleaned_data["titles"],
            ref=form.ref(queries.refs_taken(office.organiser)),
            by=office.actor,
        )
        return redirect("desk:event", ref=office.organiser.ref, code=twin.code)
    return _page(request, "events/copy.html", form=form, event=office.event)


@event_page(Right.EVENTS_VIEW)
def tasks(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what is to be done, counted back from the day."""
    today = timezone.now().astimezone(office.organiser.zone).date()
    return _page(
        request, "events/tasks.html", tasks=queries.tasks_of(office.event, today), event=office.event
    )


@require_POST
@event_page(Right.EVENTS_EDIT)
def set_task(request: HttpRequest, office: EventOffice, task: str) -> HttpResponse:
    """Mark a task as done, or as not done after all."""
    chosen = get_object_or_404(Task, event=office.event, code=task)
    if chosen.done_at is None:
        actions.finish_task(chosen, now=timezone.now(), by=office.actor)
    else:
        actions.reopen_task(chosen, by=office.actor)
    return redirect("events:tasks", ref=office.organiser.ref, code=office.event.code)


@office_page(Right.EVENTS_VIEW)
def places(request: HttpRequest, office: Office) -> HttpResponse:
    """List the places of the office."""
    return _page(request, "events/places.html", places=queries.places_of(office.organiser))


@office_page(Right.EVENTS_EDIT)
def add_place(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a place."""
    return _place_form(request, office, Place(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change_place(request: HttpRequest, office: Office, place: str) -> HttpResponse:
    """Change a place."""
    return _place_form(request, office, get_object_or_404(Place, organiser=office.organiser, code=place))


def _place_form(request: HttpRequest, office: Office, place: Place) -> HttpResponse:
    form = PlaceForm(request.POST or None, instance=place, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        actions.save_place(form.instance, by=office.actor)
        messages.success(request, _("The place is saved."))
        return redirect("events:places", ref=office.organiser.ref)
    return _page(request, "events/place_form.html", form=form, place=place)


def _back_to_event(office: EventOffice) -> HttpResponse:
    return redirect("desk:event", ref=office.organiser.ref, code=office.event.code)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
