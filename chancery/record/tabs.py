"""The pages of the stage “Record”, which stand beside each other as tabs."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.events.access import EventOffice

# In the order in which a record is written; each page adds its own line in its place: Course, Presence,
# Statements, Figures, Documents, Photographs, Communiqué, Press, After.
TABS: tuple[tuple[Promise, str, Right], ...] = (
    (_("Course"), "record:course", Right.RECORD_VIEW),
    (_("Presence"), "record:presence", Right.RECORD_VIEW),
    (_("Statements"), "record:statements", Right.RECORD_VIEW),
    (_("Figures"), "record:figures", Right.RECORD_VIEW),
    (_("Documents"), "record:documents", Right.RECORD_VIEW),
    (_("Photographs"), "record:photos", Right.RECORD_VIEW),
    (_("Communiqué"), "record:communique", Right.RECORD_VIEW),
    (_("Press"), "record:press", Right.RECORD_VIEW),
    (_("After"), "record:after", Right.RECORD_VIEW),
    (_("Questions"), "record:questions", Right.RECORD_VIEW),
)
# Where a form of such a page is sent, which shows the page again when something in it is wrong.
SENT_FROM = {
    "record:write-course": "record:course",
    "record:add-came": "record:course",
    "record:add-present": "record:presence",
}


def tabs_of(office: EventOffice, current: str) -> list[Link]:
    """
    Return the pages of the record that the reader may see; `current` is the route of the open one.

    Shape: empty where the open page is none of them, as a form below one, or where only one may be seen.
    """
    current = SENT_FROM.get(current, current)
    if current not in {route for _name, route, _right in TABS}:
        return []
    where = [office.organiser.ref, office.event.code]
    seen = [(name, route) for name, route, right in TABS if office.may(right)]
    if len(seen) < 2:
        return []
    return [Link(str(name), reverse(route, args=where), route == current) for name, route in seen]
