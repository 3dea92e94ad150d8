"""Whether a row of a table takes an office at an act, and what is not known about it (R17, R22, R34, R39)."""

from typing import NamedTuple

from chancery.rules.precedence import sources
from chancery.rules.precedence.circumstances import Circumstances
from chancery.rules.precedence.claims import Settled
from chancery.rules.precedence.profile import Accredited, Row, Where, Whose
from chancery.rules.precedence.rotations import turn_of
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.values import Basis
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import Reason, gettext_noop

OUTSIDE_ASSUMED = gettext_noop(
    "Whether the act is held inside the territory of the office is not recorded; placed as outside of it."
)
INSIDE_ASSUMED = gettext_noop(
    "Whether the act is held inside the territory of the office is not recorded; placed as inside of it."
)
HERE_UNKNOWN = gettext_noop(
    "Accredited to %(state)s, but the host state of the act is not recorded; counted as accredited here."
)
DAY_UNKNOWN = gettext_noop("Whose turn the presidency is cannot be said without the day of the act.")


class Fit(NamedTuple):
    """Whether a row takes an office, None where the facts do not say; and what is doubtful about it."""

    is_fitting: bool | None
    doubt: Reason | None = None


def fits(row: Row, settled: Settled, state: str, act: Circumstances) -> Fit:
    """Whether a row takes an office, and what is not known about it."""
    if not _basis_fits(row, settled) or not _whose_fits(row, settled, state, act):
        return Fit(False)
    if row.is_head is not None and row.is_head is not settled.office.is_head:
        return Fit(False)
    accredited = _accredited_fits(row, settled, state, act)
    if not accredited.is_fitting or row.where is Where.ANY:
        return accredited
    return _where_fits(row, settled, state, act)


def _basis_fits(row: Row, settled: Settled) -> bool:
    if settled.basis in row.bases:
        return True
    return Basis.FULL in row.bases and settled.basis in (Basis.ACTING, Basis.ON_LEAVE)


def _whose_fits(row: Row, settled: Settled, state: str, act: Circumstances) -> bool:
    sent_by = state_of(settled.office.state or state)
    if row.states and sent_by not in row.states and (sent_by or not settled.rows):
        return False
    if row.whose is Whose.ANY:
        return True
    is_own = act.is_own(settled.office, state)
    return is_own is None or is_own is (row.whose is Whose.OWN)


def _accredited_fits(row: Row, settled: Settled, state: str, act: Circumstances) -> Fit:
    if row.accredited is Accredited.ANY:
        return Fit(True)
    is_here = act.is_accredited_here(settled.office, state)
    if is_here is None:
        values = {"state": settled.office.accredited_to}
        doubt = Reason(HERE_UNKNOWN, values, rule="R34", source=sources.HOUSES, is_open=True)
        return Fit(True, doubt) if row.accredited is Accredited.HERE else Fit(False)
    return Fit(is_here is (row.accredited is Accredited.HERE))


def _where_fits(row: Row, settled: Settled, state: str, act: Circumstances) -> Fit:
    source = act.profile.source(row.source)
    if row.where is Where.ABROAD:
        return Fit(bool(act.here) and act.here != act.own_state)
    if row.where is Where.PRESIDENCY:
        return _has_presidency(settled, state, act)
    is_local = act.is_local(settled)
    if is_local is not None:
        return Fit(is_local is (row.where is Where.OWN_TERRITORY))
    if row.where is Where.ELSEWHERE:
        return Fit(True, Reason(OUTSIDE_ASSUMED, rule="R22", source=source, is_open=True))
    return Fit(None, Reason(INSIDE_ASSUMED, rule="R22", source=source, is_open=True))


def _has_presidency(settled: Settled, state: str, act: Circumstances) -> Fit:
    on, rotation = act.ceremony.on, act.profile.rotation
    if "presidency" in plain(settled.office.title).split():
        return Fit(True)
    if on is None:
        return Fit(None, Reason(DAY_UNKNOWN, rule="R39", is_open=True))
    return Fit(turn_of(state_of(settled.office.state or state), rotation, on) == 0)
