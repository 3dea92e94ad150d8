"""Scans between an installation, where they go by uids of their devices, and a folder of refs."""

from uuid import UUID, uuid5

from django.db import models
from django.db.models import Q

from chancery.door.actions import presences
from chancery.door.models import Device, Scan
from chancery.events.models import Event


def ref_of_scan(scan: Scan) -> str:
    """The uid by which the device sent a scan, else the ref it came with."""
    return scan.ref or str(scan.uid)


def ref_of_undone(scan: Scan) -> str:
    """The ref of the scan that another one takes back, which may not have come in yet."""
    if scan.undoes is None:
        return ""
    undone = Scan.objects.filter(event_id=scan.event_id, uid=scan.undoes).first()
    return ref_of_scan(undone) if undone else str(scan.undoes)


def is_uid(ref: str) -> bool:
    """Whether a ref is written as the uid of a scan is."""
    try:
        return str(UUID(ref)) == ref
    except ValueError:
        return False


def named(ref: str) -> Q:
    """The scan of an event that a folder names so."""
    return Q(ref=ref) | Q(ref="", uid=ref) if is_uid(ref) else Q(ref=ref)


def uid_of(event: Event, ref: str) -> UUID:
    """
    The uid of a scan that a folder names `ref`: the one it had, so that its device may send it once more.

    Where another event of this installation has that uid, or the ref is none, the scan gets an own one that
    follows from both and is the same each time.
    """
    if is_uid(ref) and not Scan.objects.filter(uid=ref).exclude(event=event).exists():
        return UUID(ref)
    return uuid5(UUID(int=event.pk), ref)


def complete(row: models.Model, ref: str, event: Event) -> None:
    """Give a new row what no folder holds: scans their uid, devices a time that has passed."""
    if isinstance(row, Scan):
        row.uid = uid_of(event, ref)
        row.ref = "" if str(row.uid) == ref else ref
    if isinstance(row, Device):
        row.pairing_ends_at = row.expires_at = row.made_at


def count(event: Event) -> None:
    """Let the presences of an event follow from the scans that were loaded."""
    parties = set(Scan.objects.filter(event=event).values_list("participation", flat=True)) - {None}
    if parties:
        presences.prepare(event)
        presences.count_again(event, {key for key in parties if key is not None})
