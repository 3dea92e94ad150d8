"""Pages of the running order."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import layout_for
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.programme import actions, queries, scale
from chancery.programme.forms import ROWS, ActualForm, ItemForm
from chancery.programme.models import Item


@event_page(Right.PROGRAMME_VIEW)
def programme(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the running order on its time scale."""
    items = list(queries.items_of(office.event))
    revision = queries.revision_of(office.event)
    return _page(request, "programme/programme.html", rows=scale.rows_of(office, items), revision=revision)


@require_POST
@event_page(Right.PROGRAMME_EDIT)
def reorder(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Save a new order: the whole one from the page, or one item up or down."""
    try:
        actions.reorder(office.event, _wanted_order(request), by=office.actor)
    except actions.OrderIncomplete:
        messages.error(
            request, _("The programme was changed meanwhile; look at it again and then move the item.")
        )
    return _back(office)


def _wanted_order(request: HttpRequest) -> Sequence[str]:
    codes = request.POST.getlist("item")
    for verb, step in (("up", -1), ("down", 1)):
        code = request.POST.get(verb)
        if code in codes:
            at = codes.index(code)
            to = min(max(at + step, 0), len(codes) - 1)
            codes.insert(to, codes.pop(at))
    return codes


@event_page(Right.PROGRAMME_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add an item; what hangs on it is written on its own page afterwards."""
    form = ItemForm(
        request.POST or None,
        instance=Item(event=office.event),
        organiser=office.organiser,
        event=office.event,
    )
    if request.method == "POST" and form.is_valid():
        item = actions.add_item(form.instance, by=office.actor)
        return redirect("programme:change", ref=office.organiser.ref, code=office.event.code, item=item.code)
    return _page(request, "programme/item_form.html", form=form, item=None, groups=())


@event_page(Right.PROGRAMME_EDIT)
def change(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Change an item, who contributes to it, and its cues."""
    chosen = get_object_or_404(Item, event=office.event, code=item)
    sent = request.POST or None
    form = ItemForm(sent, instance=chosen, organiser=office.organiser, event=office.event)
    groups = [(name, title, _formset(name, sent, chosen, office)) for name, _model, _form, title in ROWS]
    if request.method == "POST" and form.is_valid() and all(formset.is_valid() for _n, _t, formset in groups):
        rows = {name: (formset.kept, formset.dropped) for name, _title, formset in groups}
        actions.save_item(form.instance, rows, by=office.actor)
        return _back(office)
    return _page(request, "programme/item_form.html", form=form, item=chosen, groups=groups)


def _formset(name: str, sent: Any, item: Item, office: EventOffice) -> RowsFormSet:
    _name, model, form, _title = next(row for row in ROWS if row[0] == name)
    order = ["position", "pk"] if hasattr(model, "position") else ["pk"]
    given = {"organiser": office.organiser, "event": office.event}
    rows = model._default_manager.order_by(*order)
    return rows_of(Item, model, form, extra=0)(
        sent, instance=item, queryset=rows, prefix=name, form_kwargs=given
    )


@event_page(Right.PROGRAMME_EDIT)
def happened(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Write down what happened of an item, beside the plan."""
    chosen = get_object_or_404(Item, event=office.event, code=item)
    with timezone.override(office.event.time_zone):
        form = ActualForm(request.POST or None, instance=chosen)
        if request.method == "POST" and form.is_valid():
            actions.note_actual(form.instance, by=office.actor)
            return _back(office)
        return _page(request, "programme/happened.html", form=form, item=chosen)


@event_page(Right.PROGRAMME_EDIT)
def delete(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Take an item out, after asking."""
    chosen = get_object_or_404(Item, event=office.event, code=item)
    if request.method == "POST":
        actions.delete_item(chosen, by=office.actor)
        return _back(office)
    question = _("Take “%(item)s” out of the programme?") % {"item": chosen}
    sentences = [_("Its contributions, messages, acts and cues go with it; statements stay in the record.")]
    back = {"ref": office.organiser.ref, "code": office.event.code}
    return _page(
        request,
        "base/confirm.html",
        question=question,
        sentences=sentences,
        action_word=_("Take it out"),
        cancel_url=reverse("programme:programme", kwargs=back),
        is_danger=True,
    )


def _back(office: EventOffice) -> HttpResponse:
    return redirect("programme:programme", ref=office.organiser.ref, code=office.event.code)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
