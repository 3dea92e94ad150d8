"""Pages of the repeated rows of an event, and of the anniversary days they count from."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history as changes
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import layout_for
from chancery.events import history, occasion_days, queries, section_actions
from chancery.events.access import EventOffice
from chancery.events.models import Event, EventOccasion
from chancery.events.pages import event_page
from chancery.events.sections import BY_KEY, SECTIONS, Section


@event_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: EventOffice, section: str) -> HttpResponse:
    """Change one kind of the event's rows."""
    chosen = BY_KEY.get(section)
    if chosen is None:
        raise Http404
    formset = _formset(chosen, request, office)
    if request.method == "POST" and formset.is_valid() and _is_saved(request, office, chosen, formset):
        messages.success(request, _("%(what)s: saved.") % {"what": chosen.title})
        return redirect(
            "events:section", ref=office.organiser.ref, code=office.event.code, section=chosen.key
        )
    is_of_occasions = chosen.model is EventOccasion
    proposals = occasion_days.proposals_for(office.event, get_language() or "en") if is_of_occasions else []
    return _page(
        request,
        "events/section.html",
        formset=formset,
        section=chosen,
        plan_sections=SECTIONS,
        event=office.event,
        proposals=proposals,
        links=queries.occasion_links_of(office.event) if is_of_occasions else (),
    )


def _formset(section: Section, request: HttpRequest, office: EventOffice) -> RowsFormSet:
    is_placed = any(field.name == "position" for field in section.model._meta.fields)
    rows = section.model._default_manager.order_by(*(["position"] if is_placed else []), "pk")
    return rows_of(Event, section.model, section.form, can_order=is_placed)(
        request.POST or None,
        instance=office.event,
        queryset=rows,
        prefix=section.key,
        form_kwargs={"office": office},
    )


def _is_saved(request: HttpRequest, office: EventOffice, section: Section, formset: RowsFormSet) -> bool:
    try:
        section_actions.save_section(
            office.event, formset.kept, formset.dropped, code=section.code, by=office.actor
        )
    except section_actions.RowsClash:
        messages.error(request, str(section.clash))
    except section_actions.SectionRefused as refused:
        messages.error(request, str(refused))
    else:
        return True
    return False


@require_POST
@event_page(Right.EVENTS_EDIT)
def take_anniversary(request: HttpRequest, office: EventOffice, occasion: str) -> HttpResponse:
    """Let the event count from the anniversary day that the rule of the occasion proposes (R112)."""
    link = _link(office, occasion)
    day = occasion_days.proposed_day(link)
    if day is None:
        messages.error(request, _("No rule gives a day for this occasion; write the day yourself."))
    else:
        link.anniversary_on = day
        section_actions.set_anniversary(link, by=office.actor)
    return redirect("events:section", ref=office.organiser.ref, code=office.event.code, section="occasions")


@event_page(Right.EVENTS_VIEW)
def why_ordinal(request: HttpRequest, office: EventOffice, occasion: str) -> HttpResponse:
    """Say which anniversary the event keeps, by its three dates, and how that was counted (R111, R112)."""
    reasons = occasion_days.why(_link(office, occasion), get_language() or "en")
    return _page(request, "base/why.html", why=reasons)


def _link(office: EventOffice, occasion: str) -> EventOccasion:
    links = EventOccasion.objects.select_related("occasion", "event")
    return get_object_or_404(links, event=office.event, occasion__code=occasion)


@event_page(Right.EVENTS_VIEW)
def lines(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who changed what in the plan of the event, the newest first."""
    before = request.GET.get("before", "")
    found = changes.page_of(
        history.lines_of(office.event),
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        language=get_language() or "en",
    )
    return _page(request, "events/history.html", page=found)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
