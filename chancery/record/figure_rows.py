"""Matters with their claims side by side, as the page of the figures shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.cldr import day_in_words, partial_date_in_words
from chancery.base.frame import ReasonLine
from chancery.base.languages import wording
from chancery.base.reasons import in_words
from chancery.events.models import Claim, Matter
from chancery.record import claim_words
from chancery.record.queries import figures as queries
from chancery.record.queries.figures import Sum


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: figure and printed words, who says so and where, what is against it, where to change it."""

    figure: str
    printed: str
    who: str
    source: str
    source_url: str
    as_of: str
    is_followed: bool
    is_contradicted: bool
    doubt: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class MatterCard:
    """A matter with its claims in their order, what contradicts what, and what was decided by whom."""

    code: str
    title: str
    about: str
    claims: Sequence[ClaimLine]
    conflicts: Sequence[str]
    decision: str
    is_decided: bool


def cards_of(matters: Sequence[Matter]) -> list[MatterCard]:
    """Show matters in the reader's language."""
    sums = queries.sums_against(matters)
    return [_card(matter, sums.get(matter.pk, ())) for matter in matters]


def _card(matter: Matter, sums: Sequence[Sum]) -> MatterCard:
    contradictions = queries.contradictions_in(matter)
    against = {key for found in contradictions for key in (found.one, found.other)}
    language = get_language() or "en"
    return MatterCard(
        code=matter.code,
        title=title_of(matter),
        about=" · ".join(_about(matter, language)),
        claims=[_line(claim, language, str(claim.pk) in against) for claim in matter.claims.all()],
        conflicts=[
            *dict.fromkeys(in_words(found.reason) for found in contradictions),
            *(_sum_in_words(each) for each in sums),
        ],
        decision=decision_in_words(matter),
        is_decided=bool(matter.decision),
    )


def title_of(matter: Matter) -> str:
    """What is counted, in the reader's language, else the kind of the matter."""
    return wording(matter.counted, get_language() or "en").text or str(matter.get_kind_display())


def _about(matter: Matter, language: str) -> Iterator[str]:
    if matter.counted:
        yield str(matter.get_kind_display())
    if matter.scope != Matter.Scope.EVENT:
        yield str(matter.get_scope_display())
    for row in (matter.category, matter.part):
        if row is not None:
            yield wording(row.names, language).text


def _line(claim: Claim, language: str, is_contradicted: bool) -> ClaimLine:
    return ClaimLine(
        figure=claim_words.figure_in_words(claim),
        printed=wording(claim.words, language).text,
        who=claim_words.claimant_of(claim),
        source=claim.source.title if claim.source else "",
        source_url=claim.source.address if claim.source else "",
        as_of=partial_date_in_words(claim.as_of, language) if claim.as_of else "",
        is_followed=claim.is_followed,
        is_contradicted=is_contradicted,
        doubt=claim.doubt,
    )


def _sum_in_words(each: Sum) -> str:
    words = in_words(each.reason)
    return f"{each.source}: {words}" if each.source else words


def decision_in_words(matter: Matter) -> str:
    """What was decided, by whom, when and why; that nothing was, where it is so."""
    if not matter.decision:
        return _("Not decided.")
    values = {
        "name": matter.decided_by_name or str(matter.decided_by or ""),
        "day": day_in_words(matter.decided_at.date(), get_language() or "en") if matter.decided_at else "",
        "reason": matter.decided_because,
    }
    if matter.decision == Matter.Decision.FOLLOW:
        return _("The record follows one by the decision of %(name)s, %(day)s: %(reason)s") % values
    return _("The record keeps all by the decision of %(name)s, %(day)s: %(reason)s") % values


def reasons_of(matter: Matter) -> list[ReasonLine]:
    """Who says what, one line a claim, the followed one first; then what contradicts what."""
    claims = sorted(matter.claims.all(), key=lambda claim: not claim.is_followed)
    said = [
        ReasonLine(
            words=_said(claim),
            source=claim.source.title if claim.source else "",
            source_url=claim.source.address if claim.source else "",
        )
        for claim in claims
    ]
    return said + [ReasonLine(in_words(found.reason)) for found in queries.contradictions_in(matter)]


def _said(claim: Claim) -> str:
    words = {"claim": claim_words.claim_in_words(claim), "who": claim_words.claimant_of(claim)}
    return _("%(who)s: %(claim)s") % words if words["who"] else words["claim"]
