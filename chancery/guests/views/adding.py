"""Guests from the directory, and who may put guests on the list."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.directory import access
from chancery.directory.models import Office, Person
from chancery.events.access import EventOffice
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.events.participants import participants_of
from chancery.guests.actions import listing
from chancery.guests.candidates import candidates
from chancery.guests.forms.guests import AddForm, FindForm, InviterForm
from chancery.guests.models import Inviter
from chancery.guests.queries import parties
from chancery.guests.views.undoing import do_and_say


@event_page(Right.GUESTS_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Find people and vacant offices in the directory and put them on the list."""
    form = AddForm(request.POST or None, event=office.event)
    find = FindForm(request.GET, office=office)
    if request.method == "POST" and form.is_valid() and _is_added(request, office, form):
        return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    asked = find.asked()
    found = candidates(
        office,
        asked,
        today=office.today,
        language=get_language() or "en",
    )
    return framed(request, "guests/add.html", form=form, find=find, asked=asked, found=found)


def _is_added(request: HttpRequest, office: EventOffice, form: AddForm) -> bool:
    """Put those who were ticked on the list, or say why not."""
    people, offices = _chosen(request, office)
    if not people and not offices:
        messages.error(request, _("Nobody is selected; tick at least one."))
        return False

    def add_them() -> str:
        count = listing.list_guests(
            office.event, people=people, offices=offices, by=office.actor, **form.cleaned_data
        )
        return _listed_words(count, len(people) + len(offices))

    try:
        do_and_say(request, office, add_them)
    except listing.QuotaExceeded as over:
        messages.error(request, str(over))
        return False
    return True


def _chosen(request: HttpRequest, office: EventOffice) -> tuple[list[Person], list[Office]]:
    codes = request.POST.getlist("row")
    people = access.readable(office, Person).filter(code__in=codes)
    offices = access.readable(office, Office).filter(code__in=codes)
    return list(people.order_by("sort_key", "id")), list(offices.order_by("id"))


def _listed_words(count: int, chosen: int) -> str:
    if count == chosen:
        words = ngettext(
            "%(count)s guest is on the list now.", "%(count)s guests are on the list now.", count
        )
        return words % {"count": count}
    return _("%(count)s are on the list now; the others were there already.") % {"count": count}


@event_page(Right.GUESTS_EDIT)
def inviters(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say who may put guests on the list, and how many."""
    known = parties.inviters_of(office.event)
    made = rows_of(Event, Inviter, InviterForm)
    formset = made(request.POST or None, instance=office.event, queryset=known, prefix="inviters")
    if request.method == "POST" and formset.is_valid():

        def save() -> str:
            listing.save_inviters(office.event, formset.kept, formset.dropped, by=office.actor)
            return _("The inviters are saved.")

        try:
            do_and_say(request, office, save)
        except (listing.InviterRefused, listing.QuotaExceeded) as refused:
            messages.error(request, str(refused))
        else:
            return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    language = get_language() or "en"
    listed = parties.listed_among(office.event, participants_of(office.event, language), language)
    context = {
        "formset": formset,
        "counts": parties.counts_by_inviter(list(known), listed),
    }
    return framed(request, "guests/inviters.html", **context)
