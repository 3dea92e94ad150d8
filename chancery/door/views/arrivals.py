"""The board of arrivals, and what is said of a guest by one press."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import arrival_rows, board
from chancery.door.actions import arrivals as actions
from chancery.door.models import ArrivalPlan, Door
from chancery.door.queries.awaited import Arrivals, arrivals_at
from chancery.door.queries.marks import mark_of
from chancery.door.queries.needed import needed_at
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page

UNDO = "door:undo-arrival"


@event_page(Right.DOOR_VIEW)
def arrivals(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who is here, who is at the door, who is needed and who comes next, in the order of rank."""
    return framed(request, "door/arrivals.html", **_board(request, office))


def _board(request: HttpRequest, office: EventOffice) -> dict[str, Any]:
    language, mark = get_language() or "en", mark_of(office.event)
    found = arrivals_at(office.event, language=language, now=timezone.now())
    categories = list(events.categories_of(office.event))
    wanted = board.Wanted.of(request.GET)
    slots = {key: slot.code for key, slot in found.slots.items()}
    shown = board.narrowed(found.parties, wanted, categories, slots)
    return {
        "at": found.now.astimezone(found.zone),
        "mark": mark,
        "is_counted": found.is_counted,
        "total": len(found.parties),
        "shown": len(shown),
        "rows": arrival_rows.Writer(office, found, language).rows(shown),
        "columns": arrival_rows.columns(),
        "filters": board.filters_of(found, wanted, categories, language),
        "asked": request.GET.urlencode(),
        "first": board.first_of(found) if office.may(Right.DOOR_EDIT) else None,
        **_beside(found, language),
    }


def _beside(found: Arrivals, language: str) -> dict[str, Any]:
    """What stands above and beside the list: figures, banners and short lists."""
    return {
        "figures": board.figures_of(found),
        "banners": board.banners_of(found, language),
        "needed": board.needed_lines(needed_at(found), found, language),
        "coming": board.next_of(found, language) if found.is_counted else [],
        "came": board.last_of(found, language),
        "late": board.late_of(found, language),
        "doubts": board.doubts_of(found, language),
    }


def _announce(what: ArrivalPlan.Announced) -> Callable[[HttpRequest, EventOffice, Participation], str]:
    def deed(request: HttpRequest, office: EventOffice, guest: Participation) -> str:
        door = _door(request, office, guest)
        actions.announce(guest, what, door=door, by=office.actor, now=timezone.now())
        return _("It is announced: %(name)s, %(where)s.") % {
            "name": guest.name_printed,
            "where": what.label if door is None else f"{what.label} ({door})",
        }

    return deed


def _door(request: HttpRequest, office: EventOffice, guest: Participation) -> Door | None:
    """The door that was pressed, else the one planned for the guest, else the only one there is."""
    doors = list(Door.objects.filter(event=office.event).order_by("position", "pk"))
    if code := request.POST.get("door"):
        return next((door for door in doors if door.code == code), None)
    plan = ArrivalPlan.objects.filter(participation=guest).first()
    planned = next((door for door in doors if plan and door.pk == plan.door_id), None)
    return planned or (doors[0] if len(doors) == 1 else None)


def _acknowledge(request: HttpRequest, office: EventOffice, guest: Participation) -> str:
    actions.acknowledge(guest, who=office.user, by=office.actor, now=timezone.now())
    return _("Everybody sees that you go to the door for %(name)s.") % {"name": guest.name_printed}


def _take_back(request: HttpRequest, office: EventOffice, guest: Participation) -> str:
    actions.take_back(guest, by=office.actor)
    return _("The announcement of %(name)s is taken back.") % {"name": guest.name_printed}


def _waive(request: HttpRequest, office: EventOffice, guest: Participation) -> str:
    actions.waive(guest, by=office.actor, now=timezone.now())
    return _("%(name)s is no longer awaited.") % {"name": guest.name_printed}


def _await_again(request: HttpRequest, office: EventOffice, guest: Participation) -> str:
    actions.await_again(guest, by=office.actor)
    return _("%(name)s is awaited again.") % {"name": guest.name_printed}


DEEDS: dict[str, Callable[[HttpRequest, EventOffice, Participation], str]] = {
    "on-the-way": _announce(ArrivalPlan.Announced.ON_THE_WAY),
    "at-the-door": _announce(ArrivalPlan.Announced.AT_THE_DOOR),
    "acknowledge": _acknowledge,
    "take-back": _take_back,
    "waive": _waive,
    "await": _await_again,
}


@require_POST
@event_page(Right.DOOR_WORK)
def say(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Say something of a guest by one press, with the way back."""
    who = get_object_or_404(events.participations_of(office.event), code=guest)
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None:
        messages.error(request, _("Nothing was said of the guest; press one of the buttons."))
    else:
        undoing.do_and_say(request, office, lambda: deed(request, office, who), route=UNDO)
    return back(request, office)


@require_POST
@event_page(Right.DOOR_WORK)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what was just said or planned."""
    undoing.undo_last(request, office, done=_("It is as it was before."))
    return back(request, office)


def back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Go back to the page of the door on which the button was pressed, else to the board."""
    wanted = request.POST.get("back") or ""
    board_url = address(office, "door:arrivals")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith(board_url)
    return redirect(wanted if is_ours else board_url)
