"""Who may open the pages of events."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.events.actions import take_place
from chancery.events.models import EventOccasion
from chancery.precedence.models import Move
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_campaign, a_guest, a_line, an_event
from tests.precedence import given_built


def a_copied_event(office: Organiser) -> str:
    """The code of an event that was planned like another one."""
    return make.event(office, "Next year", copied_from=make.event_of(office)).code


def an_occasion_served(office: Organiser) -> str:
    """The code of an occasion that the event of an office serves."""
    link = EventOccasion.objects.create(
        event=make.event_of(office), occasion=make.occasion(office), role=EventOccasion.Role.SECOND
    )
    return link.occasion.code


def a_speaker(office: Organiser) -> str:
    """The code of somebody who speaks at that event."""
    return make.participation(make.event_of(office), make.person(office), "speaker").code


def a_move(office: Organiser) -> str:
    """The code of a place given by hand."""
    event = make.event_of(office)
    move = Move.objects.create(ordering=event.ordering, subject="a", neighbour="b", reason="Agreed.")
    return move.code


def a_shown_place(office: Organiser) -> str:
    """The code of a place that the ministry above an office shows to its posts."""
    return make.place(given_built.ministry_of(office), visibility="tree").code


def a_taken_place(office: Organiser) -> str:
    """The code of a place that an office took over."""
    source = make.place(given_built.ministry_of(office), visibility="tree")
    return take_place(source, organiser=office, by=make.actor(office)).code


def a_pattern(office: Organiser) -> str:
    """The code of an event that the ministry above an office gives down as a pattern."""
    return make.event(given_built.ministry_of(office), pattern_for="tree").code


ROWS: dict[str, Right | Audience | Row] = {
    "events:events": Right.EVENTS_VIEW,
    "events:plan": Right.EVENTS_EDIT,
    "events:change": needs(Right.EVENTS_EDIT, code=an_event),
    "events:section": needs(Right.EVENTS_EDIT, code=an_event, section=lambda office: "places"),
    "events:copy": needs(Right.EVENTS_EDIT, code=an_event),
    "events:tasks": needs(Right.EVENTS_VIEW, code=an_event),
    "events:set-task": needs(
        Right.EVENTS_EDIT, code=an_event, task=lambda office: make.task(make.event_of(office)).code
    ),
    "events:places": Right.EVENTS_VIEW,
    "events:add-place": Right.EVENTS_EDIT,
    "events:change-place": needs(Right.EVENTS_EDIT, place=lambda office: make.place(office).code),
    "events:show-place": needs(Right.EVENTS_EDIT, place=lambda office: make.place(office).code),
    "events:take-place": needs(Right.EVENTS_EDIT, place=a_shown_place),
    "events:taken-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:take-newer-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:keep-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:history": needs(Right.EVENTS_VIEW, code=an_event),
    "events:history-of-people": needs(Right.GUESTS_VIEW, code=an_event),
    "events:keep": needs(Right.EVENTS_EDIT, code=a_copied_event),
    "events:undo-keeping": needs(Right.EVENTS_EDIT, code=a_copied_event),
    "events:undo-line": needs(Right.EVENTS_EDIT, code=an_event, line=a_line),
    "events:undo-section": needs(Right.EVENTS_EDIT, code=an_event, section=lambda office: "tasks"),
    "events:why-ordinal": needs(Right.EVENTS_VIEW, code=an_event, occasion=an_occasion_served),
    "events:take-anniversary": needs(Right.EVENTS_EDIT, code=an_event, occasion=an_occasion_served),
    "events:campaign-terms": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "events:wording": Right.EVENTS_EDIT,
    "events:people": needs(Right.EVENTS_VIEW, code=an_event),
    "events:take-part": needs(Right.EVENTS_EDIT, code=an_event),
    "events:find-who": needs(Right.PROGRAMME_EDIT, code=an_event),
    "events:person": needs(Right.EVENTS_EDIT, code=an_event, who=a_speaker),
    "events:withdraw": needs(Right.EVENTS_EDIT, code=an_event, who=a_speaker),
    "events:order": needs(Right.GUESTS_VIEW, code=an_event),
    "events:compare": needs(Right.GUESTS_VIEW, code=an_event),
    "events:undo-order": needs(Right.ORDER_EDIT, code=an_event),
    "events:order-settings": needs(Right.ORDER_EDIT, code=an_event),
    "events:offer-pattern": needs(Right.EVENTS_EDIT, code=an_event),
    "events:begin": needs(Right.EVENTS_EDIT, pattern=a_pattern),
    "events:follow-newer": needs(Right.ORDER_EDIT, code=an_event),
    "events:move": needs(Right.ORDER_EDIT, code=an_event, who=a_guest),
    "events:withdraw-move": needs(Right.ORDER_EDIT, code=an_event, move=a_move),
    "events:why": needs(Right.GUESTS_VIEW, code=an_event, who=a_guest),
}
