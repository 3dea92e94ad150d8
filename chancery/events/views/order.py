"""Pages of the order of an event: the list, its reasons, its settings, and places given by hand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import layout_for
from chancery.events import actions, order_rows, ordering
from chancery.events.access import EventOffice
from chancery.events.documents import summary_of
from chancery.events.models import Participation
from chancery.events.order_forms import MoveForm, OrderingForm
from chancery.events.pages import event_page
from chancery.precedence.models import Move


@event_page(Right.GUESTS_VIEW)
def order(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the order, each place with its first reason, and the places given by hand."""
    computed = ordering.order_of(office.event)
    language = get_language() or "en"
    return _page(
        request,
        "events/order.html",
        rows=order_rows.rows_of(office, computed, language),
        notes=order_rows.reason_lines(computed.notes),
        moves=order_rows.moves_of(office, computed, language),
        summary=summary_of(office.event, computed, language),
        standing=order_rows.standing_of(computed.profile),
    )


@event_page(Right.GUESTS_VIEW)
def why(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Say why somebody stands where they stand."""
    participation = get_object_or_404(Participation, event=office.event, code=who)
    computed = ordering.order_of(office.event)
    return _page(request, "base/why.html", why=order_rows.why_of(office, computed, participation))


@event_page(Right.ORDER_EDIT)
def settings(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Choose the profile and say what the order is computed for."""
    form = OrderingForm(request.POST or None, instance=office.event.ordering, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        actions.set_ordering(form.instance, by=office.actor)
        return _back(office)
    return _page(request, "events/order_settings.html", form=form)


@event_page(Right.ORDER_EDIT)
def move(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Give somebody a place by hand: first show who moves, then save it with its reason."""
    participation = get_object_or_404(Participation, event=office.event, code=who)
    computed = ordering.order_of(office.event)
    form = MoveForm(request.POST or None, entries=computed.entries, subject=participation.ref)
    moves = None
    if request.method == "POST" and form.is_valid():
        wanted = form.wanted(office.event.ordering)
        if "save" in request.POST:
            actions.move_by_hand(wanted, by=office.actor)
            messages.success(request, _("The place is given by hand, with its reason."))
            return _back(office)
        moves = order_rows.differences(computed, ordering.order_of(office.event, trial=wanted))
    return _page(request, "events/move.html", form=form, who=participation, moves=moves)


@require_POST
@event_page(Right.ORDER_EDIT)
def withdraw(request: HttpRequest, office: EventOffice, move: str) -> HttpResponse:
    """Take back a place given by hand."""
    chosen = get_object_or_404(Move, ordering=office.event.ordering, code=move)
    actions.withdraw_move(chosen, by=office.actor)
    messages.success(request, _("The place follows the rules again."))
    return _back(office)


def _back(office: EventOffice) -> HttpResponse:
    return redirect("events:order", ref=office.organiser.ref, code=office.event.code)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
