"""Patterns: events whose plan a ministry gives its posts to begin from, and what comes over of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.directory.access import shown_in_tree
from chancery.events.models import Arrangement, Event, GuestCategory, Part, Task

type Begin = Callable[[Event, Event, Actor], None]


@dataclass(frozen=True, slots=True)
class Given:
    """Something of a plan that comes over: what it is called, how many there are, what takes it over."""

    name: Promise
    count: Callable[[Event], int]
    begin: Begin | None = None


def _rows(model: type[Model]) -> Callable[[Event], int]:
    return lambda event: model._default_manager.filter(event=event).count()


# What comes over, in the order in which it is told; apps above the events add theirs.
GIVEN: list[Given] = [
    Given(_("Parts"), _rows(Part)),
    Given(_("Categories of guests"), _rows(GuestCategory)),
    Given(_("Arrangements"), _rows(Arrangement)),
    Given(_("Tasks"), _rows(Task)),
]


def gives(name: Promise, count: Callable[[Event], int], begin: Begin) -> None:
    """Register what an app above the events gives: called with the pattern, the new event and who begins."""
    GIVEN.append(Given(name, count, begin))


def patterns_for(organiser: Organiser) -> QuerySet[Event]:
    """The patterns that other offices of the ministry give an office, by owner and as they were planned."""
    given = Event.objects.filter(shown_in_tree(organiser, visibility="pattern_for"))
    given = given.exclude(Q(organiser=organiser) | Q(status=Event.Status.CANCELLED))
    return given.select_related("organiser").order_by("organiser__ref", "id")


def pattern_for(office: Office, code: str) -> Event:
    """Return a pattern that an office is given. Errors: Http404 for any other event."""
    found = patterns_for(office.organiser).select_related("ordering").filter(code=code).first()
    if found is None:
        raise Http404
    return found


def what_is_given(pattern: Event) -> Sequence[tuple[Promise, int]]:
    """What comes over of a pattern and how much of it; what it has none of is left out."""
    return [(given.name, number) for given in GIVEN if (number := given.count(pattern))]
