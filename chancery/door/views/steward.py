"""Letting guests in from a browser with a network, at a door without a paired telephone."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import board, steward
from chancery.door.actions import by_account as actions
from chancery.door.models import Door, Scan
from chancery.door.queries.awaited import arrivals_at
from chancery.door.queries.doors import doors_of
from chancery.door.queries.marks import mark_of
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page


class ScanForm(forms.Form):
    """One thing done at the door."""

    uid = forms.UUIDField()
    people = forms.IntegerField(min_value=1, max_value=500)
    deed = forms.ChoiceField(choices=[("admit", "admit"), ("leave", "leave"), ("undo", "undo")])


@event_page(Right.DOOR_WORK)
def page(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Find guests by name, office or seat, and let them in at the chosen door."""
    event, language, mark = office.event, get_language() or "en", mark_of(office.event)
    doors = list(doors_of(event))
    door = next((one for one in doors if one.code == request.GET.get("door")), doors[0] if doors else None)
    query = request.GET.get("q", "").strip()[:80]
    arrivals = arrivals_at(event, language=language, now=timezone.now())
    found = steward.found_by(query, arrivals, door, language=language) if query and door else []
    return framed(
        request,
        "door/steward.html",
        at=arrivals.now.astimezone(arrivals.zone),
        mark=mark,
        doors=doors,
        door=door,
        query=query,
        found=found,
        figures=board.figures_of(arrivals),
        banners=board.banners_of(arrivals, language),
        came=board.last_of(arrivals, language),
    )


@require_POST
@event_page(Right.DOOR_WORK)
def scan(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Note that a party came in or went out, or take the last of it back."""
    who = get_object_or_404(events.participations_of(office.event), code=guest)
    who.event = office.event
    form = ScanForm(request.POST)
    if form.is_valid():
        said = _note(who, form.cleaned_data, office, _door(request, office))
        messages.success(request, said)
    else:
        messages.error(request, _("Nothing was noted; say how many people, from 1 to 500."))
    asked = urlencode({name: request.POST.get(name, "") for name in ("q", "door")})
    return redirect(f"{address(office, 'door:steward')}?{asked}")


def _door(request: HttpRequest, office: EventOffice) -> Door | None:
    return Door.objects.filter(event=office.event, code=request.POST.get("door", "")).first()


def _note(who: Participation, told: Mapping[str, object], office: EventOffice, door: Door | None) -> str:
    """Note it, and say what holds now."""
    kind, uid, people = Scan.Kind(str(told["deed"])), told["uid"], told["people"]
    assert isinstance(uid, UUID)
    assert isinstance(people, int)
    undone = actions.last_of(who, office.user) if kind == Scan.Kind.UNDO else None
    if kind == Scan.Kind.UNDO and undone is None:
        return _("There is nothing of yours to take back for %(name)s.") % {"name": who.name_printed}
    presence = actions.note(
        who,
        kind,
        uid=uid,
        people=people,
        door=door,
        who=office.user,
        by=office.actor,
        now=timezone.now(),
        undoes=undone.uid if undone else None,
    )
    return _("%(name)s: %(inside)s of %(expected)s are inside.") % {
        "name": who.name_printed,
        "inside": presence.inside,
        "expected": presence.expected,
    }
