"""Where a party sits, in words for its entry pass."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.base.languages import listed, wording
from chancery.events.models import Event
from chancery.guests.models import Invitation
from chancery.guests.queries.parties import ALONE, Party, parties_of
from chancery.rules.seating.layout import LayoutRefused
from chancery.rules.seating.room import Room, Seat, Shape, Unit
from chancery.seating.models import Placement, Plan
from chancery.seating.queries.drawings import room_drawn
from chancery.seating.wording import place_words, unit_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where one member of a party sits: 0 is the guest, companions count from 1."""

    member: int
    unit: Unit
    seat: Seat


def chosen_plans(event: Event) -> QuerySet[Plan]:
    """The plans that papers and the door show: that of the event, then those of its parts."""
    chosen = Plan.objects.filter(event=event, is_chosen=True)
    first = F("part__position").asc(nulls_first=True)
    return chosen.select_related("part", "room", "event__organiser").order_by(first, "part__code", "number")


def told_on_passes(invitation: Invitation, language: str) -> list[str]:
    """Say where a party sits by the plans that guests may read; nothing before the office lets them."""
    event = invitation.guest.event
    plans = [plan for plan in chosen_plans(event) if plan.is_on_passes]
    return Telling(event, plans, language, of=invitation).lines(invitation) if plans else []


class Telling:
    """The seats of the parties of an event by some of its plans, in one language."""

    def __init__(
        self, event: Event, plans: Sequence[Plan], language: str, *, of: Invitation | None = None
    ) -> None:
        """Shape: `of` narrows what is read to one party."""
        self.event, self.plans, self.language = event, plans, language
        self._placed = _placed(plans, of)

    def lines(self, invitation: Invitation) -> list[str]:
        """One line a plan and table; a plan is named only where there are several."""
        return self.lines_of(invitation.guest_id)

    def lines_of(self, guest: int) -> list[str]:
        """The lines of the party of a guest, by the key of the participation."""
        placed = [(plan, places) for plan in self.plans if (places := self._placed.get((plan.pk, guest)))]
        if not placed:
            return []
        with override(self.language):
            return [
                self._of_plan(plan, line) for plan, places in placed for line in self._of_party(guest, places)
            ]

    def _of_plan(self, plan: Plan, line: str) -> str:
        name = wording(plan.part.names, self.language).text if plan.part else plan.name
        if len(self.plans) == 1 or not name:
            return line
        return _("%(part)s: %(place)s") % {"part": name, "place": line}

    def _of_party(self, guest: int, places: Sequence[Place]) -> list[str]:
        if len({place.unit.id for place in places}) > 1:
            return [self._named(guest, place) for place in places]
        return [party_words(places)]

    @cached_property
    def _parties(self) -> Mapping[int, Party]:
        """Read once, and only where a party sits at several tables."""
        return parties_of(self.event, self.language)

    def _named(self, guest: int, place: Place) -> str:
        """A member of a party that sits at several tables, with the name where it is known."""
        names = dict(enumerate(self._parties.get(guest, ALONE).companions, start=1))
        told = place_words(place.unit, place.seat)
        if name := names.get(place.member):
            return _("%(name)s: %(place)s") % {"name": name, "place": told}
        return told


def party_words(places: Sequence[Place]) -> str:
    """Table 4, seats 2, 3: a party at one table."""
    first = places[0]
    if len(places) == 1 or first.unit.shape is Shape.STANDING:
        return place_words(first.unit, first.seat)
    seats = listed(place.seat.label for place in places)
    return _("%(table)s, seats %(seats)s") % {"table": unit_words(first.unit), "seats": seats}


def _placed(plans: Iterable[Plan], of: Invitation | None) -> Mapping[tuple[int, int], list[Place]]:
    """The places of each party in each plan, a guest before the companions; who represents sits for both."""
    by_key = {plan.pk: plan for plan in plans}
    rows = Placement.objects.filter(plan__in=by_key)
    if of is not None:
        guest = of.guest_id
        rows = rows.filter(Q(participation=guest) | Q(participation__represents=guest))
    columns = ("plan_id", "participation_id", "participation__represents_id", "member", "seat")
    found: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
    for key, guest, represents, member, seat in rows.order_by("member", "id").values_list(*columns):
        for party in {guest, represents} - {None}:
            if place := _place(room_of(by_key[key]), member, seat):
                found[key, party].append(place)
    return found


def _place(room: Room | None, member: int, seat: str) -> Place | None:
    found = room.seat_of.get(seat) if room else None
    return Place(member, room.unit_of[found.unit], found) if room and found else None


def room_of(plan: Plan) -> Room | None:
    """The room of a plan as it is drawn; None for a drawing that cannot be read."""
    try:
        return room_drawn(plan.layout)
    except LayoutRefused:
        return None
