"""Pages of the guest list."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.forms import rows_of
from chancery.base.frame import layout_for
from chancery.directory import access
from chancery.directory.models import Office, Person
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation
from chancery.events.pages import event_page
from chancery.guests import actions, bulk, queries, rows
from chancery.guests.forms import AddForm, CompanionForm, GuestForm, InvitationForm, InviterForm
from chancery.guests.models import Companion, Invitation, Inviter


@event_page(Right.GUESTS_VIEW)
def guests(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the list in the event's order of precedence, narrowed where the reader asks for it."""
    wanted = queries.GuestFilter(
        **{name: request.GET.get(name, "") for name in ("category", "planned", "inviter", "tag")}
    )
    everybody = list(queries.guests_of(office.event))
    context = {
        "rows": rows.rows_of(office, queries.narrowed(everybody, wanted)),
        "counts": queries.counts_of(office.event, everybody),
        "total": len(everybody),
        "people": sum(queries.size_of(guest) for guest in everybody),
        "filters": rows.filters_of(office.event, everybody, wanted),
        "actions": bulk.choices(office.event),
    }
    return _page(request, "guests/guests.html", **context)


@event_page(Right.GUESTS_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Find people and vacant offices in the directory and put them on the list."""
    form = AddForm(request.POST or None, event=office.event)
    if request.method == "POST" and form.is_valid():
        people, offices = _chosen(request, office)
        try:
            count = actions.list_guests(
                office.event, people=people, offices=offices, by=office.actor, **form.cleaned_data
            )
        except actions.QuotaExceeded as over:
            messages.error(request, str(over))
        else:
            messages.success(request, _listed_words(count, len(people) + len(offices)))
            return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    found = rows.candidates(office, request.GET)
    return _page(request, "guests/add.html", form=form, found=found)


def _chosen(request: HttpRequest, office: EventOffice) -> tuple[list[Person], list[Office]]:
    codes = request.POST.getlist("row")
    people = access.readable(office, Person).filter(code__in=codes)
    offices = access.readable(office, Office).filter(code__in=codes)
    return list(people.order_by("sort_name", "id")), list(offices.order_by("id"))


def _listed_words(count: int, chosen: int) -> str:
    if count == chosen:
        return ngettext("%(count)s guest is listed.", "%(count)s guests are listed.", count) % {
            "count": count
        }
    return _("%(count)s listed; the others were on the list already.") % {"count": count}


@event_page(Right.GUESTS_EDIT)
def guest(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Change a guest and the party."""
    chosen = get_object_or_404(queries.guests_of(office.event), code=guest)
    invitation = queries.invitation_of(chosen)
    languages = office.organiser.languages
    sent = request.POST or None
    form = GuestForm(sent, instance=chosen, event=office.event, languages=languages)
    party = InvitationForm(sent, instance=invitation, event=office.event, prefix="party")
    companions = rows_of(Invitation, Companion, CompanionForm)(sent, instance=invitation, prefix="companions")
    if request.method == "POST" and form.is_valid() and party.is_valid() and companions.is_valid():
        try:
            actions.save_guest(
                form.instance,
                party.instance,
                kept=companions.kept,
                dropped=companions.dropped,
                by=office.actor,
            )
        except actions.QuotaExceeded as over:
            messages.error(request, str(over))
        else:
            return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    return _page(request, "guests/guest.html", guest=chosen, form=form, party=party, companions=companions)


@event_page(Right.GUESTS_EDIT)
def inviters(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say who may put guests on the list, and how many."""
    made = rows_of(Event, Inviter, InviterForm)
    formset = made(
        request.POST or None,
        instance=office.event,
        queryset=queries.inviters_of(office.event),
        prefix="inviters",
    )
    if request.method == "POST" and formset.is_valid():
        try:
            actions.save_inviters(office.event, formset.kept, formset.dropped, by=office.actor)
        except (actions.InviterNotUnique, actions.QuotaExceeded) as refused:
            messages.error(request, str(refused))
        else:
            return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    used = [(inviter, queries.guests_invited_by(inviter)) for inviter in queries.inviters_of(office.event)]
    return _page(request, "guests/inviters.html", formset=formset, used=used)


@require_POST
@event_page(Right.GUESTS_EDIT)
def act(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Do one thing with the selected guests."""
    chosen = _selected(request, office)
    back = redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    if not chosen:
        messages.error(request, _("No guest is selected; tick at least one."))
        return back
    try:
        messages.success(request, bulk.act(request.POST.get("action", ""), request.POST, chosen, office))
    except (bulk.ActionUnknown, actions.QuotaExceeded, actions.StillNeeded) as refused:
        messages.error(request, str(refused))
    return back


def _selected(request: HttpRequest, office: EventOffice) -> Sequence[Participation]:
    return list(queries.guests_of(office.event).filter(code__in=request.POST.getlist("row")))


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
