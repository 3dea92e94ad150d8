"""Slots of arrival (R89): proposed, changed by hand, and what is assigned to several guests at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import slot_rows
from chancery.door.actions import arrivals as arrival_actions
from chancery.door.actions import slots as actions
from chancery.door.forms.arrivals import ManyForm
from chancery.door.forms.slots import PaceForm, SlotForm
from chancery.door.models import Slot
from chancery.door.queries.awaited import Arrivals, arrivals_at, slots_of
from chancery.door.queries.clock import begins_at
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page

UNDO = "door:undo-slots"


def _arrivals(office: EventOffice) -> Arrivals:
    return arrivals_at(office.event, language=get_language() or "en", now=timezone.now())


@event_page(Right.DOOR_VIEW)
def slots(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who arrives when, by which door, and by whom greeted."""
    return _page(request, office, ManyForm(event=office.event), ticked=[])


def _page(request: HttpRequest, office: EventOffice, form: ManyForm, ticked: list[str]) -> HttpResponse:
    found = _arrivals(office)
    return framed(
        request,
        "door/slots.html",
        total=len(found.parties),
        listed=slot_rows.listed(found),
        rows=slot_rows.rows(office, found, get_language() or "en"),
        columns=slot_rows.columns(),
        form=form,
        ticked=ticked,
    )


@event_page(Right.DOOR_EDIT)
def propose(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the slots that the rule proposes, each with its reason; nothing is saved yet."""
    found, is_asked = _arrivals(office), bool(request.GET)
    form = PaceForm(request.GET if is_asked else None)
    pace = form.pace if is_asked and form.is_valid() else None if is_asked else PaceForm.usual()
    proposed = slot_rows.proposal_for(found, pace) if pace else []
    context: dict[str, Any] = {
        "form": form,
        "has_time": begins_at(office.event) is not None,
        "total": len(found.parties),
        "proposed": slot_rows.shown(proposed, found),
        "has_slots": bool(found.slots),
        "asked": request.GET if is_asked else {},
    }
    return framed(request, "door/propose_slots.html", **context)


@require_POST
@event_page(Right.DOOR_EDIT)
def take(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take the proposal as it stands now."""
    form = PaceForm(request.POST)
    if not form.is_valid() or begins_at(office.event) is None:
        messages.error(request, _("The slots cannot be proposed so; look at the numbers again."))
        return redirect(address(office, "door:propose-slots"))
    proposed = slot_rows.proposal_for(_arrivals(office), form.pace)

    def save() -> str:
        count = actions.take_proposal(office.event, proposed, by=office.actor)
        return ngettext(
            "%(count)s party is awaited in a slot.", "%(count)s parties are awaited in slots.", count
        ) % {"count": count}

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "door:slots"))


@event_page(Right.DOOR_EDIT)
def new(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Make a slot by hand."""
    return _edit(request, office, Slot(event=office.event))


@event_page(Right.DOOR_EDIT)
def change(request: HttpRequest, office: EventOffice, slot: str) -> HttpResponse:
    """Change a slot."""
    return _edit(request, office, get_object_or_404(slots_of(office.event), code=slot))


def _edit(request: HttpRequest, office: EventOffice, row: Slot) -> HttpResponse:
    form, is_new = SlotForm(request.POST or None, instance=row), row.pk is None
    if request.method == "POST" and form.is_valid():
        try:
            undoing.do_and_say(request, office, lambda: _saved(form.instance, office), route=UNDO)
        except actions.SlotTurnedRound as refused:
            form.add_error("ends_at", str(refused))
        else:
            return redirect(address(office, "door:slots"))
    return framed(request, "door/slot_form.html", form=form, slot=None if is_new else row)


def _saved(row: Slot, office: EventOffice) -> str:
    actions.save_slot(row, by=office.actor)
    return _("The slot %(slot)s is saved.") % {"slot": row}


@require_POST
@event_page(Right.DOOR_EDIT)
def delete(request: HttpRequest, office: EventOffice, slot: str) -> HttpResponse:
    """Delete a slot; its guests are awaited without one."""
    row = get_object_or_404(slots_of(office.event), code=slot)

    def drop() -> str:
        actions.delete_slot(row, by=office.actor)
        return _("The slot %(slot)s is deleted.") % {"slot": row}

    undoing.do_and_say(request, office, drop, route=UNDO)
    return redirect(address(office, "door:slots"))


@require_POST
@event_page(Right.DOOR_EDIT)
def assign(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Write slot, door, greeter, escort or the place for late ones of all ticked guests."""
    ticked = request.POST.getlist("row")
    guests = list(events.participations_of(office.event).filter(code__in=ticked))
    form = ManyForm(request.POST, event=office.event)
    if not guests:
        messages.error(request, _("No guest is selected; tick at least one."))
        return redirect(address(office, "door:slots"))
    if not form.is_valid():
        return _page(request, office, form, ticked)

    def save() -> str:
        count = arrival_actions.change_plans(
            guests, form.change, by=office.actor, code="door.arrival.planned"
        )
        return ngettext("%(count)s guest is changed.", "%(count)s guests are changed.", count) % {
            "count": count
        }

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "door:slots"))


@require_POST
@event_page(Right.DOOR_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what was just done to slots and guests."""
    undoing.undo_last(request, office, done=_("It is as it was before."))
    return redirect(address(office, "door:slots"))
