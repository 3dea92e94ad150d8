"""Scans and steps between an installation, where they go by uids, and a folder of refs."""

from uuid import UUID, uuid5

from django.db import models
from django.db.models import Q

from chancery.door.models import Scan
from chancery.events.models import Event
from chancery.programme.models import Step

type Numbered = Scan | Step


def ref_of(row: Numbered) -> str:
    """The uid by which the device or the desk sent a row, else the ref it came with."""
    return row.ref or str(row.uid)


def ref_of_undone(scan: Scan) -> str:
    """The ref of the scan that another one takes back, which may not have come in yet."""
    if scan.undoes is None:
        return ""
    undone = Scan.objects.filter(event_id=scan.event_id, uid=scan.undoes).first()
    return ref_of(undone) if undone else str(scan.undoes)


def is_uid(ref: str) -> bool:
    """Whether a ref is written as a uid is."""
    try:
        return str(UUID(ref)) == ref
    except ValueError:
        return False


def named(ref: str) -> Q:
    """The scan or step of an event that a folder names so."""
    return Q(ref=ref) | Q(ref="", uid=ref) if is_uid(ref) else Q(ref=ref)


def uid_of(model: type[Numbered], event: Event, ref: str) -> UUID:
    """
    The uid of a row that a folder names `ref`: the one it had, so that it may be sent once more.

    Where another event of this installation has that uid, or the ref is none, the row gets an own one that
    follows from both and is the same each time.
    """
    if is_uid(ref) and not _elsewhere(model, event).filter(uid=ref).exists():
        return UUID(ref)
    return uuid5(UUID(int=event.pk), ref)


def give(row: Numbered, event: Event, ref: str) -> None:
    """Give a new row its uid, and keep its ref where that is another one."""
    row.uid = uid_of(type(row), event, ref)
    row.ref = "" if str(row.uid) == ref else ref


def _elsewhere(model: type[Numbered], event: Event) -> models.QuerySet[Scan] | models.QuerySet[Step]:
    if model is Scan:
        return Scan.objects.exclude(event=event)
    return Step.objects.exclude(run__event=event)
