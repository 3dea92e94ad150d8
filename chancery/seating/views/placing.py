"""Giving, changing and locking seats by hand."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.rules.seating.plan import Placing
from chancery.rules.seating.room import Seat
from chancery.seating import figures
from chancery.seating.actions import notes, placing
from chancery.seating.actions.placing import SeatRefused, Sitting
from chancery.seating.actions.steps import PlanChanged
from chancery.seating.forms.notes import SeatNoteForm
from chancery.seating.hand import seat_called, sittings_of
from chancery.seating.models import Plan, SeatNote
from chancery.seating.queries.changes import basis_of
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.views import reading
from chancery.seating.wording import where_words

UNDO = "seating:undo-step"
LONGEST_REASON = 300


@require_POST
@event_page(Right.SEATING_EDIT)
def move(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Give somebody a seat; whoever sits there changes with them."""
    chosen = reading.plan_called(office, plan)
    loaded = reading.load(office, chosen)
    sent = {name: str(request.POST.get(name, "")).strip() for name in ("who", "was", "seat", "reason")}
    people = sittings_of(loaded, loaded.placing)
    who, seat = people.get(sent["who"]), seat_called(loaded.problem.room, sent["seat"])
    if who is None:
        messages.error(request, _("This guest is not seated by the plan any more; choose another one."))
    elif seat is None:
        messages.error(request, _("There is no seat “%(seat)s” in this room.") % {"seat": sent["seat"][:40]})
        return redirect(_back(request, office, chosen, hand=who.sitter))
    else:
        shown = replace(who, seat=sent["was"]) if "was" in request.POST else who
        met = _met(request.POST, people, loaded.placing, seat)
        _move(request, office, loaded, shown, seat, met, sent["reason"][:LONGEST_REASON])
    return redirect(_back(request, office, chosen))


def _met(
    sent: Mapping[str, str], people: Mapping[str, Sitting], taken: Placing, seat: Seat
) -> Sitting | None:
    """Who sits on the seat as the page showed it; where it was only written, as it is now."""
    sitting = {at: sitter for sitter, at in taken.items()}
    sitter = sent["met"] if "met" in sent else sitting.get(seat.id, "")
    found = people.get(sitter)
    return replace(found, seat=seat.id) if found else None


def _move(
    request: HttpRequest,
    office: EventOffice,
    loaded: LoadedPlan,
    who: Sitting,
    seat: Seat,
    met: Sitting | None,
    reason: str,
) -> None:
    def save() -> str:
        placing.move(
            loaded.plan,
            who,
            seat.id,
            met=met,
            basis=basis_of(loaded),
            reason=reason,
            by=office.actor,
            at=timezone.now(),
        )
        return _moved(who, met, where_words(loaded.problem.room, seat.id))

    do_and_say(request, office, loaded.plan, save)


def _moved(who: Sitting, met: Sitting | None, seat: str) -> str:
    if met is None or met.sitter == who.sitter:
        return _("%(name)s has %(seat)s.") % {"name": who.name, "seat": seat}
    if who.seat:
        return _("%(name)s and %(other)s have changed seats.") % {"name": who.name, "other": met.name}
    return _("%(name)s has %(seat)s, and %(other)s has no seat now.") % {
        "name": who.name,
        "seat": seat,
        "other": met.name,
    }


