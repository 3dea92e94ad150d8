"""What the colours of a drawn plan tell: category, reply or order, each with an outline of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base.frame import Shape
from chancery.base.languages import wording
from chancery.events import queries as events
from chancery.events.models import GuestCategory
from chancery.guests.models import Invitation, Standing
from chancery.guests.queries.parties import category_lines, reply_of
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.queries.sitters import Seated
from chancery.seating.seat_faces import TINTS, Face, Legend, LegendLine

CATEGORY, REPLY, ORDER = "category", "reply", "order"
NAMES = {CATEGORY: _("Category"), REPLY: _("Reply"), ORDER: _("Order")}
# The last place of each band of the order that has a colour; whoever holds none is plain.
BANDS = (10, 25, 50, 100, 200)
REPLIES = {
    Standing.ACCEPTED: (Shape.YES, 3),
    Standing.WALK_IN: (Shape.YES, 3),
    Standing.SILENT: (Shape.OPEN, 2),
    Standing.UNDECIDED: (Shape.HALF, 5),
    Standing.NOT_INVITED: (Shape.UNSET, 6),
}


@dataclass(frozen=True, slots=True)
class Colour:
    """What one sitter shows."""

    tint: int = 0
    reply: Shape | None = None
    words: str = ""


PLAIN = Colour()


@dataclass(frozen=True, slots=True)
class Colouring:
    """The colours of a plan: what they tell, that of each sitter, and the legend."""

    kind: str
    colours: Mapping[str, Colour]
    legend: Legend


def colouring_of(plan: LoadedPlan, kind: str) -> Colouring:
    """Return the colours of everybody in a plan; an unknown kind is that of categories."""
    make = _MAKERS.get(kind, _by_category)
    kind = kind if kind in _MAKERS else CATEGORY
    colours = make(plan)
    told = {colour.words: colour for colour in colours.values() if colour.words}
    lines = [
        LegendLine(Face(words="", tint=colour.tint, reply=colour.reply), words)
        for words, colour in sorted(told.items(), key=lambda item: (item[1].tint or TINTS + 1, item[0]))
    ]
    return Colouring(kind, colours, Legend(str(NAMES[kind]), (*lines, *_signs())))


def _signs() -> tuple[LegendLine, ...]:
    return (
        LegendLine(Face(words="", is_locked=True), gettext("locked")),
        LegendLine(Face(words="", is_moved=True), gettext("moved by the last step")),
        LegendLine(Face(words="", is_reserved=True), gettext("kept or captioned")),
        LegendLine(Face(words="", is_blocked=True), gettext("blocked")),
    )


def _by_category(plan: LoadedPlan) -> dict[str, Colour]:
    """By the outermost category; the seventh and all further ones are plain, and told by their word."""
    language = get_language() or "en"
    categories = list(events.categories_of(plan.plan.event))
    tints = tints_of(categories)
    colours = {
        each.ref: Colour(tints[each.pk], None, wording(each.names, language).text or each.ref)
        for each in categories
        if each.within_id is None
    }
    return {
        each.sitter.id: colours.get(each.categories[-1], PLAIN) if each.categories else PLAIN
        for each in plan.everybody
    }


def tints_of(categories: Sequence[GuestCategory]) -> dict[int, int]:
    """
    Return the tint of each category by its key: that of the outermost one it stands in.

    Shape: 0, which is plain, for the seventh and all further outermost ones. `categories` stand in order.
    """
    outermost = [each.pk for each in categories if each.within_id is None]
    own = {key: number if number <= TINTS else 0 for number, key in enumerate(outermost, start=1)}
    lines = category_lines(categories)
    return {each.pk: own.get(lines[each.pk][-1] or 0, 0) for each in categories}


def _by_reply(plan: LoadedPlan) -> dict[str, Colour]:
    found = Invitation.objects.filter(guest__event=plan.plan.event).order_by("pk")
    standings = dict(found.values_list("guest_id", "standing"))
    labels = {standing: str(standing.label) for standing in Standing}
    return {each.sitter.id: _reply(each, standings, labels) for each in plan.everybody}


def _reply(each: Seated, standings: Mapping[int, str], labels: Mapping[Standing, str]) -> Colour:
    standing = Standing(reply_of(each.who.planned, standings.get(each.who.key, "")))
    shape, tint = REPLIES.get(standing, (Shape.NO, 4))
    return Colour(tint, shape, labels[standing])


def _by_order(plan: LoadedPlan) -> dict[str, Colour]:
    return {sitter.id: _band(sitter.place) for sitter in plan.problem.sitters}


def _band(place: int | None) -> Colour:
    if place is None:
        return Colour(words=gettext("without a place in the order"))
    first = 1
    for tint, last in enumerate(BANDS, start=1):
        if place <= last:
            words = gettext("places %(first)s to %(last)s") % {"first": first, "last": last}
            return Colour(tint, None, words)
        first = last + 1
    return Colour(TINTS, None, gettext("place %(first)s and after") % {"first": first})


_MAKERS: Mapping[str, Callable[[LoadedPlan], dict[str, Colour]]] = {
    CATEGORY: _by_category,
    REPLY: _by_reply,
    ORDER: _by_order,
}
