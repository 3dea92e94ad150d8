"""Reads of seat plans as rows; what the rules take is read in `loading`."""

from django.db.models import Count, F, Max, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.guests.models import GuestList
from chancery.seating.models import Plan, Room


def plans_of(event: Event) -> QuerySet[Plan]:
    """The plans of an event by their number, with `taken` (seats given) and `locked` counted."""
    counted = Plan.objects.filter(event=event).annotate(
        taken=Count("placements"), locked=Count("placements", filter=Q(placements__is_locked=True))
    )
    return counted.select_related("room", "part", "job").order_by("number")


def rooms_of(organiser: Organiser) -> QuerySet[Room]:
    """The rooms of an office in which a plan may be made."""
    return Room.objects.filter(organiser=organiser).order_by("ref", "pk")


def next_number(event: Event) -> int:
    """The number of the next plan; that of a deleted last plan is given again."""
    last = Plan.objects.filter(event=event).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1


def guest_revision_of(event: Event) -> int:
    """The revision of the guest list, 0 before it has one."""
    return GuestList.objects.filter(event=event).values_list("revision", flat=True).first() or 0


def plan_to_show(event: Event) -> Plan | None:
    """The plan that stands for the event: the chosen one, else the last that was made; None without plans."""
    found = Plan.objects.filter(event=event).select_related("room")
    return found.order_by(F("is_chosen").desc(), F("part").asc(nulls_first=True), "-number").first()


def is_behind(plan: Plan) -> bool:
    """Whether guest list or room were changed since the seats of `plan` were given; never without seats."""
    if not plan.based_on:
        return False
    return plan.guest_revision < guest_revision_of(plan.event) or plan.room_revision < plan.room.revision


def hosts_of(event: Event) -> tuple[Participation | None, Participation | None]:
    """Host and co-host as the event names them: the first two who take part as hosts."""
    hosts = list(events.participations_of(event).filter(capacity=Participation.Capacity.HOST)[:2])
    return hosts[0] if hosts else None, hosts[1] if len(hosts) > 1 else None
