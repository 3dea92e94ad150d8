"""The devices at the doors: made, paired by a QR code, revoked."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.qr import qr_svg
from chancery.door import device_rows
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices as actions
from chancery.door.forms.devices import DeviceForm
from chancery.door.models import Device, Door
from chancery.door.queries import doors as queries
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page


@event_page(Right.DOOR_EDIT, at_the_place=True)
def new(request: HttpRequest, office: EventOffice, door: str) -> HttpResponse:
    """Make a device at a door; the page that pairs it follows."""
    at, now = get_object_or_404(Door, event=office.event, code=door), timezone.now()
    form = DeviceForm(request.POST or None, instance=Device(door=at), office=office, now=now)
    if request.method == "POST" and form.is_valid():
        made = actions.make_device(form.instance, by=office.actor, now=now)
        return redirect(address(office, "door:device", device=made.code))
    if request.method != "POST":
        form.initial["name"] = _next_name(office)
    return framed(request, "door/device_form.html", form=form, door=at, device=None)


def _next_name(office: EventOffice) -> str:
    return _("Telephone %(number)s") % {"number": queries.devices_of(office.event).count() + 1}


@event_page(Right.DOOR_VIEW, at_the_place=True)
def device(request: HttpRequest, office: EventOffice, device: str) -> HttpResponse:
    """Show where a device stands; before it is paired, to who may pair it, the code that does so."""
    row, now = _device(office, device), timezone.now()
    is_open = row.pairing_digest is not None and row.pairing_ends_at > now and office.may(Right.DOOR_EDIT)
    link = _pairing_link(row) if is_open else ""
    return framed(
        request,
        "door/device.html",
        device=row,
        state=device_rows.state_of(row, now),
        remarks=device_rows.remarks_on(row, now),
        link=link,
        # our own drawing of digits, letters and a link of our own
        drawing=qr_svg(link) if link else "",
    )


def _pairing_link(row: Device) -> str:
    """The address with the key behind the sign that browsers send to nobody."""
    return f"{settings.BASE_URL}/d/#{pairing_key_of(row)}"


@event_page(Right.DOOR_EDIT, at_the_place=True)
def change(request: HttpRequest, office: EventOffice, device: str) -> HttpResponse:
    """Change the name of a device, what it may show, and until when it is good."""
    row = _device(office, device)
    form = DeviceForm(request.POST or None, instance=row, office=office, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        actions.change_device(form.instance, by=office.actor)
        messages.success(request, _("“%(name)s” is saved.") % {"name": row})
        return redirect(address(office, "door:device", device=row.code))
    return framed(request, "door/device_form.html", form=form, door=row.door, device=row)


@require_POST
@event_page(Right.DOOR_EDIT)
def pair_again(request: HttpRequest, office: EventOffice, device: str) -> HttpResponse:
    """Open a device for pairing for another ten minutes."""
    row = _device(office, device)
    actions.pair_again(row, by=office.actor, now=timezone.now())
    return redirect(address(office, "door:device", device=row.code))


@event_page(Right.DOOR_EDIT, at_the_place=True)
def revoke(request: HttpRequest, office: EventOffice, device: str) -> HttpResponse:
    """Revoke a device, after asking."""
    row = _device(office, device)
    if request.method == "POST":
        actions.revoke(row, by=office.actor, now=timezone.now())
        messages.success(request, _("“%(name)s” is revoked.") % {"name": row})
        return redirect(reverse("door:doors", args=[office.organiser.ref, office.event.code]))
    return framed(
        request,
        "base/confirm.html",
        question=_("Revoke “%(name)s”?") % {"name": row},
        sentences=[sentence for sentence in (_lost(row), _forgets()) if sentence],
        action_word=_("Revoke"),
        cancel_url=address(office, "door:device", device=row.code),
        is_danger=True,
    )


def _forgets() -> str:
    return _("It lets nobody in any more, and forgets the guests as soon as it reaches the network.")


def _lost(row: Device) -> str:
    """What has not reached the office is lost with the device."""
    if not row.waiting:
        return ""
    sentence = ngettext(
        "%(count)s scan waits on it and would be lost; bring it to the network first.",
        "%(count)s scans wait on it and would be lost; bring it to the network first.",
        row.waiting,
    )
    return sentence % {"count": row.waiting}


def _device(office: EventOffice, code: str) -> Device:
    found = Device.objects.select_related("door__event", "made_by")
    return get_object_or_404(found, door__event=office.event, code=code)
