"""The wishes of a plan as phrases within a reason."""

from collections.abc import Mapping, Sequence

from chancery.rules.reasons import Phrase, gettext_noop
from chancery.rules.seating.house import ONE_TABLE, PLACES
from chancery.rules.seating.plan import Couples, Kept, Problem, Wish, WishKind

_OF_COUPLES: Mapping[Couples, str] = {
    Couples.TOGETHER: gettext_noop("%(one)s and %(other)s side by side, as a couple"),
    Couples.APART: gettext_noop("%(one)s and %(other)s at one table but not side by side, as a couple"),
    Couples.OTHER_TABLES: gettext_noop("%(one)s and %(other)s at different tables, as a couple"),
    Couples.NEXT_NUMBER: gettext_noop(
        "%(one)s and %(other)s in seats with neighbouring numbers, as a couple"
    ),
}
_ONE_TABLE = gettext_noop("%(one)s and %(other)s at one table, as a couple")
_IN_PLACE = gettext_noop("the seat at this table that the order of precedence gives")
_OF_HOUSE: Mapping[WishKind, str] = {
    WishKind.PRECEDENCE: gettext_noop("the table or row that the order of precedence gives"),
    WishKind.ALTERNATE: gettext_noop("women and men in turn: %(one)s beside %(other)s"),
    WishKind.NO_WOMAN_AT_END: gettext_noop("no woman at the end of a table"),
    WishKind.DELEGATION: gettext_noop("the delegation at one table or in one row"),
    WishKind.LANGUAGE: gettext_noop("company with a common language at the table"),
    WishKind.BALANCE: gettext_noop("about as many women as men at the table"),
    WishKind.NEAR_STAGE: gettext_noop("near the way to the stage, as a speaker"),
    WishKind.IN_ZONE: gettext_noop("in the zone of the own category"),
    WishKind.WHEELCHAIR: gettext_noop("a place for a wheelchair"),
    WishKind.INTERPRETER: gettext_noop("%(other)s behind or beside %(one)s, to interpret"),
    WishKind.APART: gettext_noop("%(one)s and %(other)s at different tables or rows"),
    WishKind.NOT_BESIDE: gettext_noop("%(one)s and %(other)s not side by side"),
    WishKind.STATES_APART: gettext_noop("%(one)s and %(other)s not side by side"),
    WishKind.TOGETHER: gettext_noop("at one table or in one row"),
    WishKind.BESIDE: gettext_noop("%(one)s and %(other)s side by side"),
    WishKind.AT_UNIT: gettext_noop("at a certain table or row"),
    WishKind.AT_AISLE: gettext_noop("at an aisle"),
    WishKind.COUPLE: gettext_noop("couples as the form of the plan asks"),
}


def wish_in_words(wish: Wish, kept: Kept, problem: Problem) -> str:
    """
    What was asked for, as a phrase.

    Shape: the words of a wish of the office as it has them; what nobody may read is never asked for here.
    """
    if wish.words:
        return wish.words
    names = names_of(kept.who, problem)
    values = dict(zip(("one", "other"), names, strict=False))
    template = _template(wish, problem)
    if "%(other)s" in template and len(names) != 2:
        template = _OF_HOUSE[WishKind.DELEGATION]
    return Phrase(template, **values)


def _template(wish: Wish, problem: Problem) -> str:
    if wish.id == PLACES:
        return _IN_PLACE
    if wish.id == ONE_TABLE and problem.settings.couples is not Couples.OTHER_TABLES:
        return _ONE_TABLE
    if wish.kind is WishKind.COUPLE:
        return _OF_COUPLES.get(problem.settings.couples, _OF_HOUSE[wish.kind])
    return _OF_HOUSE[wish.kind]


def names_of(who: Sequence[str], problem: Problem) -> list[str]:
    """The names of sitters in the given order."""
    by_id = {sitter.id: sitter.name for sitter in problem.sitters}
    return [by_id[each] for each in who if each in by_id]
