"""A plan as it is drawn: who sits where, in which colour, with what is noted on the seats."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from urllib.parse import quote_plus

from django.utils.translation import gettext

from chancery.rules.seating.drawing import Drawing, drawing_of
from chancery.rules.seating.forms import places_of_honour
from chancery.rules.seating.plan import Placing, Sitter
from chancery.rules.seating.room import Reserve, Seat
from chancery.seating.colouring import PLAIN, Colouring
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.room_svg import seat_in_words
from chancery.seating.seat_faces import Face
from chancery.seating.wording import where_words

ANCHOR = "#hand"
# How many of the highest places carry the star of the side of honour.
STARRED = 1


@dataclass(frozen=True, slots=True)
class Pointing:
    """
    What is chosen on the page of a plan, as its address tells it.

    `hand` is the sitter who is being moved, `seat` the seat that is looked at; both may be empty. `may_move`
    makes links of the seats.
    """

    url: str
    colour: str
    hand: str = ""
    seat: str = ""
    may_move: bool = False

    def to(self, *, hand: str = "", seat: str = "") -> str:
        """The address of the page with something else chosen."""
        asked = {"colour": self.colour, "hand": hand, "seat": seat}
        told = "&".join(f"{name}={quote_plus(value)}" for name, value in asked.items() if value)
        return f"{self.url}?{told}{ANCHOR}"

    def of_seat(self, seat: str, sitter: str) -> str:
        """Where a seat leads: who sits there comes to hand, else the seat is for who is in hand."""
        if not self.may_move:
            return ""
        if self.hand and self.hand != sitter:
            return self.to(hand=self.hand, seat=seat)
        return self.to(hand=sitter) if sitter else self.to(seat=seat)


def drawn(plan: LoadedPlan) -> Drawing:
    """The room of a plan, with a star over its place of honour."""
    room = plan.problem.room
    honour = places_of_honour(room, plan.problem.settings)[:STARRED]
    above = [(room.seat_of[seat].x, room.seat_of[seat].y) for seat in honour]
    return drawing_of(room, honour=[(x, y - 42) for x, y in above])


def faces_of(
    plan: LoadedPlan,
    placing: Placing,
    colouring: Colouring,
    pointing: Pointing,
    *,
    moved: Set[str] = frozenset(),
) -> dict[str, Face]:
    """
    Return the face of every seat that says or leads somewhere.

    Shape: by the id of the seat; `moved` are ids of sitters whose seat is outlined.
    """
    sitters = {sitter.id: sitter for sitter in plan.problem.sitters}
    sitting = {seat: sitters[sitter] for sitter, seat in placing.items() if sitter in sitters}
    notes = {reserve.seat: reserve for reserve in plan.problem.reserves}
    faces = {}
    for seat in plan.problem.room.seats:
        sitter, note = sitting.get(seat.id), notes.get(seat.id)
        if sitter is not None:
            faces[seat.id] = _taken(plan, seat, sitter, colouring, pointing, moved)
        elif note is not None or pointing.may_move:
            faces[seat.id] = _free(plan, seat, note, pointing)
    return faces


def _taken(
    plan: LoadedPlan,
    seat: Seat,
    sitter: Sitter,
    colouring: Colouring,
    pointing: Pointing,
    moved: Set[str],
) -> Face:
    colour = colouring.colours.get(sitter.id, PLAIN)
    return Face(
        words=_words(plan, seat, sitter, colour.words, is_locked=sitter.id in plan.problem.locked),
        text=initials(sitter.name),
        place=str(sitter.place or ""),
        tint=colour.tint,
        reply=colour.reply,
        url=pointing.of_seat(seat.id, sitter.id),
        key=sitter.id,
        is_moved=sitter.id in moved,
        is_locked=sitter.id in plan.problem.locked,
        is_chosen=sitter.id == pointing.hand or seat.id == pointing.seat,
    )


def _words(plan: LoadedPlan, seat: Seat, sitter: Sitter, told: str, *, is_locked: bool) -> str:
    values = {
        "seat": where_words(plan.problem.room, seat.id),
        "name": sitter.name,
        "place": sitter.place,
        "told": told,
    }
    words = _sentence(values)
    return gettext("%(words)s, locked") % {"words": words} if is_locked else words


def _sentence(values: Mapping[str, object]) -> str:
    if values["place"] and values["told"]:
        return gettext("%(name)s, %(seat)s: place %(place)s, %(told)s") % values
    if values["place"]:
        return gettext("%(name)s, %(seat)s: place %(place)s") % values
    if values["told"]:
        return gettext("%(name)s, %(seat)s: %(told)s") % values
    return gettext("%(name)s, %(seat)s") % values


def _free(plan: LoadedPlan, seat: Seat, note: Reserve | None, pointing: Pointing) -> Face:
    is_blocked = bool(note and note.is_blocked)
    is_reserved = bool(note and not note.is_blocked)
    where = where_words(plan.problem.room, seat.id)
    words = gettext("free: %(seat)s") % {"seat": where}
    if seat.behind:
        words = seat_in_words(seat)
    elif is_blocked or seat.is_blocked:
        words = gettext("blocked: %(seat)s") % {"seat": where}
    elif note and note.band:
        words = gettext("%(seat)s, kept for %(band)s") % {"seat": where, "band": note.band}
    return Face(
        words=words,
        url=pointing.of_seat(seat.id, ""),
        is_empty=True,
        is_blocked=is_blocked,
        is_reserved=is_reserved,
        is_chosen=seat.id == pointing.seat,
    )


def initials(name: str) -> str:
    """The first signs of the first and the last word of a name; of one word alone the first two."""
    words = [word for word in name.split() if word[0].isalpha()]
    if len(words) > 1:
        return f"{words[0][0]}{words[-1][0]}".upper()
    return words[0][:2] if words else name[:2]
