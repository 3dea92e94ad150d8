"""What seating takes and gives: who is to be seated, by which form and wishes; seats with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.reasons import Reason
from chancery.rules.seating.room import Reserve, Room

type Placing = Mapping[str, str]
"""The seat of each sitter who has one: id of the sitter → id of the seat; no seat twice."""

NOBODY: Placing = MappingProxyType({})


class Sex(StrEnum):
    """Asked only by alternation and the mixed forms, which are settings (R58); never guessed from a name."""

    UNKNOWN = ""
    WOMAN = "f"
    MAN = "m"


class Part(StrEnum):
    """What somebody is at the table beside being a guest."""

    GUEST = "guest"
    HOST = "host"
    CO_HOST = "co-host"
    GUEST_OF_HONOUR = "guest-of-honour"
    PRESIDING = "presiding"
    INTRODUCER = "introducer"
    INTERPRETER = "interpreter"
    SECRETARY = "secretary"


class Style(StrEnum):
    """Where the hosts sit at a long table (R53)."""

    FRENCH = "french"
    ENGLISH = "english"


class System(StrEnum):
    """How places are counted about two presidencies (R54, R55)."""

    CROSS = "cross"
    CLOCK = "clock"
    ONE_PRESIDENCY = "one-presidency"
    HONOUR_OPPOSITE = "honour-opposite"
    TWO_DELEGATIONS = "two-delegations"


class Couples(StrEnum):
    """How couples sit (R58, R66, R67, R72): apart is side by side never, but at one table."""

    FREE = "free"
    TOGETHER = "together"
    APART = "apart"
    OTHER_TABLES = "other-tables"
    NEXT_NUMBER = "next-number"
    OWN_BLOCK = "own-block"


class Yielding(StrEnum):
    """How the host gives up the presidency (R35)."""

    NO = ""
    FREELY = "freely"
    FORCED = "forced"


@dataclass(frozen=True, slots=True)
class Settings:
    """
    The form of one plan.

    Shape: by rank only where nothing else is set. `alternates` asks for women and men in turn (R58);
    `first_lady_left` puts the first woman at the host's left (R56, SE22). `row_of_honour` is the number of
    the first row by rank (R74). `lists` is the order in which several lists take turns (R37), empty for one
    list. `group_zones` gives each category of sitters a zone (R75). `numbered_rows` bounds the rows whose
    seats are given by name, 0 for all (R75); the rest are zones. `importance` are the kinds of wishes from
    the most to the least important.
    """

    style: Style = Style.FRENCH
    system: System = System.CROSS
    couples: Couples = Couples.FREE
    alternates: bool = False
    first_lady_left: bool = False
    yielding: Yielding = Yielding.NO
    row_of_honour: int = 1
    numbered_rows: int = 0
    lists: tuple[str, ...] = ()
    group_zones: Mapping[str, str] = field(default_factory=dict)
    importance: tuple["WishKind", ...] = ()


@dataclass(frozen=True, slots=True)
class Sitter:
    """
    Somebody to be seated.

    Shape: `id` is unique in a plan. `place` is that of the order of precedence, from 1, the same for a tie;
    None for somebody without a place, who comes after all others; `number` breaks ties and counts from 1
    through all sitters: no two have the same. A companion without an own rank has the place of the one he or
    she comes with (R31, R57). `partner` is the id of the partner where both are seated; `party` the id of the
    guest whose party it is. `interprets` is the id of the principal. `body` and `state` say for whom somebody
    sits; `delegation` those who sit together, "" for none. `languages` are codes, empty where nothing is
    known. `band` is a band of rank of the office (R76). `speaks` marks speakers (R75).
    """

    id: str
    name: str
    number: int
    place: int | None = None
    part: Part = Part.GUEST
    sex: Sex = Sex.UNKNOWN
    partner: str = ""
    party: str = ""
    interprets: str = ""
    state: str = ""
    body: str = ""
    delegation: str = ""
    category: str = ""
    list_name: str = ""
    band: str = ""
    languages: frozenset[str] = frozenset()
    needs_wheelchair: bool = False
    speaks: bool = False


class WishKind(StrEnum):
    """What a wish asks for."""

    PRECEDENCE = "precedence"
    APART = "apart"
    NOT_BESIDE = "not-beside"
    TOGETHER = "together"
    BESIDE = "beside"
    AT_UNIT = "at-unit"
    IN_ZONE = "in-zone"
    NEAR_STAGE = "near-stage"
    AT_AISLE = "at-aisle"
    COUPLE = "couple"
    ALTERNATE = "alternate"
    NO_WOMAN_AT_END = "no-woman-at-end"
    DELEGATION = "delegation"
    LANGUAGE = "language"
    BALANCE = "balance"
    WHEELCHAIR = "wheelchair"
    INTERPRETER = "interpreter"
    STATES_APART = "states-apart"


@dataclass(frozen=True, slots=True)
class Wish:
    """
    One thing asked of the plan.

    Shape: `id` is unique in a problem; those of the house ("house:language") are made from the settings,
    those of the office carry the key of their row. `who` are ids of sitters, two for a pair; `where` is the
    id of a unit or the name of a zone. A hard wish is a rule: a plan without it is no plan. `weight` is the
    cost of giving it up, in the measure of one place of precedence. `is_discreet` marks what few may read:
    its reason is told as "a wish of the office".
    `rule` is the number of the rule that it follows, "" for none.
    """

    id: str
    kind: WishKind
    who: tuple[str, ...] = ()
    where: str = ""
    is_hard: bool = False
    weight: int = 1
    words: str = ""
    rule: str = ""
    is_discreet: bool = False


@dataclass(frozen=True)
class Problem:
    """
    A plan to be made.

    Shape: `sitters` by `number`, each id once; `locked` are seats that stay; `reserves` hold seats back.
    """

    room: Room
    sitters: tuple[Sitter, ...]
    settings: Settings = field(default_factory=Settings)
    wishes: tuple[Wish, ...] = ()
    locked: Placing = NOBODY
    reserves: tuple[Reserve, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """
    A wish and whether a placing keeps it.

    Shape: `cost` is 0 for a wish that is kept; `who` are the sitters whom it concerns in this placing.
    """

    wish: str
    kind: WishKind
    is_hard: bool
    cost: int
    who: tuple[str, ...] = ()

    @property
    def is_kept(self) -> bool:
        return self.cost == 0


@dataclass(frozen=True, slots=True)
class Solution:
    """
    A plan.

    Shape: `placing` holds a seat for each sitter but those of `unseated`, for whom there is none, with the
    reason. `kept` tells every wish. `bound` is a cost that no plan goes below, None where none was proven;
    `is_proven` says that no better plan exists. `conflicts` are smallest sets of ids of wishes and rules that
    cannot all be met; empty where nothing hard had to be given up. `is_blame_proven` says
    that no smaller set is to blame. `reasons` hold what forms and solver
    decided, by sitter. Equal problems with an equal seed and number of steps give equal solutions.
    """

    placing: Placing
    cost: int
    kept: tuple[Kept, ...] = ()
    bound: int | None = None
    is_proven: bool = False
    unseated: Mapping[str, Reason] = field(default_factory=dict)
    conflicts: tuple[tuple[str, ...], ...] = ()
    is_blame_proven: bool = True
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    steps: int = 0


class NoSuchSitter(LookupError):
    """An id that the problem does not hold."""
