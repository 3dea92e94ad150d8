"""Spouses and widowed partners: whose rank they take (R31, R57)."""

from collections.abc import Mapping
from dataclasses import replace

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.claims import Claim, Refusal
from chancery.rules.precedence.classes import OfficeClass
from chancery.rules.precedence.ranks import OUTSIDE, RANKED
from chancery.rules.precedence.settings import SpouseRule
from chancery.rules.precedence.standing import Standing, stand
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ground, Guest
from chancery.rules.reasons import Reason, gettext_noop

TAKES_RANK = gettext_noop("Takes the rank of the partner %(partner)s and follows directly.")
KEEPS_RANK = gettext_noop("Keeps the rank of the late partner.")
TAKES_HIGHER = gettext_noop("Takes the rank of the partner %(partner)s: both take the higher of the two.")
BY_COURTESY = gettext_noop(
    "No rank is fixed for the partner of the head of state; the place beside %(partner)s is a courtesy."
)
OWN_OFFICE = gettext_noop("Holds an own office, which counts before the rank of the partner %(partner)s.")
NO_PARTNER = gettext_noop(
    "The partner %(partner)s is not on the list and no office of the partner is recorded: no rank to take."
)
PARTNER_WITHOUT_RANK = gettext_noop("The partner %(partner)s has no rank that could be taken.")

# The levels of those whose place a partner may take.
_WITH_RANK = (RANKED, OUTSIDE)
_PARTNER = Ground(keys.SPOUSE, "1", "1", rule="R31", source=sources.PARTNERS)


def with_partners(standings: Mapping[str, Standing], table: Table) -> dict[str, Standing]:
    """
    Give partners the rank they take.

    Shape: the same ids; a partner who takes a rank stands directly behind the one whose rank it is.
    Everybody is compared with the rank the other holds alone, so that two partners never lift each other.
    """
    placed = dict(standings)
    for guest_id, standing in standings.items():
        if standing.guest.spouse_of or standing.guest.partner_office:
            placed[guest_id] = _beside(standing, standings, table)
    if table.profile.settings.spouses.value is SpouseRule.HIGHER:
        _lift_the_other(placed, standings, table)
    return placed


def _beside(standing: Standing, standings: Mapping[str, Standing], table: Table) -> Standing:
    guest = standing.guest
    partner = standings.get(guest.spouse_of) or _absent(guest, table)
    named = partner.guest.name if partner and guest.spouse_of in standings else guest.spouse_of
    named = named or _title(guest)
    if partner is None:
        return _told(standing, NO_PARTNER, named, is_open=True)
    if partner.level not in _WITH_RANK:
        return (
            standing
            if standing.level in _WITH_RANK
            else _told(standing, PARTNER_WITHOUT_RANK, named, is_open=True)
        )
    if standing.level not in _WITH_RANK:
        return _taking(standing, partner, _sentence(standing, partner, table), named, table)
    is_higher = partner.grounds < standing.grounds
    if table.profile.settings.spouses.value is SpouseRule.HIGHER and is_higher:
        return _taking(standing, partner, TAKES_HIGHER, named, table)
    return _told(standing, OWN_OFFICE, named, rule="R57") if is_higher else standing


def _lift_the_other(placed: dict[str, Standing], standings: Mapping[str, Standing], table: Table) -> None:
    """The partner who is not marked takes the higher rank as well, either way round (R31, Australia)."""
    for standing in standings.values():
        other = standings.get(standing.guest.spouse_of)
        if other is None or standing.level not in _WITH_RANK or placed[other.guest.id] is not other:
            continue
        if other.level not in _WITH_RANK or standing.grounds < other.grounds:
            name = standing.guest.name
            placed[other.guest.id] = _taking(other, standing, TAKES_HIGHER, name, table)


def _absent(guest: Guest, table: Table) -> Standing | None:
    """The standing a partner who is not on the list would have."""
    if guest.partner_office is None:
        return None
    state = guest.partner_office.state or guest.state
    claim = table.claim(guest.partner_office, state)
    if isinstance(claim, Refusal):
        return None
    return stand(replace(guest, offices=(guest.partner_office,)), claim, table)


def _sentence(standing: Standing, partner: Standing, table: Table) -> str:
    if standing.guest.is_widowed:
        return KEEPS_RANK
    is_courtesy = table.profile.settings.spouses.value is SpouseRule.COURTESY
    if is_courtesy and partner.claim and partner.claim.office_class is OfficeClass.HEAD_OF_STATE:
        return BY_COURTESY
    return TAKES_RANK


def _taking(standing: Standing, partner: Standing, sentence: str, named: str, table: Table) -> Standing:
    setting = table.profile.settings.spouses
    source = table.profile.source(setting.source) or sources.PARTNERS
    is_open = sentence is BY_COURTESY
    reason = Reason(sentence, {"partner": named}, rule="R31", source=source, is_open=is_open)
    claim: Claim | None = partner.claim
    rank = partner.reasons[:1]
    behind = (*partner.grounds[:-1], _PARTNER)
    return Standing(standing.guest, partner.level, behind, (*rank, reason), claim)


def _told(
    standing: Standing, sentence: str, named: str, *, rule: str = "R31", is_open: bool = False
) -> Standing:
    reason = Reason(sentence, {"partner": named}, rule=rule, source=sources.PARTNERS, is_open=is_open)
    reasons = standing.reasons if standing.level in _WITH_RANK else ()
    return standing._replace(reasons=(*reasons, reason) if reasons else (reason, *standing.reasons))


def _title(guest: Guest) -> str:
    office = guest.partner_office
    return (office.title or office.office_class) if office else ""
