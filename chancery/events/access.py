"""Who may see or do what with an event."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.models import User
from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.events.models import Event, EventMember


@dataclass(frozen=True)
class EventOffice(Office):
    """An office at work on one event: the rights of the role, and those of the role for this event."""

    event: Event
    event_role: Role | None = None

    def may(self, right: Right) -> bool:
        if super().may(right):
            return True
        return self.event_role is not None and self.passes_on(right) and right in RIGHTS[self.event_role]


def event_for(user: User | AnonymousUser, ref: str, code: str, right: Right) -> EventOffice:
    """
    Return the event `code` of the office `ref` as `user` sees it.

    Errors: Http404 for a stranger and for an event of another office; PermissionDenied with a sentence
    where neither the role in the office nor the one for the event includes `right`.
    """
    return event_in(access.office_for(user, ref, Right.OFFICE_VIEW), code, right)


def event_in(office: Office, code: str, right: Right) -> EventOffice:
    """Return the event `code` as a member sees it. Errors: as `event_for`."""
    event = get_object_or_404(Event.objects.select_related("ordering"), organiser=office.organiser, code=code)
    if not office.opens_event(code):
        raise Http404
    # The row that is loaded already; joined to the event and to its order it would be read twice more.
    event.organiser = event.ordering.organiser = office.organiser
    members = EventMember.objects.filter(event=event, membership=office.membership)
    role = members.values_list("role", flat=True).first()
    seen = EventOffice(
        office.organiser,
        office.membership,
        event,
        Role(role) if role else None,
        scopes=office.scopes,
        only_events=office.only_events,
    )
    if not seen.may(right):
        raise PermissionDenied(access.refusal(right))
    return seen
