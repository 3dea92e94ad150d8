"""Pages of one item: what became of it and of everything in it, and the order in which acts were done."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.base.parts import Move
from chancery.events import choosing, undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.programme import faces, scale
from chancery.programme import queries as programme
from chancery.programme.models import Item
from chancery.record.actions import course as actions
from chancery.record.forms.course import OutcomeForm, places_of
from chancery.record.forms.outcomes import ROWS, OutcomeRows, RowKind, formset_for
from chancery.record.queries import course as queries
from chancery.record.views.course import UNDO, tell_of_change

STEPS = {"up": -1, "down": 1}


@event_page(Right.RECORD_EDIT)
def outcome(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Write down what became of an item and of everything in it."""
    chosen = _item(office, item)
    listed = list(programme.items_alone(office.event).select_related("part"))
    place = places_of(office.event, listed)[chosen.pk]
    sent = request.POST or None
    form = OutcomeForm(sent, instance=chosen, place=place)
    formsets = [(kind, formset_for(kind, sent, chosen, office)) for kind in ROWS]
    if request.method == "POST" and all([form.is_valid(), *(rows.is_valid() for _kind, rows in formsets)]):
        _save(request, office, chosen, formsets)
        return redirect(f"{address(office, 'record:course')}#item-{chosen.code}")
    planned = queries.plan_of(office.event, listed).get(chosen.ref)
    return framed(
        request,
        "record/outcome.html",
        item=chosen,
        form=form,
        groups=[(kind, rows, _is_open(kind, rows, chosen)) for kind, rows in formsets],
        planned=scale.span_words(chosen, planned.timed) if planned else "",
        number=planned.number if planned else None,
        acts=chosen.acts.count(),
        lines=history.of(chosen, language=get_language() or "en"),
    )


def _is_open(kind: RowKind, rows: OutcomeRows, item: Item) -> bool:
    return bool(item.kind in kind.of or rows.initial_form_count() or rows.total_error_count())


def _save(
    request: HttpRequest, office: EventOffice, item: Item, formsets: Sequence[tuple[RowKind, OutcomeRows]]
) -> None:
    rows = [_written(kind, formset) for kind, formset in formsets]

    def save() -> str:
        actions.note_outcome(item, rows, by=office.actor)
        return _("What became of “%(item)s” is saved.") % {"item": item}

    undoing.do_and_say(request, office, save, route=UNDO)


def _written(kind: RowKind, formset: OutcomeRows) -> actions.RowsOfItem:
    kept = formset.kept
    of_kept: list[Any] = [form for form in formset.forms if form.instance in kept]
    return actions.RowsOfItem(
        name=kind.name,
        kept=kept,
        dropped=formset.dropped,
        replaced=[(form.instance, form.replacement) for form in of_kept if form.replacement],
        spoke_too=[form.instance for form in of_kept if form.cleaned_data.get("spoke_too")],
    )


@event_page(Right.RECORD_EDIT)
def order(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Put the items into the order in which they took place."""
    rows = {item.code: item for item in queries.items_as_they_were(office.event)}
    names = {code: str(item) for code, item in rows.items()}
    return _order(
        request,
        office,
        names,
        save=lambda codes: actions.put_items_in_order(office.event, codes, by=office.actor),
        back=address(office, "record:course"),
    )


@event_page(Right.RECORD_EDIT)
def order_of_acts(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Put the acts of an item into the order in which they were done."""
    chosen = get_object_or_404(programme.items_ever(office.event), code=item)
    language = get_language() or "en"
    names = {
        str(act.pk): faces.name_of(act.participation, language) for act in queries.acts_as_they_were(chosen)
    }
    return _order(
        request,
        office,
        names,
        save=lambda codes: actions.put_acts_in_order(chosen, codes, by=office.actor),
        back=address(office, "record:outcome", item=chosen.code),
        item=chosen,
    )


def _order(
    request: HttpRequest,
    office: EventOffice,
    names: dict[str, str],
    *,
    save: Callable[[Sequence[str]], int],
    back: str,
    item: Item | None = None,
) -> HttpResponse:
    """Show rows in their order, with who moves before it is saved; save it once it was sent as a whole."""
    codes = request.POST.getlist("order") if request.method == "POST" else list(names)
    if sorted(codes) != sorted(names):
        tell_of_change(request)
        return redirect(back)
    step = next((verb for verb in STEPS if request.POST.get(verb) in codes), "")
    if request.method == "POST" and not step:
        undoing.do_and_say(request, office, lambda: _told(save(codes)), route=UNDO)
        return redirect(back)
    wanted = _stepped(codes, request.POST[step], STEPS[step]) if step else codes
    return framed(
        request,
        "record/course_order.html",
        rows=[(code, names[code]) for code in wanted],
        moves=_moves(list(names), wanted, names),
        back=back,
        item=item,
    )


def _told(moved: int) -> str:
    return _("The order is saved.") if moved else _("Nothing was changed.")


def _stepped(codes: Sequence[str], code: str, step: int) -> list[str]:
    moved = list(codes)
    at = moved.index(code)
    to = min(max(at + step, 0), len(moved) - 1)
    moved.insert(to, moved.pop(at))
    return moved


def _moves(before: Sequence[str], after: Sequence[str], names: dict[str, str]) -> list[Move]:
    return [
        Move(names[code], before.index(code) + 1, number)
        for number, code in enumerate(after, start=1)
        if before[number - 1] != code
    ]


@event_page(Right.RECORD_EDIT)
def find_who(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer `?q=` with rows to choose from: with `?among=event` first those who take part already."""
    return choosing.answer(request, office)


def _item(office: EventOffice, code: str) -> Item:
    return get_object_or_404(Item.objects.select_related("parent", "part"), event=office.event, code=code)
