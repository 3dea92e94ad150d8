"""Who may open the pages of rooms and seats."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.seating.actions.rooms import take_room
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import an_event
from tests.precedence import given_built
from tests.seating import built as seating_built


def a_shown_room(office: Organiser) -> str:
    """The code of a room that the ministry above an office shows to its posts."""
    return seating_built.room(given_built.ministry_of(office), visibility="tree").code


def a_taken_room(office: Organiser) -> str:
    """The code of a room that an office took over."""
    source = seating_built.room(given_built.ministry_of(office), visibility="tree")
    return take_room(source, organiser=office, by=make.actor(office)).code


ROWS: dict[str, Right | Audience | Row] = {
    "seating:plans": needs(Right.SEATING_VIEW, code=an_event),
    "seating:new-plan": needs(Right.SEATING_EDIT, code=an_event),
    "seating:undo": needs(Right.SEATING_EDIT, code=an_event),
    "seating:compare-plans": needs(Right.SEATING_VIEW, code=an_event),
    "seating:edit-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:draw-pieces": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:plan": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:change-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:copy-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:choose-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:take-room": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:delete-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:plan-history": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:undo-line": needs(
        Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan, line=seating_built.a_step
    ),
    "seating:move": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:unseat": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:lock": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:clear": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:note-seat": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:undo-step": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:propose": needs(
        Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan, deed=lambda office: "formed"
    ),
    "seating:take-note": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:solve": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:search": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_searched_plan),
    "seating:stop-search": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:wishes": needs(Right.SEATING_VIEW, code=an_event),
    "seating:add-wish": needs(Right.SEATING_EDIT, code=an_event),
    "seating:undo-wish": needs(Right.SEATING_EDIT, code=an_event),
    "seating:change-wish": needs(Right.SEATING_EDIT, code=an_event, wish=seating_built.a_wish),
    "seating:delete-wish": needs(Right.SEATING_EDIT, code=an_event, wish=seating_built.a_wish),
    "seating:importance": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:why": needs(
        Right.SEATING_VIEW,
        code=an_event,
        plan=seating_built.a_plan,
        who=seating_built.a_guest,
        member=lambda _office: 0,
    ),
    "seating:reasons": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:compare": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:apart": Right.SEATING_VIEW,
    "seating:add-apart": Right.SEATING_EDIT,
    "seating:change-apart": needs(Right.SEATING_EDIT, pair=seating_built.a_pair),
    "seating:delete-apart": needs(Right.SEATING_EDIT, pair=seating_built.a_pair),
    "seating:papers": needs(Right.SEATING_VIEW, code=an_event),
    "seating:find-seat": needs(Right.SEATING_VIEW, code=an_event),
    "seating:tell-seats": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:paper": needs(
        Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan, name=lambda office: "arrivals"
    ),
    "seating:changed-cards": needs(Right.SEATING_VIEW, code=an_event, **seating_built.CARDS_OF_A_PLAN),
    "seating:print-cards": needs(Right.GUESTS_EDIT, code=an_event, **seating_built.CARDS_OF_A_PLAN),
    "seating:printed-cards": needs(
        Right.SEATING_VIEW, code=an_event, number=lambda office: 1, **seating_built.CARDS_OF_A_PLAN
    ),
    "seating:undo-printing": needs(Right.GUESTS_EDIT, code=an_event),
    "seating:rooms": Right.SEATING_VIEW,
    "seating:new-room": Right.SEATING_EDIT,
    "seating:import-room": Right.SEATING_EDIT,
    "seating:room": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:name-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:copy-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:show-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:take-given-room": needs(Right.SEATING_EDIT, room=a_shown_room),
    "seating:taken-room": needs(Right.SEATING_VIEW, room=a_taken_room),
    "seating:take-newer-room": needs(Right.SEATING_EDIT, room=a_taken_room),
    "seating:keep-room": needs(Right.SEATING_EDIT, room=a_taken_room),
    "seating:delete-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:undo-room": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, line=seating_built.a_line_of_a_room
    ),
    "seating:size-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:note-seats": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:add-furniture": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:change-furniture": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, piece=lambda office: "A"
    ),
    "seating:delete-furniture": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, piece=lambda office: "A"
    ),
    "seating:room-svg": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:room-pdf": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:export-room": needs(Right.SEATING_VIEW, room=seating_built.a_room),
}
