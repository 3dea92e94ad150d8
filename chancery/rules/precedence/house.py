"""Whose house the act is held in, and who invites: rules that move an office against the table (R33, R35)."""

from chancery.rules.precedence import sources
from chancery.rules.precedence.claims import Claim, Position, Refusal
from chancery.rules.precedence.classes import (
    AMBASSADORS,
    ENVOYS,
    PERMANENT_REPRESENTATIVES,
    OfficeClass,
)
from chancery.rules.precedence.settings import HostRule
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Guest, House
from chancery.rules.reasons import Reason, gettext_noop

BEFORE_AMBASSADORS = gettext_noop(
    "In the house of a foreign mission the head of state, the speakers of parliament and the foreign "
    "minister of the host state come before ambassadors."
)
AFTER_AMBASSADORS = gettext_noop(
    "In the house of the head of government or the foreign minister ambassadors come before the speakers."
)
YIELDS_TO_AMBASSADORS = gettext_noop(
    "In a private house the foreign minister of the host state yields to ambassadors, "
    "not to ministers plenipotentiary."
)
INVITING_MAYOR = gettext_noop(
    "As inviting mayor takes the second place, directly after the representative of the State."
)
HOST_STATE_FIRST = gettext_noop(
    "Represents the host state, to which the first place among its colleagues is given by courtesy."
)
_BEFORE_RANK = gettext_noop("before %(rank)s")
_AFTER_RANK = gettext_noop("after %(rank)s")
# In this order where several of them stand directly before the ambassadors.
_HONOURED = (OfficeClass.HEAD_OF_STATE, OfficeClass.SPEAKER, OfficeClass.FOREIGN_MINISTER)


def in_house(claim: Claim | Refusal, guest: Guest, table: Table) -> Claim | Refusal:
    """
    Apply the rule of the house to an office of the host state (R33).

    Shape: the claim as it was, moved before or after the heads of mission, or given to an office that the
    table does not place by itself. A table without heads of mission, or an act in no particular house,
    changes nothing.
    """
    if table.ceremony.house is House.NONE or claim.office_class not in _HONOURED:
        return claim
    ambassadors = table.anchor(AMBASSADORS)
    if ambassadors is None or table.act.is_own(claim.office, guest.state) is not True:
        return claim
    if isinstance(claim, Claim) and (claim.is_former or claim.is_acting):
        return claim
    return _moved(claim, claim.office_class, ambassadors, table) if claim.office_class else claim


def _moved(
    claim: Claim | Refusal, office_class: OfficeClass, ambassadors: int, table: Table
) -> Claim | Refusal:
    position = claim.position if isinstance(claim, Claim) else None
    directly_after: Position = (ambassadors, 1)
    match table.ceremony.house:
        case House.MISSION if position is None or position >= (ambassadors, 0):
            shift = _HONOURED.index(office_class) - len(_HONOURED)
            return _placed(claim, (ambassadors, shift), BEFORE_AMBASSADORS, table)
        case House.HEAD_OF_GOVERNMENT if office_class is OfficeClass.SPEAKER:
            if position is None or position < (ambassadors, 0):
                return _placed(claim, directly_after, AFTER_AMBASSADORS, table)
        case House.PRIVATE if office_class is OfficeClass.FOREIGN_MINISTER:
            envoys = table.anchor(ENVOYS)
            is_after_envoys = envoys is not None and position is not None and position >= (envoys, 0)
            if position is None or position < (ambassadors, 0) or is_after_envoys:
                return _placed(claim, directly_after, YIELDS_TO_AMBASSADORS, table)
    return claim


def _placed(claim: Claim | Refusal, position: Position, sentence: str, table: Table) -> Claim:
    """Put an office beside the row it is anchored to."""
    reason = Reason(sentence, rule="R33", source=sources.HOUSES)
    number, shift = position
    beside = table.profile.rows[number].rank
    if isinstance(claim, Claim):
        origin = claim.position[0]
        return claim._replace(position=position, row=None, origin=origin, reasons=(*claim.reasons, reason))
    rank = (_BEFORE_RANK if shift < 0 else _AFTER_RANK) % {"rank": beside}
    return Claim(claim.office, claim.office_class, position, rank, None, (reason,))


def inviting_mayor(claim: Claim, guest: Guest, table: Table) -> Claim:
    """Give the second place to a mayor who invites, where the practice of the state does so (R35)."""
    setting = table.profile.settings.host
    is_inviting = guest.is_host and claim.office_class is OfficeClass.MAYOR
    if setting.value is not HostRule.SECOND or not is_inviting:
        return claim
    source = table.profile.source(setting.source) or sources.INVITING_MAYORS
    reason = Reason(INVITING_MAYOR, rule="R35", source=source)
    return claim._replace(position=(0, 1), row=None, reasons=(*claim.reasons, reason))


def courtesy_to_host_state(claim: Claim, guest: Guest, table: Table) -> Claim:
    """Give the representative of the host state the first place where the inviter wants it (R14)."""
    is_representative = bool(claim.row and PERMANENT_REPRESENTATIVES & set(claim.row.classes))
    is_wanted = table.ceremony.is_host_state_first and is_representative
    if not is_wanted or not table.act.here or state_of(claim.office.state or guest.state) != table.act.here:
        return claim
    reason = Reason(HOST_STATE_FIRST, rule="R14", source=sources.GENEVA)
    first = table.anchor(PERMANENT_REPRESENTATIVES) or 0
    return claim._replace(position=(first, -5), row=None, reasons=(*claim.reasons, reason))
