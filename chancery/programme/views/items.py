"""Single items: adding, changing, what happened, taking out, and why they stand at their time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import Why, framed
from chancery.base.languages import wording
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.programme import queries, scale
from chancery.programme.actions import items as actions
from chancery.programme.forms.items import ActualForm, ItemForm
from chancery.programme.forms.rows import ROWS, formset_for
from chancery.programme.models import Item
from chancery.programme.views.pages import back


@event_page(Right.PROGRAMME_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add an item; what hangs on it is written on its own page afterwards."""
    form = ItemForm(request.POST or None, instance=Item(event=office.event), office=office)
    if request.method == "POST" and form.is_valid():
        item = actions.add_item(form.instance, by=office.actor)
        return redirect("programme:change", ref=office.organiser.ref, code=office.event.code, item=item.code)
    return framed(request, "programme/item_form.html", form=form, item=None, groups=())


@event_page(Right.PROGRAMME_EDIT)
def change(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Change an item, who contributes to it, and its cues."""
    chosen = _item(office, item)
    sent = request.POST or None
    form = ItemForm(sent, instance=chosen, office=office)
    formsets = {kind.name: formset_for(kind, sent, chosen, office) for kind in ROWS}
    # every part is checked, so that all that is wrong is said at once
    if sent and all([form.is_valid(), *(formset.is_valid() for formset in formsets.values())]):
        rows = {name: (formset.kept, formset.dropped) for name, formset in formsets.items()}
        actions.save_item(form.instance, rows, by=office.actor)
        return back(office)
    groups = [(kind, formsets[kind.name], _is_open(formsets[kind.name], chosen)) for kind in ROWS]
    return framed(request, "programme/item_form.html", form=form, item=chosen, groups=groups)


def _is_open(formset: Any, item: Item) -> bool:
    kind = next(kind for kind in ROWS if kind.name == formset.prefix)
    is_told = bool(formset.initial_form_count() or formset.total_error_count())
    return is_told or (item.kind in kind.of and kind.name != "cue")


@event_page(Right.PROGRAMME_EDIT)
def happened(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Write down what happened of an item, beside the plan."""
    chosen = _planned(office, item)
    timed = queries.timing_of(office.event, list(queries.planned_alone(office.event))).of(chosen.ref)
    with timezone.override(office.event.time_zone):
        form = ActualForm(request.POST or None, instance=chosen)
        if request.method == "POST" and form.is_valid():
            actions.note_actual(form.instance, by=office.actor)
            return back(office)
        planned = scale.span_words(chosen, timed)
        return framed(request, "programme/happened.html", form=form, item=chosen, planned=planned)


@event_page(Right.PROGRAMME_VIEW)
def why(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Say how the time of an item was found, what stands against it, and who changed it."""
    chosen, language = _planned(office, item), get_language() or "en"
    timed = queries.timing_of(office.event, list(queries.planned_alone(office.event))).of(chosen.ref)
    reasons = Why(
        subject=wording(chosen.titles, language).text or str(chosen.get_kind_display()),
        claim=scale.span_words(chosen, timed) or _("No time is known."),
        reasons=scale.reason_lines(timed),
        changes=history.change_lines(chosen, language=language),
    )
    return framed(request, "base/why.html", why=reasons)


@event_page(Right.PROGRAMME_EDIT)
def delete(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Take an item out, after asking."""
    chosen = _item(office, item)
    if request.method == "POST":
        actions.delete_item(chosen, by=office.actor)
        return back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(item)s” out of the programme?") % {"item": chosen},
        sentences=_what_goes(chosen),
        action_word=_("Take it out"),
        cancel_url=reverse("programme:programme", args=[office.organiser.ref, office.event.code]),
        is_danger=True,
    )


def _what_goes(item: Item) -> list[str]:
    hanging = sum(getattr(item, name).count() for name in actions.HANGING)
    parts = item.children.count()
    sentences = [
        ngettext(
            "%(count)s contribution, message, act or cue goes with it; statements stay in the record.",
            "%(count)s contributions, messages, acts and cues go with it; statements stay in the record.",
            hanging,
        )
        % {"count": hanging},
        _("To keep it in sight, set its status to “dropped” instead. The history can bring it back."),
    ]
    if item.started_at is not None:
        sentences.insert(0, _("It has begun in fact; its real times go with it."))
    if parts:
        sentences.insert(
            1,
            ngettext("Its part stays and moves up.", "Its %(count)s parts stay and move up.", parts)
            % {"count": parts},
        )
    return sentences


def _item(office: EventOffice, code: str) -> Item:
    return get_object_or_404(Item.objects.select_related("parent"), event=office.event, code=code)


def _planned(office: EventOffice, code: str) -> Item:
    """An item that stands in the plan: only such a one has planned times."""
    return get_object_or_404(queries.planned_alone(office.event), code=code)
