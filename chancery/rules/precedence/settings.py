"""The conventions of a profile that are not rows of a table: each a value with its status and source."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from chancery.rules.precedence.values import StandIn


class Status(StrEnum):
    """How well a profile, a row or a setting is founded."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    PRACTICE = "practice"
    WEAK = "weak"
    UNVERIFIED = "unverified"


class TakingUp(StrEnum):
    """By which step heads of mission take up their functions (R3)."""

    CREDENTIALS = "credentials"
    ARRIVAL = "arrival"
    COPY = "copy-of-credentials"


class HolySee(StrEnum):
    """Where the representative of the Holy See stands (R6)."""

    FIRST = "first"
    AMBASSADOR = "as-ambassador"


class Dean(StrEnum):
    """Who is dean of the diplomatic corps (R7)."""

    NUNCIO_OR_LONGEST = "nuncio-or-longest-serving"
    LONGEST = "longest-serving"
    NONE = "none"


class Former(StrEnum):
    """What counts for a former holder who holds an office now (R24, R25)."""

    HIGHEST = "highest"
    CURRENT = "current-office"
    UNSTATED = "unstated"


class SpouseRule(StrEnum):
    """Which rank spouses take (R31)."""

    PARTNER = "partner"
    HIGHER = "higher-of-both"
    COURTESY = "courtesy"


class DeputyRule(StrEnum):
    """Whether somebody who stands in takes the rank of the person represented (R27-R30)."""

    OWN_RANK = "own-rank"
    TAKES_RANK = "takes-rank"
    BY_LAW = "by-law"
    UNSTATED = "unstated"


class Tie(StrEnum):
    """What happens to guests whom nothing sets apart."""

    SAME_PLACE = "same-place"
    ALPHABET = "alphabet"
    LOT = "lot"


class HostRule(StrEnum):
    """Where the host stands (R35)."""

    PRESIDES = "presides"
    SECOND = "second"


class HeadsOfState(StrEnum):
    """How several heads of state are ordered (R38)."""

    ACCEPTANCE = "acceptance"
    ACCESSION = "accession"


class Direction(StrEnum):
    """From which end a list is read."""

    RISING = "rising"
    FALLING = "falling"
    FREE = "free"


class HostSpeech(StrEnum):
    """When the host speaks (R84)."""

    WELCOME = "welcome"
    OPENS = "opens"
    CLOSES = "closes"
    BY_RANK = "by-rank"


class Anthems(StrEnum):
    """In which order anthems are played (R46)."""

    GUEST_FIRST = "guest-first"
    HOST_FIRST = "host-first"
    OWN_ONLY = "own-only"


class TwoFlags(StrEnum):
    """Which of two flags stands at the public's left (R48)."""

    GUEST_LEFT = "guest-left"
    OWN_LEFT = "own-left"


@dataclass(frozen=True, slots=True)
class Setting[Value]:
    """A convention with how well it is founded; `source` is the key of a source of the profile."""

    value: Value
    status: Status = Status.PRACTICE
    source: str = ""


@dataclass(frozen=True, slots=True)
class TakenBy:
    """Offices whose rank is taken by stand-ins of certain classes only."""

    represented: tuple[str, ...]
    by: tuple[str, ...]
    status: Status = Status.SECONDARY
    source: str = ""


@dataclass(frozen=True, slots=True)
class Deputies:
    """
    The rule on those who stand in for others.

    Shape: `take_rank_of` names the offices whose representatives take the rank all the same; `kinds` the
    kinds of standing in that hold the rank, `without_place` those that hold no place at all; `taken_by`
    further exceptions by the class of the stand-in. `number` is the number of the rule.
    """

    rule: DeputyRule = DeputyRule.UNSTATED
    take_rank_of: tuple[str, ...] = ()
    kinds: tuple[StandIn, ...] = ()
    without_place: tuple[StandIn, ...] = ()
    taken_by: tuple[TakenBy, ...] = ()
    status: Status = Status.PRACTICE
    source: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Speeches:
    """The order of speeches, and whether a greeting names the host first (R84)."""

    direction: Direction = Direction.FREE
    host: HostSpeech = HostSpeech.OPENS
    is_one_a_body: bool = False
    is_host_named_first: bool = False
    status: Status = Status.PRACTICE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wreaths:
    """
    The order of wreaths (R87, R88).

    Shape: `last` names the classes of the State's representative, who lays last; with `is_national_first`
    the wreath of the nation goes before all others; with `deputies_take_place` a deputy lays for the absent.
    """

    direction: Direction = Direction.FALLING
    last: tuple[str, ...] = ()
    is_national_first: bool = False
    deputies_take_place: bool = False
    status: Status = Status.PRACTICE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Charges:
    """When a chargé a.i. has to ask for a first meeting (R12). Units: working days; whole months."""

    working_days: int
    from_months: int
    status: Status = Status.VERIFIED
    source: str = ""


@dataclass(frozen=True, slots=True)
class HostPractice:
    """What a profile for all host states knows of one of them."""

    basis: Setting[TakingUp] | None = None
    holy_see: Setting[HolySee] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All conventions of a profile; the defaults are the plain practice that no source had to be read for."""

    basis: Setting[TakingUp] = Setting(TakingUp.CREDENTIALS)
    holy_see: Setting[HolySee] = Setting(HolySee.AMBASSADOR)
    dean: Setting[Dean] = Setting(Dean.NUNCIO_OR_LONGEST)
    foreign_first: Setting[bool] = Setting(True)
    former: Setting[Former] = Setting(Former.UNSTATED)
    spouses: Setting[SpouseRule] = Setting(SpouseRule.PARTNER)
    tie: Setting[Tie] = Setting(Tie.SAME_PLACE)
    host: Setting[HostRule] = Setting(HostRule.PRESIDES)
    heads_of_state: Setting[HeadsOfState] = Setting(HeadsOfState.ACCEPTANCE)
    listing: Setting[Direction] = Setting(Direction.FALLING)
    anthems: Setting[Anthems] = Setting(Anthems.GUEST_FIRST)
    two_flags: Setting[TwoFlags] = Setting(TwoFlags.GUEST_LEFT)
    deputies: Deputies = Deputies()
    speeches: Speeches = Speeches()
    wreaths: Wreaths = Wreaths()
    charges: Charges | None = None
    hosts: Mapping[str, HostPractice] = field(default_factory=dict)

    def named_sources(self) -> tuple[str, ...]:
        """The keys of all sources that the settings name."""
        of_hosts = (setting for host in self.hosts.values() for setting in (host.basis, host.holy_see))
        own = (getattr(self, each.name) for each in fields(self) if each.name not in ("charges", "hosts"))
        found = (*own, *self.deputies.taken_by, *of_hosts, self.charges)
        return tuple(setting.source for setting in found if setting is not None)
