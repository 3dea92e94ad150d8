"""Whether a row of a table takes an office at an act, and what is not known about it (R17, R22, R34, R39)."""

from chancery.rules.precedence import sources
from chancery.rules.precedence.circumstances import Circumstances
from chancery.rules.precedence.claims import Settled
from chancery.rules.precedence.profile import Accredited, Row, Where, Whose
from chancery.rules.precedence.rotations import turn_of
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.values import Basis
from chancery.rules.reasons import Reason, gettext_noop

PLACE_UNKNOWN = gettext_noop(
    "Whether the act is held inside the territory of the office is not recorded; placed as outside of it."
)
HERE_UNKNOWN = gettext_noop(
    "Accredited to %(state)s, but the host state of the act is not recorded; counted as accredited here."
)
DAY_UNKNOWN = gettext_noop(
    "Whose turn the presidency is cannot be said without the day of the act; placed as if it were not theirs."
)


def fits(row: Row, settled: Settled, state: str, act: Circumstances) -> tuple[bool, Reason | None]:
    """Whether a row takes an office, and what is not known about it."""
    if not _basis_fits(row, settled) or not _whose_fits(row, settled, state, act):
        return False, None
    if row.is_head is not None and row.is_head is not settled.office.is_head:
        return False, None
    fits, doubt = _accredited_fits(row, settled, act)
    if not fits or row.where is Where.ANY:
        return fits, doubt
    return _where_fits(row, settled, state, act)


def _basis_fits(row: Row, settled: Settled) -> bool:
    if settled.basis in row.bases:
        return True
    return Basis.FULL in row.bases and settled.basis in (Basis.ACTING, Basis.ON_LEAVE)


def _whose_fits(row: Row, settled: Settled, state: str, act: Circumstances) -> bool:
    if row.whose is Whose.ANY:
        return True
    is_own = act.is_own(settled.office, state)
    if is_own is None:
        return True
    return is_own is (row.whose is Whose.OWN)


def _accredited_fits(row: Row, settled: Settled, act: Circumstances) -> tuple[bool, Reason | None]:
    if row.accredited is Accredited.ANY:
        return True, None
    is_here = act.is_accredited_here(settled.office)
    if is_here is None:
        values = {"state": settled.office.accredited_to}
        doubt = Reason(HERE_UNKNOWN, values, rule="R34", source=sources.HOUSES, is_open=True)
        return (True, doubt) if row.accredited is Accredited.HERE else (False, None)
    return is_here is (row.accredited is Accredited.HERE), None


def _has_presidency(settled: Settled, state: str, act: Circumstances) -> tuple[bool, Reason | None]:
    on, rotation = act.ceremony.on, act.profile.rotation
    if on is None:
        return False, Reason(DAY_UNKNOWN, rule="R39", is_open=True)
    return turn_of(state_of(settled.office.state or state), rotation, on) == 0, None


def _where_fits(row: Row, settled: Settled, state: str, act: Circumstances) -> tuple[bool, Reason | None]:
    if row.where is Where.ABROAD:
        return bool(act.here) and act.here != act.own_state, None
    if row.where is Where.PRESIDENCY:
        return _has_presidency(settled, state, act)
    is_local = act.is_local(settled.office)
    if is_local is None:
        doubt = Reason(PLACE_UNKNOWN, rule="R22", source=act.profile.source(row.source), is_open=True)
        return row.where is Where.ELSEWHERE, doubt
    return is_local is (row.where is Where.OWN_TERRITORY), None
