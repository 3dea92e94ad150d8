"""The doors of an event and the devices at each."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import device_rows
from chancery.door.actions import doors as actions
from chancery.door.forms.doors import DoorForm
from chancery.door.models import Door
from chancery.door.queries import doors as queries
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page

UNDO = "door:undo"


@event_page(Right.DOOR_VIEW, at_the_place=True)
def doors(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the doors with their devices."""
    now = timezone.now()
    found = list(queries.doors_of(office.event))
    return framed(
        request,
        "door/doors.html",
        doors=[(door, device_rows.rows_of(office, door.devices.all(), now)) for door in found],
        columns=device_rows.columns(),
    )


@event_page(Right.DOOR_EDIT)
def new(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Make a door."""
    form = DoorForm(request.POST or None, instance=Door(event=office.event), office=office)
    if request.method == "POST" and form.is_valid():
        said = _("“%(name)s” is made.")
        return _saved(request, office, lambda: actions.make_door(form.instance, by=office.actor), said)
    return framed(request, "door/door_form.html", form=form, door=None)


@event_page(Right.DOOR_EDIT)
def change(request: HttpRequest, office: EventOffice, door: str) -> HttpResponse:
    """Change a door."""
    row = _door(office, door)
    form = DoorForm(request.POST or None, instance=row, office=office)
    if request.method == "POST" and form.is_valid():
        said = _("“%(name)s” is saved.")
        return _saved(request, office, lambda: actions.change_door(form.instance, by=office.actor), said)
    return framed(request, "door/door_form.html", form=form, door=row)


def _saved(
    request: HttpRequest, office: EventOffice, deed: Callable[[], Door], sentence: str
) -> HttpResponse:
    undoing.do_and_say(request, office, lambda: sentence % {"name": deed()}, route=UNDO)
    return redirect(address(office, "door:doors"))


@require_POST
@event_page(Right.DOOR_EDIT)
def order(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Put a door one place up or down, or all in the order sent."""
    codes = request.POST.getlist("order") or [door.code for door in queries.doors_of(office.event)]
    for step, word in ((-1, "up"), (1, "down")):
        if request.POST.get(word) in codes:
            _shift(codes, codes.index(request.POST[word]), step)

    def save() -> str:
        actions.order_doors(office.event, codes, by=office.actor)
        return _("The doors stand in another order.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "door:doors"))


def _shift(codes: list[str], place: int, step: int) -> None:
    other = min(max(place + step, 0), len(codes) - 1)
    codes[place], codes[other] = codes[other], codes[place]


@event_page(Right.DOOR_EDIT)
def delete(request: HttpRequest, office: EventOffice, door: str) -> HttpResponse:
    """Delete a door, after asking."""
    row = _door(office, door)
    if request.method == "POST":
        return _deleted(request, office, row)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": row},
        sentences=[
            _("What was noted for this door alone goes with it; the history can bring the door back.")
        ],
        action_word=_("Delete"),
        cancel_url=address(office, "door:doors"),
        is_danger=True,
    )


def _deleted(request: HttpRequest, office: EventOffice, row: Door) -> HttpResponse:
    def save() -> str:
        name = str(row)
        actions.delete_door(row, by=office.actor)
        return _("“%(name)s” is deleted.") % {"name": name}

    try:
        undoing.do_and_say(request, office, save, route=UNDO)
    except actions.DoorIsInUse as refused:
        messages.error(request, str(refused))
    return redirect(address(office, "door:doors"))


@require_POST
@event_page(Right.DOOR_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just did with the doors."""
    undoing.undo_last(request, office, done=_("The doors are as they were before."))
    return redirect(address(office, "door:doors"))


def _door(office: EventOffice, code: str) -> Door:
    return get_object_or_404(Door, event=office.event, code=code)
