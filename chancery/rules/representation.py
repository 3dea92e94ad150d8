"""At what level a mission or body was represented at an event."""

from collections.abc import Iterable
from enum import StrEnum

from chancery.rules.precedence.classes import OfficeClass


class Level(StrEnum):
    """Who came for a body, from the highest: its head, whoever stands in for the head, or somebody else."""

    HEAD = "head"
    STANDING_IN = "standing-in"
    OTHER = "other"


HEADS = frozenset(
    {
        OfficeClass.NUNCIO,
        OfficeClass.DEAN,
        OfficeClass.AMBASSADOR,
        OfficeClass.HIGH_COMMISSIONER,
        OfficeClass.INTERNUNCIO,
        OfficeClass.ENVOY,
        OfficeClass.MINISTER_PLENIPOTENTIARY,
        OfficeClass.CHARGE,
        OfficeClass.CHARGE_EN_PIED,
        OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR,
        OfficeClass.PERMANENT_REPRESENTATIVE,
        OfficeClass.DELEGATION_HEAD,
        OfficeClass.CONSUL_GENERAL,
        OfficeClass.MINISTER,
        OfficeClass.FOREIGN_MINISTER,
        OfficeClass.MAYOR,
        OfficeClass.PREFECT,
        OfficeClass.GOVERNOR,
        OfficeClass.SECRETARY_GENERAL,
        OfficeClass.RECTOR,
    }
)
STANDING_IN = frozenset(
    {
        OfficeClass.CHARGE_AI,
        OfficeClass.CHARGE_AI_LEGATION,
        OfficeClass.ACTING_PERMANENT_REPRESENTATIVE,
        OfficeClass.DEPUTY_HEAD_OF_MISSION,
        OfficeClass.DEPUTY_MINISTER,
        OfficeClass.DEPUTY_FOREIGN_MINISTER,
        OfficeClass.STATE_SECRETARY,
        OfficeClass.DEPUTY_MAYOR,
        OfficeClass.DEPUTY_SECRETARY_GENERAL,
    }
)
# Bases on which the office of a head is filled by somebody who stands in (R10).
_INSTEAD = frozenset({"acting", "charge-ai"})


def level_of(held: Iterable[tuple[str, str]]) -> Level:
    """
    Say at what level somebody comes who holds these offices of a body.

    Shape: `held` are pairs of class and basis; nobody's office gives OTHER. The highest level counts.
    Source: the classes of R1, R10 and R13 in docs/rules/diplomatic.md.
    """
    return highest([_level(office_class, basis) for office_class, basis in held])


def highest(levels: Iterable[Level]) -> Level:
    """Return the highest of some levels; OTHER where there are none."""
    return min(levels, key=list(Level).index, default=Level.OTHER)


def _level(office_class: str, basis: str) -> Level:
    if office_class in HEADS:
        return Level.STANDING_IN if basis in _INSTEAD else Level.HEAD
    return Level.STANDING_IN if office_class in STANDING_IN else Level.OTHER
