"""Films and exhibitions of a campaign: offered by its owner, taken over by posts with the source in view."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.comparing import compared
from chancery.base.frame import framed
from chancery.base.taking import keep_own
from chancery.exhibition.access import offered_of, own_of
from chancery.exhibition.actions import taking as actions
from chancery.exhibition.models import Exhibition, Film
from chancery.exhibition.offering import extent_of
from chancery.exhibition.queries.offered import offered_by, to_offer
from chancery.occasions.access import campaign_for, own_campaign_for


@office_page(Right.EVENTS_VIEW)
def offered(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """List the films and exhibitions of a campaign; its owner offers others here."""
    chosen = campaign_for(office, campaign)
    is_own = chosen.organiser_id == office.organiser.pk
    return framed(
        request,
        "exhibition/offered.html",
        campaign=chosen,
        is_own=is_own,
        offered=offered_by(chosen, office.organiser),
        to_offer=to_offer(office.organiser) if is_own and office.may(Right.PROGRAMME_EDIT) else [],
    )


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def offer(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Offer a film or an exhibition of the office to its campaign, or offer it no longer."""
    chosen = own_campaign_for(office, campaign)
    back = redirect("exhibition:offered", ref=office.organiser.ref, campaign=chosen.code)
    kind, _colon, code = request.POST.get("what", "").partition(":")
    if not code:
        messages.error(request, _("Choose a film or an exhibition, then offer it."))
        return back
    row = own_of(office, kind, code)
    is_withdrawn = "withdraw" in request.POST
    if is_withdrawn and row.campaign_id != chosen.pk:
        raise Http404
    actions.offer(row, None if is_withdrawn else chosen, by=office.actor)
    words = _("“%(name)s” is offered no longer; what was taken over stays.")
    messages.success(request, (words if is_withdrawn else _("“%(name)s” is offered.")) % {"name": row})
    return back


@office_page(Right.PROGRAMME_EDIT)
def take(request: HttpRequest, office: Office, campaign: str, kind: str, code: str) -> HttpResponse:
    """Say what comes over and what its rights leave out, then take it over."""
    chosen = campaign_for(office, campaign)
    source, today = offered_of(chosen, kind, code), timezone.localdate()
    if source.organiser_id == office.organiser.pk:
        return redirect(_page_of(office, source))
    if request.method == "POST":
        return _taken(request, office, source)
    return framed(
        request,
        "exhibition/take.html",
        campaign=chosen,
        source=source,
        kind=kind,
        extent=extent_of(source, source.organiser, today) if isinstance(source, Film) else None,
        left_out=actions.left_out(source, today) if isinstance(source, Exhibition) else [],
    )


def _taken(request: HttpRequest, office: Office, source: Film | Exhibition) -> HttpResponse:
    today, organiser = timezone.localdate(), office.organiser
    try:
        own: Film | Exhibition = (
            actions.take_film(source, organiser=organiser, today=today, by=office.actor)
            if isinstance(source, Film)
            else actions.take_exhibition(source, organiser=organiser, today=today, by=office.actor)
        )
    except actions.NotAllowed as refused:
        messages.error(request, str(refused))
        return redirect(request.path)
    messages.success(request, _("“%(name)s” is yours now; its source stays in view.") % {"name": own})
    return redirect(_page_of(office, own))


@office_page(Right.PROGRAMME_VIEW)
def taken(request: HttpRequest, office: Office, kind: str, code: str) -> HttpResponse:
    """Show what was taken over beside its source, with what changed since."""
    own = own_of(office, kind, code)
    if own.source is None:
        raise Http404
    return framed(
        request,
        "exhibition/taken.html",
        own=own,
        kind=kind,
        compared=compared(own, get_language() or "en", _names_inside(own)),
        own_url=_page_of(office, own),
    )


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def take_newer(request: HttpRequest, office: Office, kind: str, code: str) -> HttpResponse:
    """Let it say what its source says now."""
    own, today = own_of(office, kind, code), timezone.localdate()
    try:
        if isinstance(own, Film):
            actions.take_newer_film(own, today=today, by=office.actor)
        else:
            actions.take_newer_exhibition(own, today=today, by=office.actor)
    except actions.NotAllowed as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("“%(name)s” is as its source is now.") % {"name": own})
    return redirect("exhibition:taken", ref=office.organiser.ref, kind=kind, code=code)


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def keep(request: HttpRequest, office: Office, kind: str, code: str) -> HttpResponse:
    """Keep it as it is though its source has changed."""
    keep_own(own_of(office, kind, code), by=office.actor)
    messages.success(request, _("Your own words are kept, and the history says so."))
    return redirect("exhibition:taken", ref=office.organiser.ref, kind=kind, code=code)


def _names_inside(row: Film | Exhibition) -> dict[str, str]:
    """What the rows inside are called, by the ref under which they are compared."""
    if isinstance(row, Film):
        return {}
    sources = [exhibition for exhibition in (row.source, row) if isinstance(exhibition, Exhibition)]
    return {
        exhibit.ref: str(exhibit.work)
        for exhibition in sources
        for exhibit in exhibition.exhibits.select_related("work").order_by("pk")
    }


def _page_of(office: Office, row: Film | Exhibition) -> str:
    route = "exhibition:change-film" if isinstance(row, Film) else "exhibition:exhibition"
    return reverse(route, args=[office.organiser.ref, row.code])
