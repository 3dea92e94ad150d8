"""Which of several offices counts (R24, R25), and what somebody without a rank is told."""

from collections.abc import Sequence
from dataclasses import replace

from chancery.rules.precedence import sources
from chancery.rules.precedence.claims import Claim, Refusal
from chancery.rules.precedence.deputies import acting_reason, stand_in
from chancery.rules.precedence.house import courtesy_to_host_state, in_house, inviting_mayor
from chancery.rules.precedence.settings import Former
from chancery.rules.precedence.settling import UNNAMED
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.tenures import on_day
from chancery.rules.precedence.titles import titles_of
from chancery.rules.precedence.values import Guest, HeldOffice
from chancery.rules.reasons import Reason, gettext_noop

HIGHEST_COUNTS = gettext_noop("Also holds %(others)s; the highest office that applies at this act counts.")
CURRENT_COUNTS = gettext_noop("Formerly %(others)s; an office held now counts before a former one.")
FORMER_OR_CURRENT = gettext_noop(
    "Counts as former holder, which ranks above the office held now (%(others)s); "
    "other practices let the office held now count."
)
SAME_CLASS = gettext_noop("Later letters of the same class do not change the place: the first date counts.")


def counting_claim(guest: Guest, table: Table) -> Claim | Refusal:
    """
    Find the office by which a guest is placed.

    Shape: the claim with all its reasons, or a `Refusal` that says why there is none.
    Ties: of two offices of the same rank the one taken up first counts (R5).
    """
    found = [_claim(office, guest, table) for office in _single(guest.offices, table)]
    claims = [claim for claim in found if isinstance(claim, Claim)]
    own: Claim | Refusal | None = _chosen(claims, table) if claims else _refusal(found)
    counting = stand_in(guest, own, table)
    if counting is None:
        return Refusal(HeldOffice(), (Reason(UNNAMED, rule="R36", source=sources.GROUPS, is_open=True),))
    return counting


def _single(offices: Sequence[HeldOffice], table: Table) -> list[HeldOffice]:
    """Every office by itself where one title names several and no class says which one is meant."""
    titles = titles_of(table.profile)
    single: list[HeldOffice] = []
    for office in offices:
        named = () if office.office_class else titles.offices_in(office.title)
        if len(named) > 1:
            single.extend(replace(office, title=title) for title in named)
        else:
            single.append(office)
    return single


def _claim(office: HeldOffice, guest: Guest, table: Table) -> Claim | Refusal:
    held, doubts = on_day(office, table.ceremony.as_of, table.decisive_steps)
    claim = in_house(table.claim(held, guest.state), guest, table)
    if isinstance(claim, Refusal):
        return claim._replace(reasons=(*claim.reasons, *doubts)) if doubts else claim
    claim = courtesy_to_host_state(inviting_mayor(claim, guest, table), guest, table)
    further = (*doubts, *acting_reason(claim, table))
    return claim._replace(reasons=(*claim.reasons, *further)) if further else claim


def _refusal(found: list[Claim | Refusal]) -> Refusal | None:
    """Of several refusals the final one, so that a designate without another office has no place (R8)."""
    refusals = [refusal for refusal in found if isinstance(refusal, Refusal)]
    return min(refusals, key=lambda refusal: not refusal.is_final, default=None)


def _chosen(claims: list[Claim], table: Table) -> Claim:
    if len(claims) == 1:
        return claims[0]
    current = [claim for claim in claims if not claim.is_former]
    if table.profile.settings.former.value is Former.CURRENT and current and len(current) < len(claims):
        best = _best(current)
        former = [claim for claim in claims if claim.is_former]
        return _with(best, CURRENT_COUNTS, former, table)
    best = _best(claims)
    others = [claim for claim in claims if claim is not best]
    return _among(best, others, table)


def _among(best: Claim, others: list[Claim], table: Table) -> Claim:
    lower = [claim for claim in others if claim.position != best.position]
    same = [claim for claim in others if claim.position == best.position]
    if same and all(claim.office_class is best.office_class for claim in same):
        reason = Reason(SAME_CLASS, rule="R5", source=sources.VIENNA_HOLY_SEE)
        best = best._replace(reasons=(*best.reasons, reason))
    if not lower:
        return best
    is_unclear = table.profile.settings.former.value is Former.UNSTATED and best.is_former
    held_now = [claim for claim in lower if not claim.is_former]
    if is_unclear and held_now:
        return _with(best, FORMER_OR_CURRENT, held_now, table, is_open=True)
    return _with(best, HIGHEST_COUNTS, lower, table)


def _best(claims: list[Claim]) -> Claim:
    def key(claim: Claim) -> tuple[tuple[int, int], bool, bool, str]:
        first = min((step.moment.earliest.isoformat() for step in claim.office.steps), default="unknown")
        return claim.position, claim.is_acting, claim.is_inactive, first

    return min(claims, key=key)


def _with(claim: Claim, sentence: str, others: list[Claim], table: Table, *, is_open: bool = False) -> Claim:
    titles = ", ".join(
        f"{other.office.title or other.office.office_class} ({other.rank})" for other in others
    )
    rule = "R24" if sentence is not HIGHEST_COUNTS else "R25"
    setting = table.profile.settings.former
    source = table.profile.source(setting.source) or sources.SEVERAL_OFFICES
    reason = Reason(sentence, {"others": titles}, rule=rule, source=source, is_open=is_open)
    return claim._replace(reasons=(*claim.reasons, reason))
