"""Pages of the course: every item as planned and as it was, written down on one page."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.programme.models import Item
from chancery.record import course_rows
from chancery.record.actions import course as actions
from chancery.record.forms.course import CameForm, CourseSheet, places_of
from chancery.record.queries import course as queries

UNDO = "record:undo-course"
EVERYTHING = "all"


@event_page(Right.RECORD_VIEW)
def course(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the items in the order in which they took place, each beside its plan."""
    return _course(request, office, queries.items_as_they_were(office.event))


def _course(
    request: HttpRequest,
    office: EventOffice,
    items: Sequence[Item],
    *,
    sheet: CourseSheet | None = None,
    came: CameForm | None = None,
) -> HttpResponse:
    return framed(
        request,
        "record/course.html",
        course=course_rows.course_of(office, items, sheet),
        came=came or CameForm(office=office, items=items),
        outcomes=course_rows.choices(),
    )


@event_page(Right.RECORD_EDIT)
def write(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Save what was written on the page of the course, and let an item, or all, have been as planned."""
    if request.method != "POST":
        return redirect(address(office, "record:course"))
    items = queries.items_as_they_were(office.event)
    sheet = CourseSheet(request.POST, items, places_of(office.event, items))
    if not sheet.is_valid():
        return _course(request, office, items, sheet=sheet)
    asked = request.POST.get("as_planned", "")
    planned = [item for item in items if asked in {EVERYTHING, item.code}]
    undoing.do_and_say(request, office, lambda: _save(office, sheet, planned), route=UNDO)
    return redirect(_place(office, asked or request.POST.get("now", "").partition("-")[0]))


def _save(office: EventOffice, sheet: CourseSheet, planned: Sequence[Item]) -> str:
    changed = actions.note_outcomes(sheet.items, by=office.actor)
    if not planned:
        return (
            ngettext("%(count)s item is saved.", "%(count)s items are saved.", changed) % {"count": changed}
            if changed
            else _("Nothing was changed.")
        )
    count = actions.note_as_planned(planned, by=office.actor)
    if len(planned) == 1:
        return _("“%(item)s” is noted as planned.") % {"item": planned[0]}
    return ngettext(
        "%(count)s item is noted as planned; what was written already stays.",
        "%(count)s items are noted as planned; what was written already stays.",
        count,
    ) % {"count": count}


def _place(office: EventOffice, code: str) -> str:
    """The page of the course at the item that was worked on."""
    url = address(office, "record:course")
    return f"{url}#item-{code}" if code not in {"", EVERYTHING} else url


@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add an item that came on the day."""
    items = queries.items_as_they_were(office.event)
    form = CameForm(request.POST or None, office=office, items=items)
    if request.method != "POST" or not form.is_valid():
        return _course(request, office, items, came=form)
    came = form.item()

    def save() -> str:
        actions.add_came(came, form.item_before, by=office.actor)
        return _("“%(item)s” stands in the course; the plan is as it was.") % {"item": came}

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(_place(office, came.code))


@event_page(Right.RECORD_EDIT)
def take_out(request: HttpRequest, office: EventOffice, item: str) -> HttpResponse:
    """Take an item that came on the day out of the record again, after asking."""
    chosen = get_object_or_404(Item, event=office.event, code=item, is_planned=False)
    if request.method == "POST":

        def leave() -> str:
            actions.take_out(chosen, by=office.actor)
            return _("“%(item)s” is taken out of the record.") % {"item": chosen}

        undoing.do_and_say(request, office, leave, route=UNDO)
        return redirect(address(office, "record:course"))
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(item)s” out of the record?") % {"item": chosen},
        sentences=[_("What was written in it goes with it; what was said stays among the statements.")],
        action_word=_("Take it out"),
        cancel_url=address(office, "record:outcome", item=chosen.code),
        is_danger=True,
    )


@require_POST
@event_page(Right.RECORD_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just wrote down of the course."""
    undoing.undo_last(request, office, done=_("The course is as it was before."))
    return redirect(address(office, "record:course"))


def tell_of_change(request: HttpRequest) -> None:
    """Say that somebody else changed the course while this page was open."""
    messages.error(request, _("The course was changed meanwhile; look at it again and then move it."))
