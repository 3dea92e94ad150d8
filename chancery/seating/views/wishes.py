"""Wishes of the office for the seating: their list, one of them, and the order in which kinds count."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.parts import Move
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.seating import wish_rows
from chancery.seating.actions import wishes as actions
from chancery.seating.actions.apart import SECRET
from chancery.seating.forms.wishes import WishForm
from chancery.seating.models import Plan, Wish
from chancery.seating.queries import wished

UNDO = "seating:undo-wish"
STEPS = {"up": -1, "down": 1}


@event_page(Right.SEATING_VIEW)
def wishes(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the wishes of the event."""
    rows = list(wished.wishes_to_show(office.event))
    return framed(
        request,
        "seating/wishes.html",
        rows=wish_rows.rows_of(office, rows, get_language() or "en"),
        columns=wish_rows.columns(),
        plans=Plan.objects.filter(event=office.event).order_by("number"),
        may_read_apart=SECRET in office.secrets,
    )


@event_page(Right.SEATING_EDIT)
def add_wish(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a wish, for the guest whom the address names where it names one."""
    wish = Wish(event=office.event)
    asked = request.GET.get("guest", "")
    wish.guest = Participation.objects.filter(event=office.event, code=asked).first() if asked else None
    form = WishForm(request.POST or None, instance=wish, office=office)
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            actions.add_wish(form.instance, by=office.actor)
            return _("The wish is added.")

        undoing.do_and_say(request, office, save, route=UNDO)
        return _back(office)
    return framed(request, "seating/wish_form.html", form=form, wish=None)


@event_page(Right.SEATING_EDIT)
def change_wish(request: HttpRequest, office: EventOffice, wish: str) -> HttpResponse:
    """Change a wish."""
    chosen = _wish(office, wish)
    form = WishForm(request.POST or None, instance=chosen, office=office)
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            actions.change_wish(form.instance, by=office.actor)
            return _("The wish is saved.")

        undoing.do_and_say(request, office, save, route=UNDO)
        return _back(office)
    return framed(request, "seating/wish_form.html", form=form, wish=chosen)


@require_POST
@event_page(Right.SEATING_EDIT)
def delete_wish(request: HttpRequest, office: EventOffice, wish: str) -> HttpResponse:
    """Delete a wish; it can be taken back at once."""
    chosen = _wish(office, wish)

    def delete() -> str:
        actions.delete_wish(chosen, by=office.actor)
        return _("The wish is deleted.")

    undoing.do_and_say(request, office, delete, route=UNDO)
    return _back(office)


@require_POST
@event_page(Right.SEATING_EDIT)
def undo_wish(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just did with the wishes of the event."""
    undoing.undo_last(request, office, done=_("The wishes are as they were before."))
    return _back(office)


@event_page(Right.SEATING_EDIT)
def importance(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """State the order in which kinds of wishes count for a plan; a step is shown before it is saved."""
    chosen = get_object_or_404(Plan, event=office.event, code=plan)
    names = wish_rows.kinds_by_importance(chosen)
    codes = request.POST.getlist("order") if request.method == "POST" else list(names)
    back = address(office, "seating:importance", plan=chosen.code)
    if "house" in request.POST:
        return _state(request, office, chosen, [])
    if sorted(codes) != sorted(names):
        messages.error(request, _("The list was changed meanwhile; look at it again."))
        return redirect(back)
    step = next((verb for verb in STEPS if request.POST.get(verb) in codes), "")
    if request.method == "POST" and not step:
        return _state(request, office, chosen, codes)
    wanted = _stepped(codes, request.POST[step], STEPS[step]) if step else codes
    return framed(
        request,
        "seating/importance.html",
        plan=chosen,
        rows=[(code, names[code]) for code in wanted],
        moves=_moves(list(names), wanted, names),
    )


def _state(request: HttpRequest, office: EventOffice, plan: Plan, kinds: Sequence[str]) -> HttpResponse:
    def save() -> str:
        changed = actions.state_importance(plan, kinds, by=office.actor)
        return _("The order of importance is saved.") if changed else _("Nothing was changed.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "seating:importance", plan=plan.code))


def _stepped(codes: Sequence[str], code: str, step: int) -> list[str]:
    moved = list(codes)
    at = moved.index(code)
    moved.insert(min(max(at + step, 0), len(moved) - 1), moved.pop(at))
    return moved


def _moves(before: Sequence[str], after: Sequence[str], names: dict[str, str]) -> list[Move]:
    return [
        Move(names[code], before.index(code) + 1, number)
        for number, code in enumerate(after, start=1)
        if before[number - 1] != code
    ]


def _wish(office: EventOffice, code: str) -> Wish:
    return get_object_or_404(wished.wishes_to_show(office.event), code=code)


def _back(office: EventOffice) -> HttpResponse:
    return redirect(address(office, "seating:wishes"))
