"""What the office decides about replies: whether an open one counts, and who a representative is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.directory import access
from chancery.directory.models import Person
from chancery.directory.queries import options
from chancery.events import wording
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests import said
from chancery.guests.actions import replies, representatives
from chancery.guests.forms.replies import RepresentativeForm
from chancery.guests.models import Reply
from chancery.guests.queries import answering


@require_POST
@event_page(Right.GUESTS_EDIT)
def decide(request: HttpRequest, office: EventOffice, reply: str) -> HttpResponse:
    """Decide whether an open answer counts."""
    chosen = get_object_or_404(answering.entries_at(office.event), code=reply)
    is_taken = request.POST.get("decision") == Reply.Decision.TAKEN
    try:
        replies.decide(chosen, is_taken=is_taken, by=office.actor, now=timezone.now())
    except replies.ReplyRefused as refused:
        messages.error(request, str(refused))
    else:
        name = wording.name_of(chosen.invitation.guest, get_language() or "en")
        taken = _("The answer of %(name)s counts now.")
        refused_words = _("The answer of %(name)s does not count.")
        messages.success(request, (taken if is_taken else refused_words) % {"name": name})
    if request.POST.get("next") == "guest":
        return redirect(address(office, "guests:guest-replies", guest=chosen.invitation.guest.code))
    return redirect(address(office, "guests:replies"))


@event_page(Right.GUESTS_EDIT)
def representative(request: HttpRequest, office: EventOffice, reply: str) -> HttpResponse:
    """Say who a representative is whom a reply names, and put that one on the list with the own rank."""
    chosen = get_object_or_404(answering.entries_at(office.event), code=reply)
    # A button alone sends no field of the form.
    form = RepresentativeForm(request.POST if request.method == "POST" else None, office=office)
    if request.method == "POST" and form.is_valid():
        person = _person_meant(office, request.POST.get("known", "")) or form.cleaned_data["person"]
        if _is_named(request, office, chosen, person):
            return redirect(address(office, "guests:replies"))
    today = timezone.localdate()
    found = options.options_for(
        office, chosen.representative_name, ("person",), 8, today=today, with_pages=False
    )
    context = {
        "form": form,
        "reply": chosen,
        "line": said.representative_line(chosen),
        "guest": chosen.invitation.guest,
        "name": wording.name_of(chosen.invitation.guest, get_language() or "en"),
        "found": found,
    }
    return framed(request, "guests/representative.html", **context)


def _person_meant(office: EventOffice, code: str) -> Person | None:
    return access.readable(office, Person).filter(code=code).first() if code else None


def _is_named(request: HttpRequest, office: EventOffice, reply: Reply, person: Person | None) -> bool:
    if person is None and "new" not in request.POST:
        messages.error(request, _("Nobody is chosen; choose somebody, or enter a new person."))
        return False
    try:
        guest = representatives.name(reply, person, by=office.actor)
    except representatives.CannotRepresent as refused:
        messages.error(request, str(refused))
        return False
    name = wording.name_of(guest, get_language() or "en")
    messages.success(request, _("%(name)s is on the list now.") % {"name": name})
    return True
