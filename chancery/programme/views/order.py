"""The running order on its time scale: showing it, putting it into order, adding a line."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed, say_with_undo
from chancery.base.models import AuditLine
from chancery.base.parts import Move
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.programme import queries, scale
from chancery.programme.actions import copying, order
from chancery.programme.actions.items import add_item
from chancery.programme.forms.items import QuickItemForm
from chancery.programme.models import Item
from chancery.programme.views.pages import back

STEPS = {"up": -1, "down": 1}


@event_page(Right.PROGRAMME_VIEW)
def programme(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the running order on its time scale."""
    return _programme(request, office, list(queries.items_of(office.event)))


def _programme(
    request: HttpRequest,
    office: EventOffice,
    items: Sequence[Item],
    *,
    moves: Sequence[Move] = (),
    form: QuickItemForm | None = None,
) -> HttpResponse:
    source = office.event.copied_from if not items else None
    return framed(
        request,
        "programme/programme.html",
        scale=scale.scale_of(office, items),
        revision=queries.revision_of(office.event),
        moves=moves,
        form=form or QuickItemForm(office=office),
        source=source if source and queries.planned_alone(source).exists() else None,
    )


@event_page(Right.PROGRAMME_EDIT)
def add_line(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add an item from one line: what, which kind, how long."""
    form = QuickItemForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        add_item(form.item(), by=office.actor)
        return back(office)
    return _programme(request, office, list(queries.items_of(office.event)), form=form)


@event_page(Right.PROGRAMME_EDIT)
def arrange(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Save the order and the lengths of the page; a step up or down is shown before it is saved."""
    if request.method != "POST":
        return back(office)
    codes = request.POST.getlist("item")
    for verb, step in STEPS.items():
        if request.POST.get(verb) in codes:
            return _preview(request, office, codes, request.POST[verb], step)
    try:
        arranged = order.arrange(office.event, codes, _lengths(request.POST, codes), by=office.actor)
    except order.OrderIncomplete:
        messages.error(
            request, _("The programme was changed meanwhile; look at it again and then move the item.")
        )
    else:
        _tell(request, office, arranged)
    return back(office)


def _preview(
    request: HttpRequest, office: EventOffice, codes: Sequence[str], code: str, step: int
) -> HttpResponse:
    """Show the order with one item moved among its neighbours, and who moves, before it is saved."""
    items = {item.code: item for item in queries.items_of(office.event)}
    if sorted(codes) != sorted(items):
        messages.error(
            request, _("The programme was changed meanwhile; look at it again and then move the item.")
        )
        return back(office)
    wanted = queries.as_they_run(queries.stepped([items[each] for each in codes], items[code], step))
    moves = scale.moves_between(queries.as_they_run(list(items.values())), wanted)
    return _programme(request, office, wanted, moves=moves)


def _lengths(sent: Mapping[str, str], codes: Sequence[str]) -> dict[str, int]:
    """Read the lengths that differ from those the page showed, in seconds by code."""
    lengths = {}
    for code in codes:
        minutes, shown = sent.get(f"minutes-{code}", ""), sent.get(f"shown-{code}", "")
        if minutes != shown and minutes.isdecimal() and len(minutes) < 5:
            lengths[code] = int(minutes) * 60
    return lengths


def _tell(request: HttpRequest, office: EventOffice, arranged: order.Arranged) -> None:
    if arranged.line is not None:
        route = [office.organiser.ref, office.event.code, arranged.line.pk]
        say_with_undo(request, _("The order is saved."), reverse("programme:undo-order", args=route))
    elif arranged.stretched:
        messages.success(request, _("The lengths are saved."))
    else:
        messages.info(request, _("Nothing was changed."))


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def undo_order(request: HttpRequest, office: EventOffice, line: int) -> HttpResponse:
    """Take back an order."""
    lines = AuditLine.objects.filter(organiser_id=office.organiser.pk, code=order.REORDERED)
    of_event = lines.filter(object_id__in=queries.programmes_of(office.event).values("pk"))
    try:
        order.take_back_order(get_object_or_404(of_event, pk=line), office.event, by=office.actor)
    except order.OrderChangedSince:
        messages.error(request, _("The order was changed since; nothing was taken back."))
    else:
        messages.success(request, _("The order is as it was."))
    return back(office)


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def take_over(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin with the running order of the event that this one is a copy of."""
    source = office.event.copied_from
    try:
        count = copying.take_over(source, office.event, by=office.actor) if source else 0
    except copying.NotEmpty:
        messages.error(request, _("The programme has items already; take them out first."))
    else:
        messages.success(request, _("%(count)s items were taken over, without people.") % {"count": count})
    return back(office)


@event_page(Right.PROGRAMME_VIEW)
def lines(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who changed what in the running order, the newest first."""
    before = request.GET.get("before", "")
    found = history.page_of(
        queries.history_of(office.event),
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        language=get_language() or "en",
    )
    return framed(request, "programme/history.html", page=found)
