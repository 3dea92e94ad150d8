"""One guest and the party."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import framed
from chancery.events import choosing, wording
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.guests import correspondence_words
from chancery.guests.actions import listing
from chancery.guests.forms.guests import CompanionForm, GuestForm, InvitationForm
from chancery.guests.models import Companion, Invitation
from chancery.guests.queries import correspondence, parties
from chancery.guests.views.undoing import do_and_say


@event_page(Right.GUESTS_EDIT)
def guest(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Change a guest and the party."""
    chosen = get_object_or_404(parties.guests_of(office.event), code=guest)
    language = get_language() or "en"
    name = wording.name_of(chosen, language)
    invitation = parties.invitation_of(chosen)
    form = GuestForm(request.POST or None, instance=chosen, office=office)
    party = InvitationForm(request.POST or None, instance=invitation, event=office.event, prefix="party")
    companions = _companions(request, office, invitation)
    if request.method == "POST" and form.is_valid() and party.is_valid() and companions.is_valid():

        def save() -> str:
            listing.save_guest(
                form.instance,
                party.instance,
                kept=companions.kept,
                dropped=companions.dropped,
                represents=form.cleaned_data["represents"],
                by=office.actor,
            )
            return _("%(name)s is saved.") % {"name": name}

        try:
            do_and_say(request, office, save)
        except listing.QuotaExceeded as over:
            messages.error(request, str(over))
        else:
            return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
    context = {
        "guest": chosen,
        "name": name,
        "form": form,
        "party": party,
        "companions": companions,
        "correspondence": correspondence_words.lines_of(correspondence.correspondence_of(invitation)),
        "lines": history.of(*_rows(chosen, invitation), language=language),
    }
    return framed(request, "guests/guest.html", **context)


def _companions(request: HttpRequest, office: EventOffice, invitation: Invitation) -> RowsFormSet:
    made = rows_of(Invitation, Companion, CompanionForm)
    return made(
        request.POST or None,
        instance=invitation,
        prefix="companions",
        form_kwargs={"office": office, "invited": parties.people_invited(office.event)},
    )


def _rows(guest: Participation, invitation: Invitation) -> list[Participation | Invitation]:
    return [guest, invitation] if invitation.pk else [guest]


@event_page(Right.GUESTS_EDIT)
def find(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer `?q=` with those who may be represented."""
    return choosing.answer(request, office)
