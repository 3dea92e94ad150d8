"""The seats that a plan holds back: what a prepared answer can give away (R126)."""

from collections import Counter

from chancery.events.models import Event
from chancery.seating.models import Placement, SeatNote
from chancery.seating.queries.telling import chosen_plans


def seats_of_reserve(event: Event) -> list[tuple[str, int]]:
    """How many seats are held back for each band of rank and given to nobody; "" is for anybody."""
    plans = list(chosen_plans(event))
    taken = set(Placement.objects.filter(plan__in=plans).order_by("pk").values_list("plan_id", "seat"))
    held = SeatNote.objects.filter(plan__in=plans, is_blocked=False).order_by("pk")
    rows = held.values_list("plan_id", "seat", "band")
    free = Counter(band for plan, seat, band in rows if (plan, seat) not in taken)
    return sorted(free.items())
