"""A wave leaves: the page before, the one button, stop and go on."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events import ordering
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests import departure_words
from chancery.guests.actions import sending
from chancery.guests.documents import sent
from chancery.guests.documents.departures import ON_PAPER, Departure, departure_of, preview_of
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.messages import CannotWrite
from chancery.guests.forms.waves import RemarkForm
from chancery.guests.models import Invitation, Wave
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.audience import OPEN
from chancery.guests.queries.waves import approvals_of
from chancery.guests.views.waves import progress_of, to_wave, wave_of


@event_page(Right.GUESTS_VIEW)
def before(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """
    Show what would leave, to whom, how, and three real messages; then the one button.

    Once a wave has begun to leave, its own page says what became of it.
    """
    chosen = wave_of(office, wave)
    if chosen.state not in OPEN:
        return to_wave(office, chosen)
    order = ordering.order_of(office.event)
    departure = departure_of(chosen, order, today=office.today)
    words = departure_words.Words(office, {who.key: who.name for who in order.participants})
    approvals = list(approvals_of(chosen)[:3])
    is_asked = chosen.state == Wave.State.ASKED
    context = {
        "wave": chosen,
        "departure": departure,
        "unwritten": departure.unwritten,
        "unreached": words.unreached(departure),
        "left_out": words.left_out(departure),
        "everybody": words.everybody(departure) if is_asked else (),
        "previews": words.previews(departure),
        "terms": terms_of(office.event),
        "approvals": approvals,
        "is_asked": is_asked,
        "is_out_of_date": chosen.state in (Wave.State.ASKED, Wave.State.APPROVED)
        and any(each.digest != departure.digest for each in approvals[:1]),
        "remark": RemarkForm(),
    }
    return framed(request, "guests/before.html", **context)


@require_POST
@event_page(Right.INVITATIONS_SEND)
def send(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Let a wave leave, if it is what the reader saw; pressing twice sends once."""
    chosen = wave_of(office, wave)
    departure = departure_of(chosen, ordering.order_of(office.event), today=office.today)
    if departure.stops:
        messages.error(request, departure.stops[0])
        return to_wave(office, chosen)
    try:
        sending.begin(
            chosen,
            chosen=departure.chosen,
            shown=request.POST.get("shown", ""),
            by=office.actor,
            now=timezone.now(),
        )
    except sending.WaveCannotLeave as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _begun(departure))
    return to_wave(office, chosen)


def _begun(departure: Departure) -> str:
    count = len(departure.going)
    words = ngettext("%(count)s message is on its way.", "%(count)s messages are on their way.", count)
    return words % {"count": count}


@require_POST
@event_page(Right.INVITATIONS_SEND)
def stop(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Stop a wave after the piece that is under way."""
    chosen = wave_of(office, wave)
    if sending.stop(chosen, by=office.actor):
        messages.info(request, _("The wave is stopped; what has left has left."))
    else:
        messages.error(request, _("This wave is not leaving; there is nothing to stop."))
    return to_wave(office, chosen)


@require_POST
@event_page(Right.INVITATIONS_SEND)
def go_on(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Go on with a wave that was stopped, or end it where it stands."""
    chosen = wave_of(office, wave)
    try:
        if request.POST.get("action") == "end":
            sending.finish(chosen, by=office.actor)
            messages.success(request, _("The wave is ended; whoever got nothing can be put into a new one."))
        else:
            sending.go_on(chosen, by=office.actor)
            messages.success(request, _("The wave goes on where it stopped."))
    except sending.WaveCannotLeave as refused:
        messages.error(request, str(refused))
    return to_wave(office, chosen)


@event_page(Right.GUESTS_VIEW)
def progress(request: HttpRequest, office: EventOffice, wave: str) -> HttpResponse:
    """Show how far a wave is."""
    chosen = wave_of(office, wave)
    if chosen.job is None:
        raise Http404
    return render(request, "guests/_wave_progress.html", {"wave": chosen, **progress_of(office, chosen)})


@event_page(Right.GUESTS_VIEW)
def preview(request: HttpRequest, office: EventOffice, wave: str, guest: str) -> HttpResponse:
    """Picture the card, letter or note of one guest as it would be printed."""
    chosen = wave_of(office, wave)
    party = _party(office, chosen, guest)
    language = get_language() or "en"
    try:
        shown = preview_of(chosen, party)
        if shown.form not in ON_PAPER:
            raise Http404
        imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
        pages = sent.pictures(shown.form, shown.written.printed, language=language, imprint=imprint)
    except (CannotWrite, PaperFailed) as refusal:
        raise Http404(str(refusal)) from refusal
    return HttpResponse(pages[0], content_type="image/png")


def _party(office: EventOffice, wave: Wave, guest: str) -> Invitation:
    parties = Invitation.objects.filter(guest__event=office.event, waves=wave).select_related("guest")
    return get_object_or_404(parties, guest__code=guest)
