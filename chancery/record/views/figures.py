"""Pages of the figures: what each source claims, side by side, and which one the record follows."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import Why, framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Matter
from chancery.events.pages import event_page
from chancery.record import figure_rows
from chancery.record.actions import figures as actions
from chancery.record.forms.figures import DecisionForm, MatterForm, claims_of
from chancery.record.queries import figures as queries

UNDO = "record:undo-figures"


@event_page(Right.RECORD_VIEW)
def figures(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show every matter with its claims side by side."""
    matters = list(queries.matters_of(office.event))
    return framed(request, "record/figures.html", cards=figure_rows.cards_of(matters))


@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a matter with its first claims."""
    asked = request.GET.get("category", "")
    category = office.event.categories.filter(pk=asked).first() if asked.isdecimal() else None
    kind = Matter.Kind.ATTENDANCE
    return _matter(request, office, Matter(event=office.event, category=category, kind=kind))


@event_page(Right.RECORD_EDIT)
def change(request: HttpRequest, office: EventOffice, matter: str) -> HttpResponse:
    """Change a matter and its claims."""
    return _matter(request, office, _found(office, matter))


def _matter(request: HttpRequest, office: EventOffice, matter: Matter) -> HttpResponse:
    sent = request.POST or None
    form = MatterForm(sent, instance=matter, office=office)
    claims = claims_of(sent, matter, office)
    if request.method == "POST" and all([form.is_valid(), claims.is_valid()]):

        def save() -> str:
            actions.save_matter(matter, claims.kept, claims.dropped, by=office.actor)
            return _("The figure and its claims are saved.")

        _do(request, office, save)
        return _back(office)
    lines = history.of(matter, language=get_language() or "en") if matter.pk else []
    return framed(request, "record/matter.html", form=form, formset=claims, matter=matter, lines=lines)


@event_page(Right.RECORD_EDIT)
def decide(request: HttpRequest, office: EventOffice, matter: str) -> HttpResponse:
    """Decide which claim the record follows, or that it keeps all; or take the decision back."""
    chosen = _found(office, matter)
    if "reopen" in request.POST:
        _do(request, office, lambda: _reopened(chosen, office))
        return _back(office)
    begin = {"name": office.user.name if office.user else ""}
    form = DecisionForm(request.POST or None, matter=chosen, initial=begin)
    if request.method == "POST" and form.is_valid():
        _do(request, office, lambda: _decided(chosen, form, office))
        return _back(office)
    [card] = figure_rows.cards_of([chosen])
    return framed(request, "record/decision.html", form=form, matter=chosen, card=card)


def _decided(matter: Matter, form: DecisionForm, office: EventOffice) -> str:
    written = form.cleaned_data
    actions.decide(
        matter,
        form.followed,
        name=written["name"],
        reason=written["reason"],
        now=timezone.now(),
        by=office.actor,
    )
    if form.followed:
        return _("The record follows this claim; the others stay beside it.")
    return _("The record keeps all claims.")


def _reopened(matter: Matter, office: EventOffice) -> str:
    actions.reopen(matter, by=office.actor)
    return _("The matter is open again; every claim is kept.")


@event_page(Right.RECORD_EDIT)
def delete(request: HttpRequest, office: EventOffice, matter: str) -> HttpResponse:
    """Take a matter out of the record with its claims, after asking."""
    chosen = _found(office, matter)
    if request.method == "POST":

        def leave() -> str:
            actions.delete_matter(chosen, by=office.actor)
            return _("The figure is taken out of the record.")

        _do(request, office, leave)
        return _back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(what)s” out of the record?") % {"what": figure_rows.title_of(chosen)},
        sentences=[_("All claims about it go with it; where they disagree, keep them and decide instead.")],
        action_word=_("Take it out"),
        cancel_url=address(office, "record:change-matter", matter=chosen.code),
        is_danger=True,
    )


@event_page(Right.RECORD_VIEW)
def why(request: HttpRequest, office: EventOffice, matter: str) -> HttpResponse:
    """Say who says what of a matter, what contradicts what, and who decided."""
    chosen = _found(office, matter)
    reasons = Why(
        subject=figure_rows.title_of(chosen),
        claim=figure_rows.decision_in_words(chosen),
        reasons=figure_rows.reasons_of(chosen),
        changes=history.change_lines(chosen, language=get_language() or "en"),
    )
    return framed(request, "base/why.html", why=reasons)


@require_POST
@event_page(Right.RECORD_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just changed of the figures."""
    undoing.undo_last(request, office, done=_("The figures are as they were before."))
    return _back(office)


def _do(request: HttpRequest, office: EventOffice, deed: Callable[[], str]) -> None:
    undoing.do_and_say(request, office, deed, route=UNDO)


def _found(office: EventOffice, code: str) -> Matter:
    return get_object_or_404(queries.matters_of(office.event), code=code)


def _back(office: EventOffice) -> HttpResponse:
    return redirect(address(office, "record:figures"))
