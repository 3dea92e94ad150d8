"""Rows of flags, told from left to right as the public sees them (R44, R47-R50)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chancery.rules.names.collation import sort_key
from chancery.rules.reasons import Reason, gettext_noop

from .entries import reason


class FlagKind(StrEnum):
    """What a flag stands for, in the order of R50."""

    NATIONAL = "national"
    FOREIGN = "foreign"
    INTERNATIONAL = "international"
    REGION = "region"
    CITY = "city"
    ORGANISATION = "organisation"
    OTHER = "other"


class TwoFlags(StrEnum):
    """Where the own flag stands beside one other, as the public sees it (R48)."""

    OWN_RIGHT = "own-right"
    OWN_LEFT = "own-left"


class Fill(StrEnum):
    """How the flags beside a host in the centre follow each other."""

    LEFT_TO_RIGHT = "left-to-right"
    CENTRE_OUT = "centre-out"


# Host states whose custom for two flags was read in a source; "many European states" are not named there.
TWO_FLAGS_CUSTOMS: Mapping[str, TwoFlags] = {
    "JP": TwoFlags.OWN_RIGHT,
    "US": TwoFlags.OWN_LEFT,
    "CA": TwoFlags.OWN_LEFT,
    "PH": TwoFlags.OWN_LEFT,
}

_EQUAL = gettext_noop("All national flags have the same size and the same height.")
_FROM_THE_PUBLIC = gettext_noop("Places are counted from the left as the public sees them.")
_HOST_CENTRE = gettext_noop("The number of flags is odd, so the host's stands in the centre.")
_HOST_LEFT = gettext_noop(
    "The number of flags is even, so the host's stands at the flags' own right, the public's left."
)
_TWO_LEFT = gettext_noop("Of two flags the own one stands on the public's left.")
_TWO_RIGHT = gettext_noop("Of two flags the guest's stands on the public's left.")
_TWO_READ = gettext_noop("It is the custom read for “%(host)s”.")
_TWO_OPEN = gettext_noop(
    "No custom for two flags is known here for “%(host)s”; decide where the own one stands."
)
_GUEST = gettext_noop("It is number %(number)s of the others.")
_CENTRE_OUT = gettext_noop("The others go outward from the centre: public's left, right, left and so on.")
_LEFT_TO_RIGHT = gettext_noop("The others follow from the public's left to the right.")
_NOT_CENTRE_OUT = gettext_noop(
    "There is no centre in an even row, so the others follow from the public's left to the right."
)
_KINDS = gettext_noop(
    "Kinds follow each other: national, foreign, international bodies, region, city, organisation, other."
)
_POLES = gettext_noop("Poles are counted with the back to the building; the first is on the public's left.")
_WITHIN = gettext_noop("Within a kind flags stand in the alphabetical order of the language “%(language)s”.")
_NATO = gettext_noop(
    "Flags stand in English alphabetical order, with the flag of the alliance in the middle."
)
_NATO_ODD = gettext_noop(
    "The number of members is odd, so one more stands on the public's left of the middle."
)
_ONE = gettext_noop("A single flag has no neighbour.")


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag: the code of what it stands for, its name in the language of the list, and its kind."""

    code: str
    name: str
    kind: FlagKind = FlagKind.FOREIGN


