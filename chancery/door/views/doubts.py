"""Doubts that a person settles, and what the office does for a guest from its own list."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import doubt_rows
from chancery.door.actions import by_office as actions
from chancery.door.actions import uninvited
from chancery.door.exchange import open_doubts
from chancery.door.forms.doubts import ByHandForm, SettleForm, UninvitedForm
from chancery.door.models import Presence, Scan
from chancery.door.queries import uninvited as queries
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.rules.door.scans import Doubt


@event_page(Right.DOOR_VIEW, at_the_place=True)
def doubts(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the doubts of the event, each with its two scans, and those that were settled."""
    found = open_doubts(office.event)
    return framed(
        request,
        "door/doubts.html",
        doubts=doubt_rows.doubts_of(office.event, found),
        uninvited=doubt_rows.uninvited_of(queries.to_look_at(office.event)),
        sent_away=doubt_rows.uninvited_of(queries.sent_away(office.event)),
        settled=doubt_rows.settled_at(office.event),
    )


@event_page(Right.DOOR_WORK, at_the_place=True)
def settle(request: HttpRequest, office: EventOffice, scan: UUID) -> HttpResponse:
    """Settle the doubt about a later scan; who comes too late reads that it is settled."""
    found = [
        (presence, doubt) for presence, doubt in open_doubts(office.event) if doubt.later.id == str(scan)
    ]
    if not found:
        get_object_or_404(Scan, event=office.event, uid=scan)
        messages.warning(request, _("Nobody doubts this any more."))
        return redirect(address(office, "door:doubts"))
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _settled(request, office, found[0][1], form)
    [shown] = doubt_rows.doubts_of(office.event, found[:1])
    return framed(request, "door/settle.html", form=form, doubt=shown)


def _settled(request: HttpRequest, office: EventOffice, doubt: Doubt, form: SettleForm) -> HttpResponse:
    presence = actions.settle(
        office.event,
        doubt,
        form.cleaned_data["how"],
        words=form.cleaned_data["words"],
        settled_by=str(office.user),
        by=office.actor,
        now=timezone.now(),
    )
    messages.success(
        request,
        _("Settled: %(came)s of %(expected)s have come.")
        % {"came": presence.came, "expected": presence.expected},
    )
    return redirect(address(office, "door:doubts"))


@event_page(Right.DOOR_WORK, at_the_place=True)
def settle_uninvited(request: HttpRequest, office: EventOffice, scan: UUID) -> HttpResponse:
    """Say of somebody who was let in without being on the list whether that was right."""
    found = queries.to_look_at(office.event).filter(uid=scan)
    row = found.select_related("participation", "event").first()
    if row is None:
        get_object_or_404(Scan, event=office.event, uid=scan)
        messages.warning(request, _("Nobody doubts this any more."))
        return redirect(address(office, "door:doubts"))
    form = UninvitedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = {**form.cleaned_data, "settled_by": str(office.user)}
        uninvited.settle(row, **told, by=office.actor, now=timezone.now())
        messages.success(request, _("Settled."))
        return redirect(address(office, "door:doubts"))
    [shown] = doubt_rows.uninvited_of(found)
    return framed(request, "door/settle_uninvited.html", form=form, shown=shown)


@event_page(Right.DOOR_VIEW, at_the_place=True)
def guest(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show what was done for a party at the doors, and let the office do it by hand."""
    return _shown(request, _guest(office, guest), ByHandForm())


def _shown(request: HttpRequest, row: Participation, form: ByHandForm) -> HttpResponse:
    return framed(
        request,
        "door/guest.html",
        guest=row,
        presence=Presence.objects.filter(participation=row).select_related("door").first(),
        scans=doubt_rows.scans_of(row),
        form=form,
    )


@require_POST
@event_page(Right.DOOR_WORK, at_the_place=True)
def by_hand(request: HttpRequest, office: EventOffice, guest: str, deed: str) -> HttpResponse:
    """Let in by hand, or note that somebody went out."""
    row, form = _guest(office, guest), ByHandForm(request.POST)
    if deed not in DEEDS:
        raise Http404
    if not form.is_valid():
        return _shown(request, row, form)
    return _done(
        request,
        office,
        row,
        lambda: DEEDS[deed](row, **form.cleaned_data, by=office.actor, now=timezone.now()),
    )


DEEDS: dict[str, Callable[..., Presence]] = {"admit": actions.admit, "leave": actions.leave}


@require_POST
@event_page(Right.DOOR_WORK)
def take_back(request: HttpRequest, office: EventOffice, guest: str, scan: UUID) -> HttpResponse:
    """Take back a scan of a party."""
    row = _guest(office, guest)
    found = get_object_or_404(
        Scan.objects.select_related("participation", "event"), participation=row, uid=scan
    )
    return _done(request, office, row, lambda: actions.take_back(found, by=office.actor, now=timezone.now()))


def _done(
    request: HttpRequest, office: EventOffice, row: Participation, deed: Callable[[], Presence]
) -> HttpResponse:
    try:
        presence = deed()
    except actions.CannotBeDone as refused:
        messages.error(request, str(refused))
    else:
        said = _("%(inside)s inside, %(came)s of %(expected)s have come.")
        names = ("inside", "came", "expected")
        messages.success(request, said % {name: getattr(presence, name) for name in names})
    return _back(office, row)


def _back(office: EventOffice, row: Participation) -> HttpResponse:
    return redirect(address(office, "door:guest", guest=row.code))


def _guest(office: EventOffice, code: str) -> Participation:
    rows = Participation.objects.select_related("event__organiser", "person", "body", "office")
    return get_object_or_404(rows.prefetch_related("person__names"), event=office.event, code=code)
