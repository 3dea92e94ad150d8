"""The keys by which guests are compared, and the sentences for what a key decides."""

from enum import Enum
from typing import Final

from chancery.rules.reasons import gettext_noop


class Measure(Enum):
    """
    How the values of a key compare.

    `BOUNDS` that overlap without being equal are undecidable, and so are labels that differ (`APART`).
    """

    EXACT = 1
    BOUNDS = 2
    APART = 3


LEVEL: Final = "level"
RANK: Final = "rank"
PART: Final = "part"
ROW: Final = "row"
GROUP: Final = "group"
OWN_RIGHT: Final = "own-right"
SERVICE: Final = "service"
FOREIGN: Final = "foreign"
LOCAL: Final = "local"
DEAN: Final = "dean"
HOLY_SEE: Final = "holy-see"
CLASS: Final = "class"
POST: Final = "post"
LATER_DATE: Final = "later-date"
DATE: Final = "date"
NUMBER: Final = "number"
ALPHABET: Final = "alphabet"
LOT: Final = "lot"
SPOUSE: Final = "spouse"

_APART: Final = frozenset({ROW, GROUP, POST, LATER_DATE})
_BOUNDS: Final = frozenset({DATE, NUMBER})


def measure_of(key: str) -> Measure:
    """How a key compares."""
    if key in _BOUNDS:
        return Measure.BOUNDS
    return Measure.APART if key in _APART else Measure.EXACT


# Said to the guests who differ from others of the same rank by this value of the key.
SPLITS: Final[dict[tuple[str, str | None], str]] = {
    (OWN_RIGHT, "0"): gettext_noop("Present in own right: comes before those who act for somebody."),
    (OWN_RIGHT, "1"): gettext_noop(
        "Acts for somebody: comes after those of the rank who are present in own right."
    ),
    (SERVICE, "0"): gettext_noop("In active service: comes before those of equal rank who are on leave."),
    (SERVICE, "1"): gettext_noop("On leave: yields to those of equal rank in active service."),
    (FOREIGN, "0"): gettext_noop("A foreign guest: comes before nationals of equal rank."),
    (FOREIGN, "1"): gettext_noop("Serves abroad: comes before compatriots of equal rank at home."),
    (LOCAL, "0"): gettext_noop("From the place of the act: comes before others of the same rank."),
    (DEAN, "0"): gettext_noop("Dean of the diplomatic corps: stands first among the ambassadors."),
    (HOLY_SEE, "0"): gettext_noop(
        "Represents the Holy See, whom the practice of the host state places first."
    ),
    (ALPHABET, None): gettext_noop("Stands in the order of the states under the name “%(shown)s”."),
    (LOT, None): gettext_noop("Set apart by lot, drawn with “%(shown)s”."),
}

# Said to guests who stand apart from others: nothing compares them.
APART: Final[dict[str, str]] = {
    ROW: gettext_noop(
        "Rank %(shown)s also holds %(others)s in another office; the table does not order these offices."
    ),
    GROUP: gettext_noop("Groups placed without a rank are not ordered among themselves: %(others)s."),
    POST: gettext_noop(
        "The head of a mission or post notifies its order; nothing orders %(shown)s against %(others)s."
    ),
    LATER_DATE: gettext_noop(
        "Same date as %(others)s; the %(what)s would decide and is not recorded for everybody."
    ),
}
