"""The dean of the diplomatic corps among those who are there (R7)."""

from collections.abc import Iterable

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.classes import AMBASSADORS, OfficeClass
from chancery.rules.precedence.notes import UNKNOWN
from chancery.rules.precedence.settings import Dean
from chancery.rules.precedence.standing import Standing
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ground
from chancery.rules.reasons import Reason, gettext_noop

BY_OFFICE = gettext_noop("Dean of the diplomatic corps by the office of the Holy See.")
LONGEST = gettext_noop(
    "The longest-serving ambassador on this list: dean of the corps unless somebody not listed serves longer."
)


def name_dean(standings: Iterable[Standing], table: Table) -> tuple[str, Reason] | None:
    """
    Find the dean among the ambassadors of a list.

    Shape: the id with the reason, None where the profile names no dean, or a dean is on the list already,
    or where the dates do not certainly show one. The dean keeps the place of the rank.
    """
    rule = table.profile.settings.dean
    ambassadors = [standing for standing in standings if _is_ambassador_here(standing, table)]
    if rule.value is Dean.NONE or any(_is_marked(standing) for standing in ambassadors):
        return None
    source = table.profile.source(rule.source) or sources.DEAN
    if rule.value is Dean.NUNCIO_OR_LONGEST:
        first = next((s for s in ambassadors if _ground(s, keys.HOLY_SEE).low == "0"), None)
        if first:
            return first.guest.id, Reason(BY_OFFICE, rule="R7", source=source)
    longest = _longest(ambassadors)
    return (longest.guest.id, Reason(LONGEST, rule="R7", source=source)) if longest else None


def _is_ambassador_here(standing: Standing, table: Table) -> bool:
    """Whether somebody holds an embassy here, not only the rank of a partner or of somebody represented."""
    claim = standing.claim
    if claim is None or claim.office_class not in AMBASSADORS or claim.is_acting:
        return False
    if table.act.is_accredited_here(claim.office, standing.guest.state) is False:
        return False
    return standing.grounds[-1][:2] != (keys.SPOUSE, "1")


def _is_marked(standing: Standing) -> bool:
    return standing.claim is not None and standing.claim.office_class is OfficeClass.DEAN


def _longest(ambassadors: list[Standing]) -> Standing | None:
    dates = [(_ground(standing, keys.DATE), standing) for standing in ambassadors]
    if len(dates) < 2 or any(date.low == UNKNOWN for date, _ in dates):
        return None
    dates.sort(key=lambda pair: pair[0].low)
    (first, standing), (second, _) = dates[:2]
    return standing if first.high < second.low else None


def _ground(standing: Standing, key: str) -> Ground:
    missing = Ground(key, UNKNOWN, UNKNOWN)
    return next((ground for ground in standing.grounds if ground.key == key), missing)
