"""What changes the media lists of an office."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.record.models import MediaAddress, MediaList


@transaction.atomic
def save_list(chosen: MediaList, *, by: Actor) -> MediaList:
    """Save a new or changed media list."""
    if chosen.pk is None:
        return audit.create(chosen, by=by, code="record.media-list.created")
    audit.update(chosen, by=by, code="record.media-list.changed")
    return chosen


@transaction.atomic
def delete_list(chosen: MediaList, *, by: Actor) -> None:
    """Delete a media list with its addresses; what was sent to them stays in the history of each release."""
    for address in chosen.addresses.order_by("pk"):
        audit.delete(address, by=by, code="record.media-address.deleted")
    audit.delete(chosen, by=by, code="record.media-list.deleted")


@transaction.atomic
def save_address(address: MediaAddress, *, by: Actor) -> MediaAddress:
    """Save a new address as the last of its list, or a changed one."""
    if address.pk is not None:
        audit.update(address, by=by, code="record.media-address.changed")
        return address
    address.position = _next(address.media_list)
    return audit.create(address, by=by, code="record.media-address.added")


@transaction.atomic
def add_addresses(chosen: MediaList, addresses: Sequence[MediaAddress], *, by: Actor) -> int:
    """Add addresses to a list, those that stand on it already left out; return how many were added."""
    known = {email.lower() for email in chosen.addresses.values_list("email", flat=True)}
    fresh = {one.email.lower(): one for one in addresses if one.email.lower() not in known}
    first = _next(chosen)
    for place, address in enumerate(fresh.values()):
        address.media_list, address.position = chosen, first + place
    return len(audit.create_all(list(fresh.values()), by=by, code="record.media-address.added"))


@transaction.atomic
def drop_address(address: MediaAddress, *, by: Actor) -> None:
    """Take an address off its list."""
    audit.delete(address, by=by, code="record.media-address.deleted")


def _next(chosen: MediaList) -> int:
    last = chosen.addresses.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1
