"""Changed cards as their page lists them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.seating.documents.seated import SeatedPlan, Sitting
from chancery.seating.queries.printings import Card, Differing
from chancery.seating.wording import place_words


@dataclass(frozen=True, slots=True)
class ChangedCard:
    """Whose card is to be printed again: the seat as it is now, and in words what has changed."""

    name: str
    place: str
    words: str


def lines_of(plan: SeatedPlan, differing: Differing, before: Mapping[str, Card]) -> list[ChangedCard]:
    """The cards that have changed, by table and seat, then those to be taken away."""
    changed = [
        ChangedCard(
            sitting.sitter.name,
            place_words(sitting.unit, sitting.seat),
            _words(plan, sitting, differing, before),
        )
        for sitting in plan.in_order_of_seats()
        if sitting.sitter.id in differing.to_print
    ]
    return [*changed, *_gone(plan, differing, before)]


def _words(plan: SeatedPlan, sitting: Sitting, differing: Differing, before: Mapping[str, Card]) -> str:
    sitter = sitting.sitter.id
    if sitter in differing.new:
        return _("not printed yet")
    if sitter in differing.moved:
        return _("printed for %(place)s") % {"place": _place(plan, before[sitter][0])}
    return _("name or form of address changed")


def _gone(plan: SeatedPlan, differing: Differing, before: Mapping[str, Card]) -> Iterator[ChangedCard]:
    names = {each.sitter.id: each.sitter.name for each in plan.loaded.everybody}
    listed = {who.code: who.name for who in plan.loaded.order.participants}
    for sitter in differing.gone:
        name = names.get(sitter) or listed.get(sitter.partition(".")[0], _("somebody who left the list"))
        yield ChangedCard(name, _place(plan, before[sitter][0]), _("to be taken away"))


def _place(plan: SeatedPlan, seat: str) -> str:
    """A seat in words; one that the room does not have any more by its id."""
    found = plan.room.seat_of.get(seat)
    return place_words(plan.room.unit_of[found.unit], found) if found else seat
