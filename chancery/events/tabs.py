"""The pages of a stage of an event, which stand beside each other as tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.events.access import EventOffice


@dataclass(frozen=True, slots=True)
class Tab:
    """
    A page of a stage.

    One `of_office` is not about one event. What a form sends to a route of `shown_by` shows the page again
    where something in it is wrong.
    """

    name: Promise
    route: str
    right: Right
    of_office: bool = False
    shown_by: tuple[str, ...] = ()


def tabs_of(office: EventOffice, tabs: Sequence[Tab], current: str) -> list[Link]:
    """
    Return the pages that the reader may see; `current` is the route that is open.

    Shape: empty where what is open is none of them, as a form below one, or where only one may be seen.
    """
    seen = [tab for tab in tabs if office.may(tab.right)]
    if len(seen) < 2 or not any(_is_open(tab, current) for tab in tabs):
        return []
    return [Link(str(tab.name), _url(office, tab), _is_open(tab, current)) for tab in seen]


def _is_open(tab: Tab, current: str) -> bool:
    return current in (tab.route, *tab.shown_by)


def _url(office: EventOffice, tab: Tab) -> str:
    of_event = [] if tab.of_office else [office.event.code]
    return reverse(tab.route, args=[office.organiser.ref, *of_event])
