"""What can be done at once with selected photographs."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.roles import Right
from chancery.base.parts import Choice
from chancery.events.access import EventOffice
from chancery.programme import queries as programme
from chancery.record.actions import photos as actions
from chancery.record.actions.photos import RELEASING, Mark
from chancery.record.models import Photo
from chancery.record.photo_rows import item_choices
from chancery.record.queries import photos as queries

CREDIT, BY_TIME, TAKE_OUT, ITEM = "credit", "by-time", "take-out", "item:"


class ActionUnknown(Exception):
    """Nothing that can be done with photographs was asked for; the message is one sentence."""


def choices(office: EventOffice) -> list[Choice]:
    """What the reader may do with selected photographs."""
    if not office.may(Right.RECORD_EDIT):
        return []
    marks = [
        (Mark.PRESS, _("select for the press")),
        (Mark.NOT_PRESS, _("take from the press")),
        (Mark.PUBLIC, _("show in the public gallery")),
        (Mark.NOT_PUBLIC, _("take from the public gallery")),
        (Mark.ASIDE, _("set aside")),
        (Mark.BACK, _("take up again")),
    ]
    allowed = [each for each in marks if each[0] not in RELEASING or office.may(Right.RELEASE)]
    others = [(CREDIT, _("write the credit")), (BY_TIME, _("put to the item of their time"))]
    items = item_choices(list(programme.items_alone(office.event)))
    last = (TAKE_OUT, _("take out of the event"))
    return [Choice(str(value), name) for value, name in [*allowed, *others, *items, last]]


def act(action: str, given: Mapping[str, str], photos: Sequence[Photo], office: EventOffice) -> str:
    """
    Do one thing with photographs and say in a sentence what was done.

    Errors: ActionUnknown, actions.HeldBack, actions.NotAsked; PermissionDenied for a release without right.
    """
    if action in set(Mark):
        return _marked(Mark(action), given, photos, office)
    if action == TAKE_OUT:
        actions.take_out(photos, by=office.actor)
        return _told(len(photos))
    return _told(_written(action, given, photos, office))


def _marked(mark: Mark, given: Mapping[str, str], photos: Sequence[Photo], office: EventOffice) -> str:
    if mark in RELEASING:
        office.demand(Right.RELEASE)
    is_meant = given.get("despite_unasked") == "on"
    return _told(actions.mark(photos, mark, by=office.actor, despite_unasked=is_meant))


def _written(action: str, given: Mapping[str, str], photos: Sequence[Photo], office: EventOffice) -> int:
    if action == CREDIT:
        return actions.set_credit(photos, given.get("credit", "").strip()[:200], by=office.actor)
    if action == BY_TIME:
        return actions.set_items_by_time(photos, queries.spans_of(office.event), by=office.actor)
    code = action.removeprefix(ITEM)
    item = programme.items_alone(office.event).filter(code=code).first()
    if not action.startswith(ITEM) or item is None:
        raise ActionUnknown(_("This cannot be done with photographs; choose again."))
    return actions.set_item(photos, item, by=office.actor)


def _told(count: int) -> str:
    if not count:
        return _("Nothing changed; it was so already.")
    return ngettext("%(count)s photograph is changed.", "%(count)s photographs are changed.", count) % {
        "count": count
    }
