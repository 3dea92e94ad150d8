"""How long what is kept: the kinds, what goes next, holds, and deleting what is due."""

from itertools import islice

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.custody.actions import sweeping
from chancery.custody.keeping import BY_KEY, Kind
from chancery.custody.queries import due, past
from chancery.events.models import Event
from chancery.privacy import queries as privacy
from chancery.privacy.actions import keeping as actions
from chancery.privacy.forms import HoldForm, RuleForm
from chancery.privacy.models import Hold
from chancery.privacy.register import REGISTER

SHOWN = 200


@office_page(Right.OFFICE_MANAGE)
def keeping(request: HttpRequest, office: Office) -> HttpResponse:
    """Show how long each kind is kept, what goes when, and which events are held back."""
    form = HoldForm(request.POST or None, organiser=office.organiser)
    now = timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            actions.hold(by=office.actor, now=now, **form.cleaned_data)
        except actions.HoldRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The event is held back; nothing of it is deleted."))
            return redirect("custody:keeping", ref=office.organiser.ref)
    held = due.still_held(office.organiser)
    return framed(
        request,
        "custody/keeping.html",
        kinds=due.settled_kinds(office.organiser),
        over=[each for each in held if each.is_over(now)],
        past=past.due_in(office.organiser, now=now),
        later=[each for each in held if not each.is_over(now) and each.settled.days is not None],
        versions=due.versions_held(office.organiser),
        holds=list(privacy.held_events(office.organiser).values()),
        form=form,
    )


@office_page(Right.OFFICE_MANAGE)
def register(request: HttpRequest, office: Office) -> HttpResponse:
    """Show which personal data are kept, what for, on what ground, who reads them and how long."""
    settled = {each.kind.key: each for each in due.settled_kinds(office.organiser)}
    rows = [(row, settled.get(row.kept)) for row in REGISTER]
    return framed(request, "custody/register.html", rows=rows)


@office_page(Right.OFFICE_MANAGE)
def rule(request: HttpRequest, office: Office) -> HttpResponse:
    """Settle how long the kind in the address is kept, or go back to what is proposed."""
    chosen = _kind(request.GET.get("kind", privacy.NEEDS))
    settled = next(each for each in due.settled_kinds(office.organiser) if each.kind is chosen)
    given = {"days": settled.days, "reason": settled.rule.reason if settled.rule else ""}
    form = RuleForm(
        request.POST or None,
        initial=given,
        least=chosen.least,
        most=chosen.most_days,
        is_of_history=bool(chosen.lines_about),
    )
    if request.method == "POST" and "take-back" in request.POST:
        if settled.rule is not None:
            actions.take_back(settled.rule, by=office.actor)
        return redirect("custody:keeping", ref=office.organiser.ref)
    if request.method == "POST" and form.is_valid():
        actions.settle(office.organiser, kind=chosen.key, by=office.actor, **form.cleaned_data)
        return redirect("custody:keeping", ref=office.organiser.ref)
    older = past.count_older(office.organiser, settled, now=timezone.now()) if chosen.lines_about else None
    return framed(request, "custody/rule.html", settled=settled, form=form, older=older)


@office_page(Right.OFFICE_MANAGE)
def rows(request: HttpRequest, office: Office, kind: str, event: str) -> HttpResponse:
    """Show which rows of an event a kind holds, as the office names them."""
    chosen = _kind(kind)
    row = get_object_or_404(Event, organiser=office.organiser, code=event)
    found = [str(each) for each in due.rows_shown(chosen, row)]
    return framed(
        request, "custody/rows.html", kind=chosen, event=row, rows=found[:SHOWN], more=len(found) - SHOWN
    )


@office_page(Right.OFFICE_MANAGE)
def lines(request: HttpRequest, office: Office) -> HttpResponse:
    """Show which lines of the history lose values by their age, as they stand now."""
    chosen = _kind(request.GET.get("kind", "past-people"))
    if not chosen.lines_about:
        raise Http404
    settled = next(each for each in due.settled_kinds(office.organiser) if each.kind is chosen)
    found = past.older(office.organiser, settled, now=timezone.now())
    shown = list(islice(found, SHOWN))
    return framed(
        request,
        "custody/lines.html",
        settled=settled,
        lines=history.in_words(shown, language=get_language() or "en"),
        more=sum(1 for _line in found),
    )


def _kind(key: str) -> Kind:
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]


@require_POST
@office_page(Right.OFFICE_MANAGE)
def end_hold(request: HttpRequest, office: Office, hold: str) -> HttpResponse:
    """End a hold: what is due by now goes at the next look."""
    standing = get_object_or_404(
        Hold.objects.select_related("event"), event__organiser=office.organiser, code=hold
    )
    actions.end(standing, by=office.actor, now=timezone.now())
    messages.success(request, _("The hold has ended; what is due is deleted within the hour."))
    return redirect("custody:keeping", ref=office.organiser.ref)


@office_page(Right.OFFICE_MANAGE)
def delete_due(request: HttpRequest, office: Office) -> HttpResponse:
    """Delete at once what is due, after saying what that is."""
    back = reverse("custody:keeping", args=[office.organiser.ref])
    now = timezone.now()
    if request.method == "POST":
        issued = sweeping.sweep_office(office.organiser, now=now, by=office.actor)
        said = ngettext(
            "%(count)d certificate was issued.", "%(count)d certificates were issued.", len(issued)
        )
        messages.success(request, said % {"count": len(issued)})
        return redirect("custody:certificates", ref=office.organiser.ref)
    over = [each for each in due.still_held(office.organiser) if each.is_over(now)]
    sentences = [f"{each.event} · {each.settled.kind.name}: {each.count}" for each in over]
    sentences += [
        f"{each.settled.kind.name}: {each.count}" for each in past.due_in(office.organiser, now=now)
    ]
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete what was kept long enough?"),
        sentences=[*sentences, _("It is gone for good; a certificate says what.")],
        action_word=_("Delete"),
        cancel_url=back,
        is_danger=True,
    )
