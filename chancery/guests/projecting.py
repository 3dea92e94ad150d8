"""The lists that follow from the order of an event: greeting, speeches, wreaths, listing, anthems, flags."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.base.frame import ReasonLine, Shape, Tone
from chancery.base.languages import wording
from chancery.base.reasons import in_words, reason_line
from chancery.base.rows import Cell, Group, Mark, Person, Row, Text
from chancery.events import state_rows
from chancery.events.models import Event, GuestCategory
from chancery.events.ordering import EventOrder
from chancery.guests.contributors import Layers
from chancery.guests.queries.parties import nested
from chancery.rules import precedence as rules
from chancery.rules.precedence.settings import Direction, Status
from chancery.rules.reasons import Reason

NO_TURN = "–"


@dataclass(frozen=True, slots=True)
class Listing:
    """
    One list that follows from the order.

    `direction` says from which end it is read and how well that is founded, `rules` by which numbers;
    `notes` hold for all of it; `nobody` says why there is no line.
    """

    key: str
    name: str
    rules: str
    direction: str
    rows: Sequence[Row | Group]
    notes: Sequence[ReasonLine] = ()
    nobody: str = ""


DIRECTIONS: dict[Direction, str | Promise] = {
    Direction.RISING: gettext_lazy("In rising rank: the highest comes last."),
    Direction.FALLING: gettext_lazy("In falling rank: the highest comes first."),
    Direction.FREE: gettext_lazy("No direction is fixed by the profile; listed in falling rank."),
}
FOUNDED: dict[Status, str | Promise] = {
    Status.VERIFIED: gettext_lazy("read in its source"),
    Status.SECONDARY: gettext_lazy("from a secondary source"),
    Status.PRACTICE: gettext_lazy("by practice"),
    Status.WEAK: gettext_lazy("from a weak source"),
    Status.UNVERIFIED: gettext_lazy("not verified"),
}


def greeting(order: EventOrder, language: str, *, speaker: str = "") -> Listing:
    """Return whom a speech greets, in order (R84); `speaker` greets and is left out."""
    speeches = order.profile.settings.speeches
    turns = rules.greeting(order.places, order.guests, order.profile, speaker=speaker)
    direction = _("In falling rank, the host first.") if speeches.is_host_named_first else _falling()
    return Listing(
        "greeting", _("Greeting"), "R84", _founded(direction, speeches.status), _rows(turns, order, language)
    )


def speeches(order: EventOrder, speakers: Sequence[str], language: str) -> Listing:
    """Return who speaks, in order (R84)."""
    rule = order.profile.settings.speeches
    return Listing(
        "speeches",
        _("Speeches"),
        "R84",
        _founded(str(DIRECTIONS[rule.direction]), rule.status),
        _rows(rules.speeches(order.places, order.guests, order.profile, speakers), order, language),
        nobody=_("Nobody speaks yet: the running order names no speaker who holds a place."),
    )


def wreaths(order: EventOrder, layers: Layers, language: str) -> Listing:
    """Return who lays a wreath, in order (R87, R88)."""
    rule = order.profile.settings.wreaths
    turns = rules.wreaths(order.places, order.profile, layers.refs, deputies=layers.deputies)
    return Listing(
        "wreaths",
        _("Wreaths"),
        "R87, R88",
        _founded(str(DIRECTIONS[rule.direction]), rule.status),
        _rows(turns, order, language),
        nobody=_("Nobody lays a wreath: the running order has no wreath laid by somebody who holds a place."),
    )


def listing(order: EventOrder, categories: Sequence[GuestCategory], language: str) -> Listing:
    """Return everybody as a text names them: by category where there are some, then by the order (R103)."""
    names = {each.pk: wording(each.names, language).text for each, _depth in nested(categories)}
    rest = _("Without a category")
    by_ref = {entry.ref: names.get(entry.who.category or 0, rest) for entry in order.entries}
    turns = rules.listing(
        order.places,
        order.profile,
        categories=by_ref if names else None,
        category_order=[*names.values(), rest],
    )
    rule = order.profile.settings.listing
    return Listing(
        "listing",
        _("Listing in a text"),
        "R103",
        _founded(str(DIRECTIONS[rule.value]), rule.status),
        list(_by_category(turns, by_ref, order, language)) if names else _rows(turns, order, language),
    )


def _by_category(
    turns: Iterable[rules.Turn], by_ref: Mapping[str, str], order: EventOrder, language: str
) -> Iterator[Row | Group]:
    """The rows under the names of their categories, which are no reason of each row any more."""
    for category, members in groupby(turns, key=lambda turn: by_ref[turn.guest]):
        yield Group(category)
        yield from _rows((replace(turn, reasons=turn.reasons[1:]) for turn in members), order, language)


def anthems(event: Event, order: EventOrder, language: str) -> Listing:
    """Return the anthems in their order (R46)."""
    found = state_rows.anthems_of(event, order, language)
    return Listing(
        "anthems",
        _("Anthems"),
        "R46",
        _founded("", order.profile.settings.anthems.status),
        [_state_row(entry.code, entry.name, entry.place, entry.reasons) for entry in found.entries],
        notes=[reason_line(reason) for reason in found.reasons],
        nobody=_("No state is known: name the host state in the settings of the order."),
    )


def flags(event: Event, order: EventOrder, language: str) -> list[Listing]:
    """Return the rows of flags, from the public's left to the right (R47-R49)."""
    return [
        Listing(
            f"flags-{number}",
            _("Flags: %(heading)s") % {"heading": stand.heading},
            "R47–R49",
            _("From the public's left to the right."),
            [
                _state_row(place.flag.code, place.flag.name, place.from_left, place.reasons)
                for place in stand.row.positions
            ],
            notes=[reason_line(reason) for reason in stand.row.reasons],
        )
        for number, stand in enumerate(state_rows.stands_of(event, order, language), start=1)
    ]


def _falling() -> str:
    return str(DIRECTIONS[Direction.FALLING])


def _founded(direction: str, status: Status) -> str:
    parts = (direction, _("Status of the rule: %(status)s.") % {"status": FOUNDED[status]})
    return " ".join(part for part in parts if part)


def _rows(turns: Iterable[rules.Turn], order: EventOrder, language: str) -> list[Row]:
    """The turns with their reasons; the order of the event says who each is."""
    rows = []
    for turn in turns:
        entry = order.by_ref[turn.guest]
        person = Person(entry.who.name, office=wording(entry.title, language).text, state=entry.state.lower())
        place = NO_TURN if turn.position is None else str(turn.position)
        rows.append(Row(entry.who.code, entry.who.name, [person, _why(turn.reasons)], place=place))
    return rows


def _state_row(code: str, name: str, place: int, reasons: Sequence[Reason]) -> Row:
    return Row(code, name, [Person(name, state=code.lower()), _why(reasons)], place=str(place))


def _why(reasons: Sequence[Reason]) -> Cell:
    words = " ".join(in_words(reason) for reason in reasons)
    if any(reason.is_open for reason in reasons):
        return Mark(Shape.CAREFUL, words, Tone.CAREFUL)
    return Text(words)
