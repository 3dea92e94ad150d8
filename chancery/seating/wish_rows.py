"""Wishes and pairs kept apart as the rows of lists, and the kinds of wishes in their order."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import Column
from chancery.base.rows import Cell, Mark, Person, Row, Text
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.rules.seating.plan import WishKind
from chancery.seating.models import Apart, Plan, Wish
from chancery.seating.queries.apart import names_of_people
from chancery.seating.queries.wished import names_of_guests, wish_in_words

# The order in which the house weighs what a plan gives up, from the most important kind down.
HOUSE_ORDER = (
    WishKind.WHEELCHAIR,
    WishKind.INTERPRETER,
    WishKind.IN_ZONE,
    WishKind.PRECEDENCE,
    WishKind.COUPLE,
    WishKind.NEAR_STAGE,
    WishKind.DELEGATION,
    WishKind.ALTERNATE,
    WishKind.NO_WOMAN_AT_END,
    WishKind.LANGUAGE,
    WishKind.BALANCE,
)


def columns() -> list[Column]:
    """The heads of the list of wishes."""
    return [Column(_("Wish")), Column(_("How much it counts")), Column(_("Reason"))]


def rows_of(office: EventOffice, wishes: Sequence[Wish], language: str) -> list[Row]:
    """One row for each wish, rules first."""
    names = names_of_guests(wishes, language)
    return [_row(office, wish, names, language) for wish in wishes]


def _row(office: EventOffice, wish: Wish, names: Mapping[int, str], language: str) -> Row:
    words = wish_in_words(wish, names, language)
    kind = str(wish.get_kind_display())
    url = address(office, "seating:change-wish", wish=wish.code) if office.may(Right.SEATING_EDIT) else ""
    weight = _("weight %(weight)s") % {"weight": wish.weight}
    counts = Mark(Shape.SQUARE, _("must be kept"), Tone.CAREFUL) if wish.is_hard else Mark(Shape.OPEN, weight)
    cells: list[Cell] = [Person(words, url, office=kind), counts, Text(wish.reason)]
    return Row(key=wish.code, name=words, cells=cells)


def columns_of_pairs() -> list[Column]:
    """The heads of the list of pairs."""
    return [Column(_("Kept apart")), Column(_("How far")), Column(_("Holds")), Column(_("Counts"))]


def rows_of_pairs(pairs: Sequence[Apart], url_of: dict[str, str], language: str) -> list[Row]:
    """One row for each pair; `url_of` leads to the form of a pair, by its code."""
    names = names_of_people(pairs, language)
    return [
        Row(
            key=pair.code,
            name=pair_in_words(pair, names, language),
            cells=[
                Person(pair_in_words(pair, names, language), url_of.get(pair.code, "")),
                Text(str(pair.get_distance_display())),
                Text(_days(pair, language)),
                Mark(Shape.SQUARE, _("must be kept"), Tone.CAREFUL)
                if pair.is_hard
                else Mark(Shape.OPEN, _("a heavy wish")),
            ],
        )
        for pair in pairs
    ]


def pair_in_words(pair: Apart, names: Mapping[int, str], language: str) -> str:
    """Both names of a pair."""
    sides = {"one": _side(pair, "", names, language), "other": _side(pair, "other_", names, language)}
    return _("%(one)s and %(other)s") % sides


def _side(pair: Apart, prefix: str, names: Mapping[int, str], language: str) -> str:
    person, body = getattr(pair, f"{prefix}person"), getattr(pair, f"{prefix}body")
    if person:
        return names.get(person.pk) or str(person)
    if body:
        return wording(body.names, language).text or str(body)
    return cldr.state_in_words(getattr(pair, f"{prefix}state"), language)


def _days(pair: Apart, language: str) -> str:
    begins = cldr.day_in_words(pair.begins, language) if pair.begins else ""
    ends = cldr.day_in_words(pair.ends, language) if pair.ends else ""
    if begins and ends:
        return _("from %(begins)s to %(ends)s") % {"begins": begins, "ends": ends}
    if begins:
        return _("from %(begins)s on") % {"begins": begins}
    return _("until %(ends)s") % {"ends": ends} if ends else _("always")


def kinds_by_importance(plan: Plan) -> dict[str, str]:
    """The kinds of wishes of the house from the most to the least important, with what they are called."""
    stated = [kind for kind in plan.importance if kind in HOUSE_ORDER]
    order = [*stated, *(kind for kind in HOUSE_ORDER if kind not in stated)]
    names = names_of_kinds()
    return {str(kind): names[WishKind(kind)] for kind in order}


def names_of_kinds() -> dict[WishKind, str]:
    """What the wishes of the house are called."""
    return {
        WishKind.WHEELCHAIR: _("A place for a wheelchair"),
        WishKind.INTERPRETER: _("Interpreters behind or beside their principals"),
        WishKind.IN_ZONE: _("Categories in their zones"),
        WishKind.LANGUAGE: _("Company with a common language"),
        WishKind.COUPLE: _("Couples as the plan seats them"),
        WishKind.NEAR_STAGE: _("Speakers near the way to the stage"),
        WishKind.DELEGATION: _("Delegations together"),
        WishKind.ALTERNATE: _("Women and men in turn"),
        WishKind.NO_WOMAN_AT_END: _("No woman at the end of a table"),
        WishKind.PRECEDENCE: _("Nobody far from the own place in the order"),
        WishKind.BALANCE: _("As many women as men at each table"),
    }
