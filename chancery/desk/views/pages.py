"""Where an office begins: its list for those who work in several, and its home."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from chancery.accounts import notices, queries
from chancery.accounts.access import Office
from chancery.accounts.models import User
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed, is_part_request
from chancery.desk import event_frame, finding, spine
from chancery.desk import home as home_page
from chancery.events import access, day_conflicts
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.occasions.wording import edition_words


def home(request: HttpRequest) -> HttpResponse:
    """Lead to the one office of the reader, or list them; before the first run say how it begins."""
    if not queries.is_set_up():
        return render(request, "desk/no_office.html")
    return _offices(request)


@login_required
def _offices(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    offices = list(queries.offices_of(request.user))
    if len(offices) == 1:
        return redirect("desk:office", ref=offices[0].ref)
    return framed(request, "desk/offices.html", offices=offices)


@office_page(Right.OFFICE_VIEW)
def office(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the home of an office: the next event, the year, what is due and what came in."""
    now = timezone.now()
    today = now.astimezone(office.organiser.zone).date()
    chosen = home_page.next_event(office, today)
    at_work = (
        access.event_for(request.user, office.organiser.ref, chosen.code, Right.EVENTS_VIEW)
        if chosen
        else None
    )
    context = {
        "next_header": event_frame.header_of(at_work) if at_work else None,
        "next_stages": spine.spine_of(at_work, "") if at_work else (),
        "year": today.year,
        "months": home_page.year_of(office, today.year, today),
        "approvals": home_page.approvals_of(office),
        "due": home_page.due_of(office, today),
        "news": [
            *home_page.ministries_asking(office, now),
            *notices.notices_for(office, now),
            *home_page.news_of(office, now),
        ],
    }
    return framed(request, "desk/office.html", **context)


@office_page(Right.OFFICE_VIEW)
def find(request: HttpRequest, office: Office) -> HttpResponse:
    """Find people by any spelling, offices, bodies, events and pages."""
    text = request.GET.get("q", "").strip()[: finding.LONGEST]
    options = finding.options_for(office, text, office.today)
    if is_part_request(request):
        return render(request, "base/_options.html", {"options": options})
    return framed(request, "desk/find.html", options=options, text=text)


@event_page(Right.EVENTS_VIEW)
def event(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the plan of an event in one view."""
    event, language = office.event, get_language() or "en"
    context = {
        "event": event,
        "when": event_frame.when_line(event, language),
        "occasions": event_frame.occasion_lines(event, language),
        "edition": edition_words(event.edition, language) if event.edition else "",
        "campaigns": events.campaign_links_of(event),
        "organisers": events.involvements_of(event),
        "stations": events.stations_of(event),
        "arrangements": events.arrangements_of(event),
        "categories": events.categories_of(event),
        "others": events.participations_of(event).exclude(capacity__in=Participation.OF_GUESTS),
        "sources": events.sources_of(event),
        "parts": events.parts_of(event),
        "beside": events.events_within(event),
        "terms": events.terms_that_hold(event),
        "team": events.team_of(event),
        "tasks": event_frame.tasks_line(event),
        "beside_day": day_conflicts.conflicts_of(event),
    }
    return framed(request, "desk/event.html", **context)
