"""A protocol profile: the table and the conventions of a host state, house or tradition, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chancery.rules.precedence.settings import Settings, Status
from chancery.rules.precedence.values import Act, Basis
from chancery.rules.reasons import Named

# Texts by language; "en" is always there.
Texts = Mapping[str, str]


class Whose(StrEnum):
    """Whose offices a row takes, seen from the state of the table."""

    ANY = ""
    OWN = "own"
    FOREIGN = "foreign"


class Where(StrEnum):
    """
    Where an office has to be held for a row to take it (R22).

    `PRESIDENCY` asks whether it is the turn of the state in the rotation of the profile (R39).
    """

    ANY = ""
    OWN_TERRITORY = "own-territory"
    ELSEWHERE = "elsewhere"
    ABROAD = "abroad"
    PRESIDENCY = "presidency"


class Accredited(StrEnum):
    """To whom a head of mission has to be accredited for a row to take him (R34)."""

    ANY = ""
    HERE = "here"
    ELSEWHERE = "elsewhere"


class Level(StrEnum):
    """Whose rank a row is; the ranks of the State may not be changed among themselves (R19)."""

    STATE = "state"
    REGION = "region"
    LOCAL = "local"


class OrderKey(StrEnum):
    """By what the holders of one rank are ordered among themselves."""

    CLASS = "class"
    HOLY_SEE = "holy-see"
    DEAN = "dean"
    TAKING_UP = "taking-up"
    TAKING_CHARGE = "taking-charge"
    LATEST_CHARGE = "latest-charge"
    CREDENTIALS = "credentials"
    ARRIVAL = "arrival"
    EXEQUATUR = "exequatur"
    COMMISSION = "commission"
    APPOINTMENT = "appointment"
    ELECTION = "election"
    FIRST_ELECTION = "first-election"
    TAKING_OFFICE = "taking-office"
    FOUNDATION = "foundation"
    HEADS_OF_STATE = "heads-of-state"
    NUMBER = "number"
    NOTIFIED = "notified"
    ROTATION = "rotation"
    LOCAL_FIRST = "local-first"
    ALPHABET = "alphabet"
    UN_NAMES = "un-names"
    OWN_NAMES = "own-names"


@dataclass(frozen=True, slots=True)
class Source:
    """What a profile was read in."""

    title: str
    address: str = ""

    def __str__(self) -> str:
        return f"{self.title}, {self.address}" if self.address else self.title


@dataclass(frozen=True, slots=True)
class Scope:
    """
    For which acts a table was made.

    Shape: `state` is the code of the state of the table, empty for any; `places` the towns and regions,
    empty for any; `text` says in words how much of the table is here.
    """

    state: str = ""
    places: tuple[str, ...] = ()
    act: Act | None = None
    text: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """
    One rank of a table, or a part of one.

    Shape: `rank` is text ("5A"); rows of the same rank stand together and are not ordered among themselves
    unless their `part` differs or they are joined: then their holders are ordered as one list. A row takes
    an office by its title, or by its class unless `by_title`; `exact_titles` count only as the whole text.
    `states` are the codes of the only states it takes offices of, empty for any.
    `order_by` orders the holders, first key first. `sequence` lists states, territories, bodies or words of
    a title in the fixed order that the key `number` follows; "|" parts the spellings of one place.
    """

    rank: str
    name: Texts
    part: int = 0
    is_joined: bool = False
    classes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    exact_titles: tuple[str, ...] = ()
    by_title: bool = False
    bases: tuple[Basis, ...] = (Basis.FULL,)
    whose: Whose = Whose.ANY
    states: tuple[str, ...] = ()
    where: Where = Where.ANY
    accredited: Accredited = Accredited.ANY
    is_head: bool | None = None
    level: Level = Level.STATE
    order_by: tuple[OrderKey, ...] = ()
    sequence: tuple[str, ...] = ()
    status: Status = Status.VERIFIED
    source: str = ""
    rule: str = ""

    def words(self, language: str) -> Named:
        """The name of the row in a language, or in English."""
        return Named(self.name, language)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about every order made by a profile."""

    text: Texts
    rule: str = ""
    source: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Rotation:
    """States that take turns, each for `months` months, the first from `starts` ("2017-01") on."""

    starts: str
    months: int
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """
    One version of a protocol profile.

    Shape: `rows` in falling rank; `sources` by the short key that rows and settings name.
    """

    key: str
    names: Texts
    version: str
    status: Status
    scope: Scope
    rows: tuple[Row, ...]
    settings: Settings
    sources: Mapping[str, Source]
    valid_from: str = ""
    rule: str = "R17"
    notes: tuple[Note, ...] = ()
    rotation: Rotation | None = None

    def __hash__(self) -> int:
        return hash((self.key, self.version))

    def words(self, language: str) -> Named:
        """The name of the profile in a language, or in English."""
        return Named(self.names, language)

    def source(self, key: str) -> str:
        """Title and address of a source; empty for an empty key."""
        return str(self.sources[key]) if key else ""
