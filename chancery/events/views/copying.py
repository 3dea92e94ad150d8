"""Pages of planning another event like one that was: the copy, and whom to keep of its people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import copy_actions, keeping, undoing
from chancery.events.access import EventOffice
from chancery.events.forms import CopyForm
from chancery.events.occasion_days import next_time
from chancery.events.pages import event_page

UNDO = "events:undo-keeping"


@event_page(Right.EVENTS_EDIT)
def copy(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Plan another event like this one."""
    form = CopyForm(request.POST or None, event=office.event, next_time=next_time(office.event, office.today))
    if request.method == "POST" and form.is_valid():
        twin = copy_actions.copy_event(
            office.event,
            held_on=form.cleaned_data["held_on"],
            titles=form.cleaned_data["titles"],
            ref=form.ref(),
            by=office.actor,
        )
        has_people = keeping.people_before(twin, with_guests=True).exists()
        route = "events:keep" if has_people else "desk:event"
        return redirect(route, ref=office.organiser.ref, code=twin.code)
    return framed(request, "events/copy.html", form=form, event=office.event)


@event_page(Right.EVENTS_EDIT)
def keep(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Choose who of the event before takes part again; what changed about them since is shown."""
    event = office.event
    if event.copied_from is None:
        raise Http404
    with_guests = office.may(Right.GUESTS_EDIT)
    if request.method == "POST":
        chosen = keeping.people_before(event, with_guests=with_guests).filter(
            code__in=request.POST.getlist("row")
        )

        def take_over() -> str:
            count = len(copy_actions.keep_people(event, list(chosen), by=office.actor))
            return ngettext(
                "%(count)s person is taken over, to be asked anew.",
                "%(count)s people are taken over, to be asked anew.",
                count,
            ) % {"count": count}

        undoing.do_and_say(request, office, take_over, route=UNDO)
        return _to_people(office)
    lines = keeping.lines_to_keep(
        event,
        get_language() or "en",
        with_guests=with_guests,
        today=office.today,
    )
    return framed(request, "events/keep.html", lines=lines, before=event.copied_from, event=event)


@require_POST
@event_page(Right.EVENTS_EDIT)
def undo_keeping(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just took over."""
    undoing.undo_last(request, office, done=_("Nobody is taken over."))
    return _to_people(office)


def _to_people(office: EventOffice) -> HttpResponse:
    return redirect("events:people", ref=office.organiser.ref, code=office.event.code)
