"""What one held office gives its holder at one ceremony: a row of the table, or why it gives none."""

from dataclasses import dataclass
from typing import NamedTuple

from chancery.rules.precedence.classes import OfficeClass
from chancery.rules.precedence.profile import Row
from chancery.rules.precedence.values import Basis, HeldOffice
from chancery.rules.reasons import Reason

# Where a row stands: its number in the table, and a shift for those placed between two rows.
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """
    An office with its class and basis settled.

    Shape: `rows` are the rows that name its title; `names_more` says that the title goes on after what is
    known of it, such as with a place; `reasons` say how class and basis came about.
    """

    office: HeldOffice
    office_class: OfficeClass | None
    basis: Basis
    rows: frozenset[int] = frozenset()
    reasons: tuple[Reason, ...] = ()
    names_more: bool = False


class Claim(NamedTuple):
    """
    A place that an office gives.

    Shape: `row` is None only for somebody placed beside the rows by a rule of the house or of the inviter
    (R33, R35); `origin` is then the number of the row the office would have had, if any.
    `is_acting` marks who does not hold the office in full, `is_after_own_right` who therefore comes after
    those who do (R29), `is_inactive` who is on leave (R31).
    """

    office: HeldOffice
    office_class: OfficeClass | None
    position: Position
    rank: str
    row: Row | None
    reasons: tuple[Reason, ...]
    is_acting: bool = False
    is_after_own_right: bool = False
    is_inactive: bool = False
    is_former: bool = False
    is_local: bool = False
    origin: int | None = None

    def held_as(self, office: HeldOffice) -> "Claim":
        """The same claim by an office of the same kind with its own dates."""
        return self if office is self.office else self._replace(office=office)


class Refusal(NamedTuple):
    """
    An office that gives no rank.

    Shape: with `is_final` its holder has no place at all by it (R8, R28); `is_barred` marks who may neither
    stand in the line nor speak nor lay a wreath (R28); `heads_mission` marks a head of mission in office.
    """

    office: HeldOffice
    reasons: tuple[Reason, ...]
    is_final: bool = False
    is_barred: bool = False
    office_class: OfficeClass | None = None
    heads_mission: bool = False