@dataclass(frozen=True, slots=True)
class Position:
    """A flag on its pole: `from_left` counts from 1 on the public's left, which is the flags' own right."""

    flag: Flag
    from_left: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagRow:
    """
    A row of flags from the public's left to the right, ready to be drawn, and the reasons for all of it.

    `is_decided` is false as long as an open reason asks the office for a setting.
    """

    positions: tuple[Position, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names from the public's left to the right, for a text."""
        return tuple(position.flag.name for position in self.positions)

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left for the office to decide."""
        return not any(reason.is_open for reason in self.reasons)


def row_of_flags(
    host: Flag,
    others: Sequence[Flag],
    *,
    fill: Fill = Fill.LEFT_TO_RIGHT,
    two: TwoFlags | None = None,
    host_state: str = "",
) -> FlagRow:
    """
    Place national flags beside the host's (R47, R49; two flags R48).

    `others` are in their order already (alphabet, lot). `two` is the office's setting for a row of two.
    Without it the custom of `host_state` counts, where the row stands (the host's own state if not given);
    where none is known the row follows R47 with an open reason.
    Shape: one position per flag, from the public's left.
    Source: R47-R49 in docs/rules/states.md.
    """
    if not others:
        return _row([host], {}, (reason(_ONE, "R47"),))
    if len(others) == 1:
        return _two_flags(host, others[0], two, host_state or host.code)
    if len(others) % 2:
        words = [reason(_HOST_LEFT, "R47")]
        words.append(reason(_NOT_CENTRE_OUT if fill is Fill.CENTRE_OUT else _LEFT_TO_RIGHT, "R49"))
        return _row([host, *others], _numbers(others), tuple(words))
    centre = reason(_HOST_CENTRE, "R47")
    if fill is Fill.CENTRE_OUT:
        left, right = others[0::2], others[1::2]
        return _row([*reversed(left), host, *right], _numbers(others), (centre, reason(_CENTRE_OUT, "R49")))
    half = len(others) // 2
    ordered = [*others[:half], host, *others[half:]]
    return _row(ordered, _numbers(others), (centre, reason(_LEFT_TO_RIGHT, "R47")))


def row_by_kind(flags: Sequence[Flag], language: str) -> FlagRow:
    """
    Place flags of different kinds (R50).

    Shape: national, foreign, international bodies, region, city, organisation, other; within a kind by
    name in the alphabet of the language.
    Ties: equal names by code.
    Source: R50 in docs/rules/states.md.
    """
    kinds = list(FlagKind)
    ordered = sorted(
        flags, key=lambda flag: (kinds.index(flag.kind), sort_key(flag.name, language), flag.code)
    )
    words = (reason(_KINDS, "R50"), reason(_WITHIN, "R50", language=language), reason(_POLES, "R50"))
    return _row(ordered, {}, words)


def nato_row(members: Sequence[Flag], alliance: Flag) -> FlagRow:
    """
    Place the flags of an alliance as at the summit of 1999: English alphabet, its own in the middle (R44).

    Shape: with an odd number of members one more stands on the public's left of the middle.
    Source: R44 in docs/rules/states.md.
    """
    ordered = sorted(members, key=lambda flag: (sort_key(flag.name, "en"), flag.code))
    middle = (len(ordered) + 1) // 2
    words = [reason(_NATO, "R44")] + ([reason(_NATO_ODD, "R44")] if len(ordered) % 2 else [])
    return _row([*ordered[:middle], alliance, *ordered[middle:]], {}, tuple(words))


def hoisting_order(row: FlagRow, host: str) -> tuple[Position, ...]:
    """The order in which flags go up: the host's first, then from the public's left (R47)."""
    return tuple(sorted(row.positions, key=lambda position: (position.flag.code != host, position.from_left)))


def lowering_order(row: FlagRow, host: str) -> tuple[Position, ...]:
    """The order in which flags come down: from the public's left, the host's last (R47)."""
    return tuple(sorted(row.positions, key=lambda position: (position.flag.code == host, position.from_left)))


def _two_flags(host: Flag, guest: Flag, two: TwoFlags | None, host_state: str) -> FlagRow:
    custom = two or TWO_FLAGS_CUSTOMS.get(host_state)
    words: list[Reason] = []
    if two is None:
        is_read = custom is not None
        words.append(reason(_TWO_READ if is_read else _TWO_OPEN, "R48", is_open=not is_read, host=host_state))
    if custom is None:
        return _row([host, guest], {}, (*words, reason(_HOST_LEFT, "R47")))
    is_left = custom is TwoFlags.OWN_LEFT
    words.append(reason(_TWO_LEFT if is_left else _TWO_RIGHT, "R48"))
    return _row([host, guest] if is_left else [guest, host], {}, tuple(words))


def _numbers(others: Sequence[Flag]) -> dict[str, Reason]:
    return {
        flag.code: reason(_GUEST, "R47", number=str(number)) for number, flag in enumerate(others, start=1)
    }


def _row(flags: Sequence[Flag], own: Mapping[str, Reason], words: tuple[Reason, ...]) -> FlagRow:
    positions = tuple(
        Position(flag, place, (own[flag.code],) if flag.code in own else ())
        for place, flag in enumerate(flags, start=1)
    )
    return FlagRow(positions, (*words, reason(_EQUAL, "R47"), reason(_FROM_THE_PUBLIC, "R50")))
