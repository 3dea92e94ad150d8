"""Why one guest comes before another."""

from itertools import zip_longest

from chancery.rules.precedence.keys import Measure, measure_of
from chancery.rules.precedence.notes import UNKNOWN
from chancery.rules.precedence.values import Ground, Grounds, Order
from chancery.rules.reasons import Reason, gettext_noop

COMPARED = gettext_noop("%(first)s comes before %(second)s: %(what)s %(shown)s against %(other)s.")
BY_RANK = gettext_noop("%(first)s comes before %(second)s: rank %(shown)s against rank %(other)s.")
BY_DATE = gettext_noop("%(first)s comes before %(second)s: %(what)s on %(shown)s against %(other)s.")
BY_KNOWN_DATE = gettext_noop(
    "%(first)s comes before %(second)s: the date of %(what)s is known of the first only."
)
BY_LEVEL = gettext_noop("%(first)s %(shown)s, %(second)s %(other)s.")
BY_PERSON = {
    "own-right": gettext_noop("%(first)s is present in own right, %(second)s acts for somebody."),
    "service": gettext_noop("%(first)s is in active service, %(second)s on leave."),
    "foreign": gettext_noop(
        "%(first)s comes before %(second)s: foreign guests and those who serve abroad first."
    ),
    "local": gettext_noop("%(first)s is from the place of the act, %(second)s is not."),
    "dean": gettext_noop("%(first)s is dean of the diplomatic corps."),
    "holy-see": gettext_noop("%(first)s represents the Holy See, whom this practice places first."),
    "class": gettext_noop("%(first)s comes before %(second)s by class: %(shown)s against %(other)s."),
    "part": gettext_noop("%(first)s comes before %(second)s inside the rank: %(shown)s, then %(other)s."),
    "number": gettext_noop("%(first)s comes before %(second)s: %(what)s %(shown)s against %(other)s."),
    "alphabet": gettext_noop("%(first)s comes before %(second)s by the alphabet: %(shown)s, %(other)s."),
    "lot": gettext_noop("%(first)s comes before %(second)s by lot, drawn with “%(shown)s”."),
    "spouse": gettext_noop("%(second)s takes the rank of a partner and stands behind it."),
}
UNDECIDABLE = gettext_noop(
    "Whether %(first)s or %(second)s comes first is undecidable: %(what)s %(shown)s, and %(other)s."
)
NO_RULE = gettext_noop("No rule orders %(first)s and %(second)s among themselves.")
SHARED = gettext_noop("%(first)s and %(second)s share a place: nothing recorded sets them apart.")
WITHOUT_PLACE = gettext_noop("%(second)s holds no place.")


class NotOnTheList(KeyError):
    """The id asked for is not on the list."""


def compare(order: Order, first: str, second: str) -> Reason:
    """
    Say what decides between two guests.

    Shape: one reason; where the second comes before the first the two are exchanged, so that the sentence
    always begins with the one who comes first. A move, the part in the act or combing decides before rank.
    Ties: a shared place gives a reason that says so, open where it is undecidable.
    Errors: NotOnTheList for an id that the order does not hold.
    """
    try:
        one, other = order.why[first], order.why[second]
    except KeyError as error:
        raise NotOnTheList(str(error.args[0])) from None
    if _place(other) < _place(one):
        one, other = other, one
    names = {"first": one.name, "second": other.name}
    if other.place is None:
        return other.decided or Reason(WITHOUT_PLACE, names, rule="R8")
    if one.place != other.place and (decided := one.decided or other.decided):
        return decided
    return _by_grounds(one, other, names)


def _place(grounds: Grounds) -> int:
    return grounds.place if grounds.place is not None else 1_000_000_000


def _by_grounds(one: Grounds, other: Grounds, names: dict[str, str]) -> Reason:
    for mine, theirs in zip_longest(one.parts, other.parts):
        if mine is None or theirs is None:
            break
        if (mine.low, mine.high) != (theirs.low, theirs.high):
            return _decided(mine, theirs, names)
    return Reason(SHARED, names, rule="R2")


def _decided(mine: Ground, theirs: Ground, names: dict[str, str]) -> Reason:
    measure = measure_of(mine.key)
    if theirs.high < mine.low and measure is not Measure.APART:
        mine, theirs = theirs, mine
        names = {"first": names["second"], "second": names["first"]}
    is_open = measure is Measure.APART or (measure is Measure.BOUNDS and not mine.high < theirs.low)
    values = {**names, "what": mine.what, "shown": mine.shown, "other": theirs.shown}
    return Reason(_sentence(mine, theirs, measure, is_open), values, mine.rule, mine.source, is_open)


def _sentence(mine: Ground, theirs: Ground, measure: Measure, is_open: bool) -> str:
    if is_open:
        return NO_RULE if measure is Measure.APART else UNDECIDABLE
    if mine.key == "date":
        return BY_KNOWN_DATE if theirs.low == UNKNOWN else BY_DATE
    if mine.key == "number" and theirs.low == UNKNOWN:
        return BY_KNOWN_DATE
    return {"level": BY_LEVEL, "rank": BY_RANK, **BY_PERSON}.get(mine.key, COMPARED)
