"""The guest list, and what is done with several guests at once."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.actions import users
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests import bulk, narrowing, rows
from chancery.guests.actions import listing
from chancery.guests.queries import parties
from chancery.guests.views.undoing import do_and_say

LIST = "guests"


@event_page(Right.GUESTS_VIEW)
def guests(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the list in the event's order of precedence, narrowed and sorted as the reader asks for it."""
    language = get_language() or "en"
    wanted = narrowing.wanted_from(request.GET, _columns(request, office))
    order = ordering.order_of(office.event)
    categories = list(events.categories_of(office.event))
    inviters = list(parties.inviters_of(office.event))
    everybody = rows.ranked(order, parties.listed_among(office.event, order.participants, language))
    words = rows.Words.of(language, categories, inviters, order)
    shown = parties.narrowed(everybody, wanted.filter, categories=categories, inviters=inviters)
    if wanted.sort:
        shown = rows.sorted_by(shown, wanted.sort, words, is_falling=wanted.is_falling)
    page = "guests:guest" if office.may(Right.GUESTS_EDIT) else "guests:guest-replies"
    writer = rows.Writer(office, order, words, wanted.columns, page=page)
    context = {
        "rows": writer.rows(shown, wanted.sort),
        "columns": narrowing.heads(wanted, request.GET),
        "column_choices": narrowing.column_choices(wanted),
        "precedence_url": narrowing.with_asked(request.GET, sort="") if wanted.sort else "",
        "density_url": reverse("accounts:density"),
        "sort": request.GET.get("sort", ""),
        "counts": parties.counts_of(categories, everybody),
        "inviters": parties.counts_by_inviter(inviters, everybody),
        "total": len(everybody),
        "shown": len(shown),
        "people": sum(guest.party.size for guest in everybody),
        "filters": narrowing.filters_of(
            everybody, wanted.filter, categories=categories, inviters=inviters, language=language
        ),
        "actions": _actions(office, bulk.choices(categories, inviters, language), language),
        "tags": parties.tags_of(everybody),
    }
    return framed(request, "guests/guests.html", **context)


def _actions(office: EventOffice, usual: list[bulk.Choices], language: str) -> list[bulk.Choices]:
    """What can be done with selected guests: what the list says of them, and their invitations."""
    if not office.may(Right.GUESTS_EDIT):
        return usual
    return [*usual, *bulk.invitation_choices(office, language)]


def _columns(request: HttpRequest, office: EventOffice) -> list[str]:
    """The columns the reader wants; those just chosen are remembered with the account."""
    sent = request.GET.getlist("column")
    columns = narrowing.columns_chosen(sent, office.user.columns.get(LIST, ()))
    if sent and columns != office.user.columns.get(LIST):
        users.choose_columns(office.user, LIST, columns)
    return columns


@require_POST
@event_page(Right.GUESTS_EDIT)
def act(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Do one thing with the selected guests."""
    chosen = bulk.selected(office.event, request.POST.getlist("row"))
    if not chosen:
        messages.error(request, _("No guest is selected; tick at least one."))
        return _back(request, office)
    deed = partial(bulk.act, request.POST.get("action", ""), request.POST, chosen, office)
    try:
        do_and_say(request, office, deed)
    except (bulk.ActionUnknown, listing.QuotaExceeded, listing.StillNeeded) as refused:
        messages.error(request, str(refused))
    return _back(request, office)


def _back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Go back to the list as it was narrowed and sorted."""
    address = reverse("guests:guests", args=[office.organiser.ref, office.event.code])
    asked = request.POST.get("asked", "")
    return redirect(f"{address}?{asked}" if asked else address)
