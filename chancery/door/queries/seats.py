"""Where guests sit by the plans that stand for an event, read for all of them at once."""

from chancery.events.models import Event
from chancery.rules.seating.room import Room
from chancery.seating.models import Placement
from chancery.seating.queries.telling import chosen_plans, room_of
from chancery.seating.wording import place_words


def seats_of(event: Event) -> dict[int, str]:
    """Say where each guest sits, by the key of the participation; else as `seats_of_parties`."""
    return {guest: words for (guest, member), words in seats_of_parties(event).items() if not member}


def seats_of_parties(event: Event) -> dict[tuple[int, int], str]:
    """
    Say where the guests and their companions sit, in the language that is active.

    Shape: by the key of the participation and the number in the party, which is 0 for the guest; nobody
    without a seat; the plan of the event goes before those of its parts.
    """
    rooms = {plan.pk: room_of(plan) for plan in chosen_plans(event)}
    if not rooms:
        return {}
    order = {key: number for number, key in enumerate(rooms)}
    rows = Placement.objects.filter(plan__in=rooms).order_by("pk")
    columns = ("plan_id", "participation_id", "member", "seat")
    found: dict[tuple[int, int], str] = {}
    for plan, guest, member, seat in sorted(rows.values_list(*columns), key=lambda row: order[row[0]]):
        if words := _seat_in(rooms[plan], seat):
            found.setdefault((guest, member), words)
    return found


def _seat_in(room: Room | None, seat: str) -> str:
    found = room.seat_of.get(seat) if room else None
    return place_words(room.unit_of[found.unit], found) if room and found else ""
