"""Devices as rows of a list: where each stands, in words."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base.cldr import moment_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.parts import Column
from chancery.base.rows import Mark, Person, Row, Text
from chancery.door.models import Device
from chancery.events.access import EventOffice
from chancery.events.choosing import address

SKEW_SAID_FROM = 2_000
"""Milliseconds by which a clock may be wrong before the office reads of it."""


def columns() -> list[Column]:
    """The columns of the list of devices."""
    return [Column(_("Device")), Column(_("State")), Column(_("Last seen")), Column(_("To be known"))]


def rows_of(office: EventOffice, devices: Iterable[Device], now: datetime) -> list[Row]:
    """One row a device, in the order given."""
    return [_row(office, device, now) for device in devices]


def _row(office: EventOffice, device: Device, now: datetime) -> Row:
    return Row(
        key=device.code,
        name=str(device),
        cells=[
            Person(str(device), address(office, "door:device", device=device.code)),
            state_of(device, now),
            Text(_moment(device.seen_at)),
            Text(" ".join(remarks_on(device, now))),
        ],
    )


def _moment(at: datetime | None) -> str:
    return moment_in_words(timezone.localtime(at), get_language() or "en") if at else ""


def state_of(device: Device, now: datetime) -> Mark:
    """Whether a device can be used, by shape and word."""
    if device.revoked_at:
        return Mark(Shape.NO, _("revoked"))
    if device.expires_at <= now:
        return Mark(Shape.NO, _("its time is over"))
    if device.paired_at:
        return Mark(Shape.YES, _("paired"), Tone.GOOD)
    if device.pairing_ends_at > now:
        return Mark(Shape.OPEN, _("waits to be paired"))
    return Mark(Shape.CAREFUL, _("was not paired in time"), Tone.CAREFUL)


def remarks_on(device: Device, now: datetime) -> list[str]:
    """What somebody should know of a device, a sentence each."""
    found = [_waiting(device), _skew(device)]
    if not device.searches:
        found.append(_("Names cannot be looked up on it."))
    if device.wiped_at:
        found.append(_("It has forgotten the guests."))
    return [sentence for sentence in found if sentence]


def _waiting(device: Device) -> str:
    if not device.waiting:
        return ""
    sentence = ngettext("%(count)s scan waits on it.", "%(count)s scans wait on it.", device.waiting)
    return sentence % {"count": device.waiting}


def _skew(device: Device) -> str:
    """Whole seconds; the times of its scans are corrected by them."""
    if device.skew_ms is None or abs(device.skew_ms) < SKEW_SAID_FROM:
        return ""
    seconds = round(abs(device.skew_ms) / 1000)
    if device.skew_ms > 0:
        sentence = ngettext(
            "Its clock is ahead by %(count)s second.", "Its clock is ahead by %(count)s seconds.", seconds
        )
    else:
        sentence = ngettext(
            "Its clock is behind by %(count)s second.", "Its clock is behind by %(count)s seconds.", seconds
        )
    return sentence % {"count": seconds}
