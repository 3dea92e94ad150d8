"""Pages of those who take part in an event beside its guests: hosts, speakers, authors, the remembered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.events import choosing, people_actions, people_rows, queries
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.events.people_forms import ParticipationForm, TakePartForm


@event_page(Right.EVENTS_VIEW)
def people(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List who takes part beside the guests, by capacity."""
    return _people(request, office, TakePartForm(office=office))


@event_page(Right.EVENTS_EDIT)
def take_part(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add somebody from the directory in a capacity."""
    form = TakePartForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        who = people_actions.take_part(form.participation(), by=office.actor)
        return redirect("events:person", ref=office.organiser.ref, code=office.event.code, who=who.code)
    return _people(request, office, form)


def _people(request: HttpRequest, office: EventOffice, form: TakePartForm) -> HttpResponse:
    return framed(request, "events/people.html", groups=people_rows.groups_of(office), form=form)


@event_page(Right.EVENTS_EDIT)
def person(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Change in which capacity somebody takes part, planned and in fact."""
    chosen = get_object_or_404(queries.people_of(office.event), code=who)
    form = ParticipationForm(request.POST or None, instance=chosen, office=office)
    if request.method == "POST" and form.is_valid():
        people_actions.change_participation(form.instance, by=office.actor)
        return _back(office)
    lines = history.of(chosen, language=get_language() or "en")
    return framed(request, "events/person.html", form=form, who=chosen, lines=lines)


@event_page(Right.EVENTS_EDIT)
def withdraw(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Take somebody out of the event in one capacity, after asking."""
    chosen = get_object_or_404(queries.people_of(office.event), code=who)
    if request.method == "POST":
        try:
            people_actions.withdraw_participation(chosen, by=office.actor)
        except people_actions.StillNeeded as refused:
            messages.error(request, str(refused))
        return _back(office)
    values = {"name": chosen.name_printed, "capacity": chosen.get_capacity_display()}
    return framed(
        request,
        "base/confirm.html",
        question=_("Take %(name)s out of the event as %(capacity)s?") % values,
        sentences=[_("The entry in the directory stays; the history of the event can bring this back.")],
        action_word=_("Take out"),
        cancel_url=choosing.address(office, "events:person", who=chosen.code),
        is_danger=True,
    )


@event_page(Right.PROGRAMME_EDIT)
def find(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer `?q=` with rows to choose from: with `?among=event` first those who take part already."""
    return choosing.answer(request, office)


def _back(office: EventOffice) -> HttpResponse:
    return redirect("events:people", ref=office.organiser.ref, code=office.event.code)
