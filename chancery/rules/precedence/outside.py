"""Heads of mission for whom a table has no rank: after it, in the order of the convention (R1, R2, R21)."""

from typing import Final

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.claims import Claim, Refusal
from chancery.rules.precedence.classes import AMBASSADORS, ENVOYS, OfficeClass
from chancery.rules.precedence.profile import OrderKey
from chancery.rules.precedence.ranks import OUTSIDE, level_ground
from chancery.rules.precedence.settling import is_unmatched
from chancery.rules.precedence.standing import Builder, Standing
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Guest
from chancery.rules.reasons import Reason, gettext_noop

NO_RANK = gettext_noop(
    "“%(profile)s” has no rank for this head of mission: listed after the table, where heads of mission are "
    "ordered by class and date; the place beside the table is for the inviter to decide."
)
_AD_INTERIM: Final = frozenset({OfficeClass.CHARGE_AI, OfficeClass.CHARGE_AI_LEGATION})
# As the convention and practice order them (R1, R10).
_CLASSES: Final = (
    AMBASSADORS,
    ENVOYS,
    frozenset({OfficeClass.CHARGE, OfficeClass.CHARGE_EN_PIED}),
    frozenset({OfficeClass.CHARGE_AI}),
    frozenset({OfficeClass.CHARGE_AI_LEGATION}),
)


def is_outside(refusal: Refusal, guest: Guest, table: Table) -> bool:
    """Whether a refusal is that of a foreign head of mission whom no row of the table takes."""
    return refusal.heads_mission and table.act.is_own(refusal.office, guest.state) is not True


def stand_outside(guest: Guest, refusal: Refusal, table: Table) -> Standing:
    """
    Build the grounds of a head of mission outside the table.

    Shape: accredited here before elsewhere (R34), then by class and date (R1, R2). `refusal` has a class.
    """
    office_class = refusal.office_class or OfficeClass.AMBASSADOR
    claim = Claim(refusal.office, office_class, (0, 0), "", None, ())
    builder = Builder(guest, claim, table)
    is_here = table.act.is_accredited_here(refusal.office, guest.state) is not False
    number = next(number for number, line in enumerate(_CLASSES) if office_class in line)
    builder.grounds.append(level_ground(OUTSIDE))
    builder.exact(
        keys.CLASS, f"{0 if is_here else 1}{number}", builder.class_name(), "R1", sources.VIENNA_CLASSES
    )
    date = OrderKey.TAKING_CHARGE if office_class in _AD_INTERIM else OrderKey.TAKING_UP
    builder.order_by((OrderKey.HOLY_SEE, date))
    values = {"profile": table.profile.words(table.ceremony.language)}
    no_rank = Reason(NO_RANK, values, rule="R21", source=sources.VIENNA_CLASSES, is_open=True)
    told = [reason for reason in refusal.reasons if not is_unmatched(reason)]
    return Standing(guest, OUTSIDE, tuple(builder.grounds), (no_rank, *told, *builder.reasons), claim)
