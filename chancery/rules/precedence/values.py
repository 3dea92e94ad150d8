"""What the engine of precedence takes and gives: guests with offices, the ceremony, places with reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from chancery.rules.dates import PartialDate
from chancery.rules.precedence.classes import OfficeClass
from chancery.rules.reasons import Phrase, Reason, gettext_noop


class Basis(StrEnum):
    """On what basis an office is held."""

    FULL = "full"
    ACTING = "acting"
    CHARGE_AI = "charge-ai"
    CHARGE_EN_PIED = "charge-en-pied"
    DESIGNATE = "designate"
    FORMER = "former"
    HONORARY = "honorary"
    ON_LEAVE = "on-leave"


class StepKind(StrEnum):
    """A dated step by which an office is taken up; `taken_up` is the date where only one is kept."""

    ARRIVAL = "arrival"
    COPY_OF_CREDENTIALS = "copy_of_credentials"
    CREDENTIALS = "credentials"
    PROVISIONAL_ADMISSION = "provisional_admission"
    EXEQUATUR = "exequatur"
    COMMISSION = "commission"
    TAKING_CHARGE = "taking_charge"
    ELECTION = "election"
    APPOINTMENT = "appointment"
    FOUNDATION = "foundation"
    TAKEN_UP = "taken_up"


STEP_NAMES: dict[StepKind, str] = {
    StepKind.ARRIVAL: Phrase(gettext_noop("arrival")),
    StepKind.COPY_OF_CREDENTIALS: Phrase(gettext_noop("copy of the credentials")),
    StepKind.CREDENTIALS: Phrase(gettext_noop("credentials")),
    StepKind.PROVISIONAL_ADMISSION: Phrase(gettext_noop("provisional admission")),
    StepKind.EXEQUATUR: Phrase(gettext_noop("exequatur")),
    StepKind.COMMISSION: Phrase(gettext_noop("presentation of the commission")),
    StepKind.TAKING_CHARGE: Phrase(gettext_noop("taking charge")),
    StepKind.ELECTION: Phrase(gettext_noop("election")),
    StepKind.APPOINTMENT: Phrase(gettext_noop("appointment")),
    StepKind.FOUNDATION: Phrase(gettext_noop("foundation of the body")),
    StepKind.TAKEN_UP: Phrase(gettext_noop("taking up functions")),
}


class StandIn(StrEnum):
    """As what somebody stands in for another: rules on deputies differ by it (R27-R30)."""

    DELEGATE = "delegate"
    INTERIM = "interim"
    STATUTORY = "statutory"
    BY_LAW = "by-law"
    PARLIAMENTARY_SUBSTITUTE = "parliamentary-substitute"


class House(StrEnum):
    """In whose house the act is held (R33)."""

    NONE = ""
    MISSION = "mission"
    HEAD_OF_GOVERNMENT = "head-of-government"
    PRIVATE = "private"


class Act(StrEnum):
    """The kind of act (R18): general acts follow the table, special ones their organiser first."""

    GENERAL = "general"
    SPECIAL = "special"


class Organiser(StrEnum):
    """Who organises the act (R19)."""

    STATE = "state"
    REGION = "region"
    TOWN = "town"
    OTHER = "other"


class Yielding(StrEnum):
    """How a host gives up the presidency (R35)."""

    FREELY = "freely"
    FORCED = "forced"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step, in the local time of the place it was taken at."""

    kind: StepKind
    moment: PartialDate


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """
    An office as somebody holds it.

    Shape: `office_class` is a code of the vocabulary or any wording of it, `title` the office in words;
    the class wins where both are read and contradict each other. `state` is the sending state, empty for
    the guest's. `territory` is the area of a local office. `accredited_to` is the receiving state of a head
    of mission, empty for the state of the ceremony. Steps of one kind may repeat (R5).
    Units: `number` counts from 1 in an order fixed from outside: of ministries, or as a mission notified it.
    """

    office_class: str = ""
    title: str = ""
    body: str = ""
    state: str = ""
    territory: str = ""
    basis: Basis | None = None
    steps: tuple[Step, ...] = ()
    begins: PartialDate | None = None
    ends: PartialDate | None = None
    number: int | None = None
    accredited_to: str = ""
    is_head: bool = True


