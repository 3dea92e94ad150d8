"""What changes exhibitions: their stays, rooms and works, and whether anybody may see them."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.exhibition.actions import rows
from chancery.exhibition.models import Exhibition, Room, Stay

type Rows = tuple[Sequence[Stay | Room], Iterable[Stay | Room]]


@transaction.atomic
def save_exhibition(
    exhibition: Exhibition, hanging: Mapping[str, Rows] | None = None, *, by: Actor
) -> Exhibition:
    """
    Save a new or changed exhibition with what hangs on it.

    Shape: `hanging` holds, as `stay` and `room`, the rows to keep in their order and those to drop. The works
    of a room that is dropped stay in the exhibition, in no room.
    """
    saved = rows.save(exhibition, by=by, code="exhibition.exhibition")
    for name, (kept, dropped) in (hanging or {}).items():
        for row in kept:
            row.exhibition = saved
        audit.save_rows(kept, dropped, by=by, code=f"exhibition.{name}")
    return saved


@transaction.atomic
def delete_exhibition(exhibition: Exhibition, *, by: Actor) -> None:
    """
    Delete an exhibition with its rooms and stays; its works stay in the collection.

    Errors: StillShown where a programme shows it or a loan is for it; nothing is deleted then.
    """
    for hanging in (exhibition.exhibits, exhibition.rooms, exhibition.stays):
        for row in hanging.order_by("pk"):
            audit.delete(row, by=by, code=f"{audit.kind_of(row)}.deleted")
    rows.delete(exhibition, by=by, code="exhibition.exhibition.deleted")
