"""The page of an exhibition: its rooms and works in order, and what changes that order."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.exhibition import describing
from chancery.exhibition.access import exhibition_of
from chancery.exhibition.actions import hanging as actions
from chancery.exhibition.actions.hanging import Wanted
from chancery.exhibition.models import Room
from chancery.exhibition.queries import hanging, works
from chancery.exhibition.queries.publishing import obstacles_of

STEPS = {"up": -1, "down": 1}
LONGEST_NUMBER = 12


@office_page(Right.PROGRAMME_VIEW)
def exhibition(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Show an exhibition: where it stands, its rooms and works, what holds its publication back."""
    chosen, today = exhibition_of(office, exhibition), timezone.localdate()
    hung = hanging.numbered(list(hanging.exhibits_of(chosen)))
    lines = {each.exhibit.pk: describing.line_of(office, each.exhibit.work, on=today) for each in hung}
    visit = [
        (section.room, [(each, lines[each.exhibit.pk]) for each in section.works])
        for section in hanging.sections_of(chosen, hung)
    ]
    return framed(
        request,
        "exhibition/exhibition.html",
        exhibition=chosen,
        stays=chosen.stays.select_related("place", "event").order_by("position", "pk"),
        visit=visit,
        rooms=[room for room, _works in visit if room is not None],
        count=len(hung),
        obstacles=len(obstacles_of(chosen, today)),
    )


@require_POST
@office_page(Right.PROGRAMME_EDIT)
def arrange(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Save the order, the rooms and the numbers of the page; a button moves one work by one place."""
    chosen = exhibition_of(office, exhibition)
    codes = request.POST.getlist("order")
    try:
        changed = actions.arrange(
            chosen, _stepped(codes, request.POST), _wanted(request.POST, codes), by=office.actor
        )
    except actions.HangingChanged:
        messages.error(request, _("The works were changed meanwhile; look at them again and then move them."))
    else:
        messages.success(request, _("The order is saved.") if changed else _("Nothing was changed."))
    return redirect("exhibition:exhibition", ref=office.organiser.ref, exhibition=chosen.code)


@office_page(Right.PROGRAMME_EDIT)
def add_works(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Hang many works at once."""
    chosen, today = exhibition_of(office, exhibition), timezone.localdate()
    free = works.works_of(office.organiser).exclude(exhibits__exhibition=chosen)
    if request.method == "POST":
        room = Room.objects.filter(exhibition=chosen, ref=request.POST.get("room", "")).first()
        ticked = free.filter(code__in=request.POST.getlist("work"))
        count = actions.add_works(chosen, ticked, room=room, by=office.actor)
        sentence = ngettext("%(count)s work is added.", "%(count)s works are added.", count)
        messages.success(request, sentence % {"count": count})
        return redirect("exhibition:exhibition", ref=office.organiser.ref, exhibition=chosen.code)
    return framed(
        request,
        "exhibition/add_works.html",
        exhibition=chosen,
        lines=[describing.line_of(office, work, on=today) for work in free],
        rooms=chosen.rooms.order_by("position", "pk"),
    )


@office_page(Right.PROGRAMME_EDIT)
def take_out(request: HttpRequest, office: Office, exhibition: str, exhibit: str) -> HttpResponse:
    """Take a work out of an exhibition, after asking."""
    chosen = exhibition_of(office, exhibition)
    hung = get_object_or_404(chosen.exhibits.select_related("work"), code=exhibit)
    url = reverse("exhibition:exhibition", args=[office.organiser.ref, chosen.code])
    if request.method == "POST":
        actions.take_out(hung, by=office.actor)
        return redirect(url)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(work)s” out of the exhibition?") % {"work": hung.work},
        sentences=[_("It stays among the works of the office; labels printed before lead nowhere then.")],
        action_word=_("Take it out"),
        cancel_url=url,
        is_danger=True,
    )


def _stepped(codes: Sequence[str], sent: Mapping[str, str]) -> list[str]:
    """The order that was sent, with the work of a pressed button one place further."""
    order = list(codes)
    for verb, step in STEPS.items():
        if sent.get(verb) in order:
            at = order.index(sent[verb])
            to = min(max(at + step, 0), len(order) - 1)
            order.insert(to, order.pop(at))
    return order


def _wanted(sent: Mapping[str, str], codes: Sequence[str]) -> dict[str, Wanted]:
    return {
        code: Wanted(sent.get(f"room-{code}", ""), sent.get(f"number-{code}", "").strip()[:LONGEST_NUMBER])
        for code in codes
        if f"number-{code}" in sent
    }
