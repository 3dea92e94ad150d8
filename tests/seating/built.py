"""Rooms and plans as the tests of seating need them."""

from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.models import Job
from chancery.events.models import Event, Participation
from chancery.seating.actions import rooms as actions
from chancery.seating.actions.placing import set_locks
from chancery.seating.models import Apart, Placement, Plan, Printing, Room, Wish
from tests import make

# Two rows of five seats.
ROWS: dict[str, Any] = {
    "width": 800,
    "depth": 600,
    "furniture": [
        {"id": "S", "kind": "stage", "x": 400, "y": 60, "width": 400, "depth": 100},
        {"id": "A", "kind": "rows", "x": 400, "y": 350, "rows": 2, "seats": 5},
    ],
}


def room(office: Organiser, name: str = "Great Hall", **fields: Any) -> Room:
    """A room of an office with an English name: two rows of five seats."""
    return Room.objects.create(organiser=office, **{"names": {"en": name}, "layout": ROWS} | fields)


def plan(of: Event, **fields: Any) -> Plan:
    """A plan of an event, in a room of two rows unless it is given one."""
    made = fields.pop("room", None) or room(of.organiser)
    values: dict[str, Any] = {
        "number": Plan.objects.filter(event=of).count() + 1,
        "layout": made.layout,
        "room_revision": made.revision,
    }
    return Plan.objects.create(event=of, room=made, **values | fields)


def plan_of(office: Organiser) -> Plan:
    """The plan of the event of an office, made on first use."""
    event = make.event_of(office)
    return Plan.objects.filter(event=event).order_by("number").first() or plan(event)


def a_room(office: Organiser) -> str:
    """The code of a room of an office."""
    return room(office).code


def a_plan(office: Organiser) -> str:
    """The code of the plan of the event of an office."""
    return plan_of(office).code


def a_step(office: Organiser) -> int:
    """The key of a step of that plan: a guest who is locked."""
    made, by = plan_of(office), make.actor(office)
    who = make.participation(made.event, make.person(office))
    Placement.objects.create(plan=made, participation=who, seat="A-1-1")
    line = set_locks(made, None, is_locked=True, by=by)
    assert line is not None
    return line.pk


def a_searched_plan(office: Organiser) -> str:
    """The code of that plan, for which a search waits."""
    made = plan_of(office)
    made.job = Job.objects.create(organiser_id=office.pk, kind="seating.solve")
    made.save(update_fields=["job"])
    return made.code


def seat(of: Plan, who: Participation, seat: str, **fields: Any) -> Placement:
    """Somebody's seat in a plan."""
    return Placement.objects.create(plan=of, participation=who, seat=seat, **fields)


def a_wish(office: Organiser) -> str:
    """The code of a wish for the event of an office."""
    guest = make.participation(make.event_of(office), make.person(office), planned="accepted")
    return Wish.objects.create(event=guest.event, kind="at-aisle", guest=guest).code


def a_guest(office: Organiser) -> str:
    """The code of a guest of the event of an office who has accepted."""
    return make.participation(make.event_of(office), make.person(office), planned="accepted").code


def a_pair(office: Organiser) -> str:
    """The code of two states that an office keeps apart."""
    return Apart.objects.create(organiser=office, state="RO", other_state="FR").code


def a_printed_plan(office: Organiser) -> str:
    """The code of a plan of the event of an office of which no card was on paper when it was printed."""
    made = plan(make.event_of(office))
    Printing.objects.create(plan=made, paper="place-cards", number=1, printed_at=timezone.now())
    return made.code


def the_place_cards(office: Organiser) -> str:
    """The cards that lie on a table."""
    return str(Printing.Paper.PLACE_CARDS)


CARDS_OF_A_PLAN = {"plan": a_printed_plan, "paper": the_place_cards}


def a_line_of_a_room(office: Organiser) -> int:
    """The line of the history that tells of a change of a room."""
    by = make.actor(office)
    changed = room(office, "Small Hall")
    layout = {**ROWS, "furniture": ROWS["furniture"][1:]}
    actions.save_layout(changed, layout, by=by)
    return audit.lines_of(changed).values_list("pk", flat=True)[0]
