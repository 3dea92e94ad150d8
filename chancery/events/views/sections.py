"""Pages of the repeated rows of an event, and of the anniversary days they count from."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import framed
from chancery.events import occasion_days, queries, section_actions, undoing
from chancery.events.access import EventOffice
from chancery.events.models import Event, EventOccasion
from chancery.events.pages import event_page
from chancery.events.section_choices import Choices
from chancery.events.sections import BY_KEY, SECTIONS, Section

UNDO = "events:undo-section"


@event_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: EventOffice, section: str) -> HttpResponse:
    """Change one kind of the event's rows."""
    chosen = BY_KEY.get(section)
    if chosen is None:
        raise Http404
    formset = _formset(chosen, request, office)
    if request.method == "POST" and formset.is_valid() and _is_saved(request, office, chosen, formset):
        return _to_section(office, chosen.key)
    days = _occasion_days(office) if chosen.model is EventOccasion else {}
    return framed(
        request,
        "events/section.html",
        formset=formset,
        section=chosen,
        plan_sections=SECTIONS,
        event=office.event,
        **days,
    )


def _occasion_days(office: EventOffice) -> dict[str, Any]:
    """What the page of the occasions shows above its rows."""
    event, language = office.event, get_language() or "en"
    return {
        "links": queries.occasion_links_of(event),
        "proposals": occasion_days.proposals_for(event, language),
        "without_a_day": occasion_days.without_a_day(event, language),
    }


def _formset(section: Section, request: HttpRequest, office: EventOffice) -> RowsFormSet:
    is_placed = any(field.name == "position" for field in section.model._meta.fields)
    beside = [field.name for field in section.model._meta.fields if field.is_relation]
    rows = section.model._default_manager.select_related(*beside).prefetch_related(*section.prefetched)
    return rows_of(Event, section.model, section.form, can_order=is_placed)(
        request.POST or None,
        instance=office.event,
        queryset=rows.order_by(*(["position"] if is_placed else []), "pk"),
        prefix=section.key,
        form_kwargs={"choices": Choices(office)},
    )


def _is_saved(request: HttpRequest, office: EventOffice, section: Section, formset: RowsFormSet) -> bool:
    def save() -> str:
        section_actions.save_section(
            office.event, formset.kept, formset.dropped, code=section.code, by=office.actor
        )
        return _("%(what)s: saved.") % {"what": section.title}

    try:
        undoing.do_and_say(request, office, save, route=UNDO, section=section.key)
    except section_actions.RowsClash:
        messages.error(request, str(section.clash))
    except section_actions.SectionRefused as refused:
        messages.error(request, str(refused))
    else:
        return True
    return False


@require_POST
@event_page(Right.EVENTS_EDIT)
def undo_change(request: HttpRequest, office: EventOffice, section: str) -> HttpResponse:
    """Undo what this reader just saved of one kind of rows."""
    undoing.undo_last(request, office, done=_("The rows are as they were before."))
    return _to_section(office, section)


def _to_section(office: EventOffice, section: str) -> HttpResponse:
    return redirect("events:section", ref=office.organiser.ref, code=office.event.code, section=section)


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
        messages.success(
            request,
            _("The event counts from %(day)s.") % {"day": cldr.day_in_words(day, get_language() or "en")},
        )
    return _to_section(office, "occasions")


@event_page(Right.EVENTS_VIEW)
def why_ordinal(request: HttpRequest, office: EventOffice, occasion: str) -> HttpResponse:
    """Say which anniversary the event keeps, by its three dates, and how that was counted (R111, R112)."""
    reasons = occasion_days.why(_link(office, occasion), get_language() or "en")
    return framed(request, "base/why.html", why=reasons)


def _link(office: EventOffice, occasion: str) -> EventOccasion:
    links = EventOccasion.objects.select_related("occasion", "event")
    return get_object_or_404(links, event=office.event, occasion__code=occasion)
