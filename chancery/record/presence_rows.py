"""Who was there, as the page shows it: everybody by precedence, the filters, and the counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import rows
from chancery.base.cldr import state_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed, wording
from chancery.base.parts import Choice, Column, Filter
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import GuestCategory, Matter, Participation
from chancery.events.people_rows import ACTUAL, PLANNED
from chancery.record import claim_words
from chancery.record.queries.counted import Came
from chancery.record.queries.presence import Somebody, can_be_noted
from chancery.rules.presence import Presence

Actual = Participation.Actual
NONE, OPEN, PROPOSED = "none", "open", "proposed"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is asked for: a capacity, a category by its key, and what is known, each empty for all."""

    capacity: str = ""
    category: str = ""
    known: str = ""

    @classmethod
    def asked(cls, sent: Mapping[str, str]) -> "Narrowing":
        """Read what an address asks for."""
        return cls(*(sent.get(name, "") for name in ("capacity", "category", "known")))

    def holds(self, each: Somebody) -> bool:
        """Whether somebody is asked for."""
        return (
            self.capacity in {"", each.who.capacity}
            and self.category in {"", str(each.who.category or NONE)}
            and self._is_known(each)
        )

    def _is_known(self, each: Somebody) -> bool:
        if self.known == OPEN:
            return not each.known.actual and can_be_noted(each)
        if self.known == PROPOSED:
            return bool(each.known.proposed)
        return self.known in {"", each.known.actual}


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category: how many of it were there by name, whether it is reported, its states and claimed sizes."""

    name: str
    named: int
    reported: str
    shape: Shape
    states: str
    sizes: Sequence[str]


def columns() -> list[Column]:
    """The columns of the list."""
    return [
        Column(_("Who")),
        Column(_("Capacity")),
        Column(_("Category")),
        Column(_("Planned")),
        Column(_("In fact")),
    ]


def rows_of(
    office: EventOffice, people: Iterable[Somebody], came: Mapping[int, Came], proposed: Mapping[int, str]
) -> list[rows.Row]:
    """The rows of the list in the reader's words, with what the doors counted and let propose."""
    may_edit = office.may(Right.RECORD_EDIT)
    return [
        _row(office, each, came.get(each.who.key), proposed.get(each.who.key, ""), may_edit=may_edit)
        for each in people
    ]


def _row(office: EventOffice, each: Somebody, came: Came | None, by_door: str, *, may_edit: bool) -> rows.Row:
    who = each.who
    person = rows.Person(
        who.name,
        url=address(office, "record:presence-of", who=who.code) if may_edit else "",
        office=each.title,
        state=each.state.lower(),
        note=" · ".join(_notes(each, came)),
    )
    capacity = str(Participation.Capacity(who.capacity).label)
    cells: list[rows.Cell] = [
        person,
        rows.Text(capacity),
        rows.Text(each.category),
        _planned(who.planned),
        _actual(each, by_door),
    ]
    return rows.Row(who.code, who.name, cells)


def _notes(each: Somebody, came: Came | None) -> Iterator[str]:
    if came:
        yield came.in_words
    if came and came.is_in_doubt:
        yield _("two doors do not agree")
    if each.represents:
        yield _("represents %(name)s") % {"name": each.represents}
    for name in each.represented_by:
        yield _("represented by %(name)s") % {"name": name}
    if each.known.reason:
        yield each.known.reason
    if each.known.source:
        yield _("according to %(source)s") % {"source": each.known.source}


def _planned(value: str) -> rows.Cell:
    if not value:
        return rows.Text("")
    shape, tone = PLANNED[value]
    return rows.Mark(shape, str(Participation.Planned(value).label), tone)


def _actual(each: Somebody, by_door: str) -> rows.Cell:
    known = each.known
    if by_door:
        return rows.Mark(
            Shape.HALF, _("at the doors: %(word)s") % {"word": Actual(by_door).label}, Tone.CAREFUL
        )
    if known.proposed and not known.actual:
        word = _("proposed: %(word)s") % {"word": Actual(known.proposed).label}
        return rows.Mark(Shape.HALF, word, Tone.CAREFUL)
    if not known.actual and not can_be_noted(each):
        return rows.Text(_("not counted"))
    shape, tone = ACTUAL[known.actual]
    return rows.Mark(shape, str(Actual(known.actual).label), tone)


def filters_of(people: Sequence[Somebody], asked: Narrowing) -> list[Filter]:
    """What the list can be narrowed by: only what occurs in it."""
    capacities = {each.who.capacity for each in people}
    categories = {str(each.who.category): each.category for each in people if each.who.category}
    known = {each.known.actual for each in people if each.known.actual}
    return [
        Filter(
            "known",
            _("In fact"),
            [
                Choice(OPEN, _("not entered yet"), asked.known == OPEN),
                Choice(PROPOSED, _("proposed from the reply"), asked.known == PROPOSED),
                *(
                    Choice(value, str(label), asked.known == value)
                    for value, label in Actual.choices
                    if value in known
                ),
            ],
        ),
        Filter(
            "category",
            _("Category"),
            [
                *(Choice(key, name, asked.category == key) for key, name in categories.items()),
                Choice(NONE, _("none"), asked.category == NONE),
            ],
        ),
        Filter(
            "capacity",
            _("Capacity"),
            [
                Choice(value, str(label), asked.capacity == value)
                for value, label in Participation.Capacity.choices
                if value in capacities
            ],
        ),
    ]


def bulk_choices() -> list[Choice]:
    """What can be noted of the ticked rows."""
    labels = dict(Participation.Actual.choices)
    noted = [value for value in Actual.values if value not in {Actual.UNKNOWN, Actual.NOT_PRESENT}]
    return [
        *(Choice(value, str(labels[value])) for value in noted),
        Choice("confirm", _("as proposed")),
        Choice("unknown", _("not known")),
    ]


def category_lines(
    categories: Sequence[GuestCategory], sizes: Mapping[int, Sequence[Matter]], presence: Presence
) -> list[CategoryLine]:
    """The categories in their order, each with what is known of it."""
    language = get_language() or "en"
    return [
        CategoryLine(
            name=wording(each.names, language).text,
            named=presence.by_category[str(each.pk)],
            reported=_reported(each.was_present),
            shape={True: Shape.YES, False: Shape.NO, None: Shape.UNSET}[each.was_present],
            states=listed(state_in_words(code, language) for code in each.states),
            sizes=[
                words for matter in sizes.get(each.pk, ()) for words in claim_words.sizes_in_words(matter)
            ],
        )
        for each in categories
    ]


def _reported(was_present: bool | None) -> str:
    if was_present is None:
        return _("not known")
    return _("present") if was_present else _("not present")


def state_counts(presence: Presence) -> list[tuple[str, int]]:
    """How many came from which state, most first; whose state is not known are left out."""
    language = get_language() or "en"
    known = [(state_in_words(code, language), count) for code, count in presence.by_state.items() if code]
    return sorted(known, key=lambda pair: (-pair[1], pair[0]))