@dataclass(frozen=True, slots=True)
class Guest:
    """
    Somebody to be placed.

    Shape: `id` is unique in a list. `offices` in any order. `group` places without a rank (R36).
    `spouse_of` is the id of the partner, `partner_office` what the partner holds where he or she is not on
    the list; `is_widowed` says that the partner has died. `represents` is the office stood in for.
    """

    id: str
    name: str
    state: str = ""
    offices: tuple[HeldOffice, ...] = ()
    group: str = ""
    spouse_of: str = ""
    partner_office: HeldOffice | None = None
    is_widowed: bool = False
    represents: HeldOffice | None = None
    represents_as: StandIn = StandIn.DELEGATE
    is_host: bool = False
    yields: Yielding = Yielding.UNKNOWN
    presides: bool = False
    is_guest_of_honour: bool = False
    list_name: str = ""
    accepted_at: PartialDate | None = None


class Side(StrEnum):
    """On which side of its anchor something is placed."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """Where the inviter places a group among the authorities: directly before or after a rank (R36)."""

    group: str
    side: Side
    rank: str


@dataclass(frozen=True, slots=True)
class Ceremony:
    """
    What an order is computed for.

    Shape: `host_state` is the state where the act is held, as a code or a name; `places` its town and
    region. `on` is the day of the act, `as_of` the day whose offices count, None for offices as given.
    `lists` is the order in which several lists take turns (R37). `language` names offices in reasons and
    sets the alphabet, which goes round from `first_seat`, a state, where one is drawn (R42); `seed` draws the
    lot.
    """

    host_state: str = ""
    places: tuple[str, ...] = ()
    house: House = House.NONE
    act: Act = Act.GENERAL
    organiser: Organiser = Organiser.STATE
    on: date | None = None
    as_of: date | None = None
    language: str = "en"
    seed: str = ""
    first_seat: str = ""
    lists: tuple[str, ...] = ()
    group_places: tuple[GroupPlace, ...] = ()
    is_host_state_first: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """
    A place given by hand.

    Shape: `guest` is the id of a guest, or the name of a group; exactly one of `neighbour` (with `side`)
    and `place` says where to. Units: `place` counts from 1.
    """

    guest: str
    reason: str
    neighbour: str = ""
    side: Side = Side.BEFORE
    place: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """
    The place of one guest.

    Shape: `place` counts from 1, the same for a tie, and is None for somebody who holds no place; `rank`
    is the rank of the table or class as the profile writes it, empty for none; `reasons` is never empty.
    `office` is the one that counts, with its class where it has one; `is_barred` marks who may neither stand
    in the line nor speak nor lay a wreath (R28).
    """

    guest: str
    place: int | None
    rank: str
    reasons: tuple[Reason, ...]
    office: HeldOffice | None = None
    office_class: OfficeClass | None = None
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """
    The order of a list, highest first.

    Shape: one `Ranked` a guest, in order; those without a place at the end. `notes` concern the list as a
    whole. `why` holds, for each pair that can be asked for, what `compare` reads.
    """

    ranked: tuple[Ranked, ...]
    notes: tuple[Reason, ...] = ()
    why: "Mapping[str, Grounds]" = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)

    def __len__(self) -> int:
        return len(self.ranked)


class Ground(NamedTuple):
    """
    One thing compared; guests who agree on it are compared on the next.

    Shape: `key` says what and how it compares (see `keys`); `low` and `high` bound the value as texts that
    sort, the same for anything but a date; `shown` is the value as written, `what` the name of a date or
    number; `rule` and `source` belong to the comparison.
    """

    key: str
    low: str
    high: str
    shown: str = ""
    what: str = ""
    rule: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that placed one guest, from the most to the least important."""

    name: str
    place: int | None
    parts: tuple[Ground, ...] = ()
    decided: Reason | None = None
