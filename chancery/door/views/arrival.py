"""One guest at the door: what is known, how the guest is awaited, and what is said by one press."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.door import arrival_words as words
from chancery.door.actions import arrivals as actions
from chancery.door.forms.arrivals import ArrivalForm
from chancery.door.models import ArrivalPlan
from chancery.door.queries.awaited import Arrivals, Awaited, arrivals_at
from chancery.door.queries.doors import doors_of
from chancery.door.queries.host_lines import told_of
from chancery.door.queries.needed import numbers_of
from chancery.door.views.arrivals import UNDO
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page


@event_page(Right.DOOR_VIEW)
def arrival(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show one guest, with the buttons of the door and the way to change how the guest is awaited."""
    who = get_object_or_404(events.participations_of(office.event), code=guest)
    language = get_language() or "en"
    found = arrivals_at(office.event, language=language, now=timezone.now())
    each = next((one for one in found.parties if one.who.key == who.pk), None)
    plan = ArrivalPlan.objects.filter(participation=who).first()
    return framed(
        request,
        "door/arrival.html",
        who=who,
        name=each.who.name if each else who.name_printed,
        office_line=words.office_words(each, language) if each else "",
        each=each,
        facts=_facts(each, found) if each else [],
        mark=words.where_mark(each, found) if each else None,
        told=next(iter(told_of(found, [each], language=language)), None) if each else None,
        numbers=numbers_of({who.person_id}).get(who.person_id, ()) if who.person_id else (),
        doors=list(doors_of(office.event)),
        lines=history.of(plan, language=language) if plan else [],
    )


def _facts(each: Awaited, found: Arrivals) -> list[tuple[str, str]]:
    """What is planned for a guest, in words; what is not planned is left out."""
    manner = each.manner
    lines = [
        (_("Seat"), each.seat),
        (_("Awaited"), words.awaited_words(manner, found)),
        (_("Greeted by"), found.greeter_of(manner)),
        (_("Escorted by"), manner.escort),
        (_("If late, taken to"), manner.late_place),
        (_("Answered by"), manner.acknowledged_by),
        (_("Came in by"), found.door_name(each.came.door)),
    ]
    return [line for line in lines if line[1]]


@event_page(Right.DOOR_EDIT)
def plan(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Change how one guest is awaited."""
    who = get_object_or_404(events.participations_of(office.event), code=guest)
    held = ArrivalPlan.objects.filter(participation=who).first() or ArrivalPlan(participation=who)
    form = ArrivalForm(request.POST or None, instance=held, event=office.event)
    if request.method == "POST" and form.is_valid():
        undoing.do_and_say(request, office, lambda: _save(form, who, office), route=UNDO)
        return redirect(address(office, "door:arrival", guest=guest))
    context: dict[str, Any] = {"who": who, "name": who.name_printed, "form": form}
    return framed(request, "door/arrival_form.html", **context)


def _save(form: ArrivalForm, who: Participation, office: EventOffice) -> str:
    written = {name: form.cleaned_data[name] for name in form.Meta.fields}

    def change(plan: ArrivalPlan) -> None:
        for name, value in written.items():
            setattr(plan, name, value)

    actions.change_plans([who], change, by=office.actor, code="door.arrival.planned")
    return _("How %(name)s is awaited is saved.") % {"name": who.name_printed}
