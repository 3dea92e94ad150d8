"""The changes of an office as they are asked for, page by page."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import models as params
from pydantic import BaseModel, ConfigDict, Field

from chancery.api import changes, cursors
from chancery.api.bearer import caller_of
from chancery.api.changes import Change, Position
from chancery.api.conditions import send
from chancery.api.hooks.payloads import message_id_of
from chancery.api.mounted import NEXT, demand_known
from chancery.api.operations import READING
from chancery.api.resource import A_PAGE, MOST_A_PAGE
from chancery.api.shapes import Shape

router = Router(tags=["changes"])


class ChangesAsked(BaseModel):
    """From where changes are told, and how many at once."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(A_PAGE, ge=1, le=MOST_A_PAGE, description="How many changes are read at once.")
    after: str = Field(
        "", max_length=2000, description="What `after` said the last time; left out, it begins now."
    )


class ChangeOut(Shape):
    """That something was entered, changed or taken away; never what stood in it."""

    id: str = Field(description="The same for ever, also in a webhook; one that comes again is known by it.")
    type: str = Field(description="What was done, such as `guests.invitation.changed`.")
    at: datetime
    lists: list[str] = Field(description="The lists whose objects it may have changed.")
    object: str | None = Field(description="Code of the object; null where it has none.")
    event: str | None = Field(description="Code of the event, where it belongs to one.")
    is_gone: bool = Field(description="The object is there no more.")


class ChangesOut(Shape):
    """Changes in their order, and from where to go on."""

    items: list[ChangeOut]
    next: str | None = NEXT
    after: str = Field(description="Keep it, and send it the next time.")


@router.api_operation(
    READING,
    "/changes",
    response=ChangesOut,
    operation_id="changes_list",
    url_name="changes_list",
    summary="List what changed",
    description=(
        "What was entered, changed or taken away since a position, in the lists that the token reads: for"
        " programs that keep a copy of them. The first time nothing is told but the position. A change may be"
        " told twice. Needs no scope of its own."
    ),
)
def told(request: HttpRequest, asked: Annotated[ChangesAsked, params.Query(...)]) -> HttpResponse:
    """Answer with changes."""
    demand_known(request, ChangesAsked)
    office = caller_of(request).office
    if not asked.after:
        return _sent(request, ChangesOut(items=[], next=None, after=changes.from_now().cursor))
    read = changes.read_on(office, Position.of(asked.after), asked.limit)
    after = read.position.cursor
    link = cursors.next_address(request, "after", after) if read.has_more else None
    items = [_out(message_id_of(office.organiser, each.told.line.pk), each) for each in read.changes]
    return _sent(request, ChangesOut(items=items, next=link, after=after))


def _sent(request: HttpRequest, page: ChangesOut) -> HttpResponse:
    headers = {"Link": f'<{page.next}>; rel="next"'} if page.next else {}
    return send(request, page.model_dump_json(), headers=headers)


def _out(identity: str, change: Change) -> ChangeOut:
    told = change.told
    return ChangeOut(
        id=identity,
        type=told.line.code,
        at=told.line.at,
        lists=list(change.lists),
        object=told.object_code or None,
        event=told.event or None,
        is_gone=told.is_gone,
    )