@require_POST
@event_page(Right.SEATING_EDIT)
def unseat(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Take somebody's seat away."""
    chosen = reading.plan_called(office, plan)
    loaded = reading.load(office, chosen)
    who = sittings_of(loaded, loaded.placing).get(request.POST.get("who", ""))
    if who is None or not who.seat:
        messages.error(request, _("This guest has no seat in the plan any more."))
        return redirect(_back(request, office, chosen))
    leaving, reason = who, request.POST.get("reason", "")[:LONGEST_REASON]

    def save() -> str:
        placing.unseat(chosen, [leaving], reason=reason, by=office.actor)
        return _("%(name)s has no seat now.") % {"name": leaving.name}

    do_and_say(request, office, chosen, save)
    return redirect(_back(request, office, chosen))


@require_POST
@event_page(Right.SEATING_EDIT)
def locks(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Lock or unlock one seat, those of a table or row, or all."""
    chosen = reading.plan_called(office, plan)
    is_locked = request.POST.get("deed") != "unlock"
    seats = _seats_asked(request, reading.load(office, chosen))

    def save() -> str:
        line = placing.set_locks(chosen, seats, is_locked=is_locked, by=office.actor)
        count = len(line.changes["placements"][0]) if line else 0
        if is_locked:
            return ngettext("%(count)s seat is locked.", "%(count)s seats are locked.", count) % {
                "count": count
            }
        return ngettext("%(count)s seat is unlocked.", "%(count)s seats are unlocked.", count) % {
            "count": count
        }

    do_and_say(request, office, chosen, save)
    return redirect(_back(request, office, chosen))


def _seats_asked(request: HttpRequest, loaded: LoadedPlan) -> list[str] | None:
    """The ticked seats, those of the unit that was named, or None for all."""
    if ticked := request.POST.getlist("row"):
        return ticked
    unit = loaded.problem.room.unit_of.get(request.POST.get("unit", ""))
    return list(unit.seats) if unit else None


@require_POST
@event_page(Right.SEATING_EDIT)
def clear(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Take everybody's seat away who is not locked."""
    chosen = reading.plan_called(office, plan)
    sent = request.POST.get("revision", "")

    def save() -> str:
        revision = int(sent) if sent.isdecimal() and len(sent) < 10 else -1
        line = placing.clear(chosen, revision=revision, by=office.actor)
        count = len(line.changes["placements"][0]) if line else 0
        return ngettext("%(count)s seat is free again.", "%(count)s seats are free again.", count) % {
            "count": count
        }

    do_and_say(request, office, chosen, save)
    return redirect(_back(request, office, chosen))


@require_POST
@event_page(Right.SEATING_EDIT)
def note_seat(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Block a seat, keep it for a band of rank, or give it a caption."""
    chosen = reading.plan_called(office, plan)
    room = reading.load(office, chosen).problem.room
    seat = seat_called(room, request.POST.get("seat", ""))
    languages = office.event.languages or office.organiser.languages
    form = SeatNoteForm(request.POST, instance=SeatNote(plan=chosen), languages=languages)
    if seat is None or not form.is_valid():
        messages.error(request, _("The seat could not be noted; choose it again."))
        return redirect(_back(request, office, chosen))
    noted, written = seat, form.cleaned_data
    words = where_words(room, seat.id)

    def save() -> str:
        notes.note_seat(chosen, noted.id, **written, by=office.actor)
        return _("Noted for %(seat)s.") % {"seat": words}

    do_and_say(request, office, chosen, save)
    return redirect(_back(request, office, chosen))


@require_POST
@event_page(Right.SEATING_EDIT)
def undo_step(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Take back what this reader just did in a plan."""
    chosen = reading.plan_called(office, plan)
    undoing.undo_last(request, office, done=_("The plan is as it was before."))
    figures.count(reading.load(office, chosen))
    return redirect(_back(request, office, chosen))


def do_and_say(request: HttpRequest, office: EventOffice, plan: Plan, deed: Callable[[], str]) -> bool:
    """Do something in a plan, say it with its undo, and count the plan anew; a refusal is said as well."""
    try:
        undoing.do_and_say(request, office, deed, route=UNDO, plan=plan.code)
    except (PlanChanged, SeatRefused, notes.SeatTaken) as refused:
        messages.error(request, str(refused))
        return False
    figures.count(reading.load(office, reading.plan_called(office, plan.code)))
    return True


def _back(request: HttpRequest, office: EventOffice, plan: Plan, *, hand: str = "") -> str:
    pointing = reading.pointing_of(request, office, plan)
    return replace(pointing, colour=request.POST.get("colour", "")).to(hand=hand)
