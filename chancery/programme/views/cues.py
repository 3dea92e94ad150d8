"""The cues of an event by department, in the order of the programme (R94)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.programme.documents.cues import TimedItem, timed_items
from chancery.programme.models import Cue


@dataclass(frozen=True, slots=True)
class Called:
    """An item with the cues that one department has in it."""

    timed: TimedItem
    cues: Sequence[Cue]


@dataclass(frozen=True, slots=True)
class Department:
    """A department with the items it acts in."""

    name: str
    items: Sequence[Called]


@event_page(Right.PROGRAMME_VIEW)
def cues(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what every department does on the caller's word, and where nobody does anything."""
    items = timed_items(office.event)
    names = sorted({cue.department for each in items for cue in each.item.cues.all()})
    bare = [each for each in items if not each.item.cues.all()]
    departments = [_department(name, items) for name in names]
    return framed(request, "programme/cues.html", departments=departments, bare=bare)


def _department(name: str, items: Sequence[TimedItem]) -> Department:
    called = [Called(each, [cue for cue in each.item.cues.all() if cue.department == name]) for each in items]
    return Department(name, [each for each in called if each.cues])
