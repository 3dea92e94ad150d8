"""Claims on a campaign as their page shows them: side by side, each under the one who makes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import beside, wording
from chancery.campaign.models import CampaignClaim
from chancery.campaign.queries.claims import Matter, as_rule
from chancery.record.claim_words import contradiction_in_words, figure_in_words
from chancery.record.figure_rows import ClaimLine


@dataclass(frozen=True, slots=True)
class MatterCard:
    """Claims about the same thing, what contradicts what, and what was decided by whom."""

    title: str
    claims: Sequence[ClaimLine]
    conflicts: Sequence[str]
    decision: str
    is_decided: bool
    follow_url: str


def cards_of(matters: Sequence[Matter], office: Office) -> list[MatterCard]:
    """Show matters in the reader's language; what the member may not change has no address."""
    return [_card(matter, office) for matter in matters]


def _card(matter: Matter, office: Office) -> MatterCard:
    first = matter.claims[0]
    contradictions, claims = matter.contradictions, [as_rule(claim) for claim in matter.claims]
    against = {key for found in contradictions for key in (found.one, found.other)}
    may_follow = first.campaign.organiser_id == office.organiser.pk and office.may(Right.EVENTS_EDIT)
    return MatterCard(
        title=title_of(first),
        claims=[_line(claim, office, str(claim.pk) in against) for claim in matter.claims],
        conflicts=list(dict.fromkeys(contradiction_in_words(found, claims) for found in contradictions)),
        decision=decision_in_words(matter),
        is_decided=matter.followed is not None,
        follow_url=_url(first, office, "follow-claim") if may_follow else "",
    )


def title_of(claim: CampaignClaim) -> str:
    """What is counted, and where: “Signatures, Sampleland”."""
    language = get_language() or "en"
    counted = beside(wording(claim.counted, language), language) or str(claim.get_about_display())
    if not claim.state:
        return counted[:1].upper() + counted[1:]
    place = cldr.state_in_words(claim.state, language)
    words = _("%(counted)s in %(state)s") % {"counted": counted, "state": place}
    return words[:1].upper() + words[1:]


def _line(claim: CampaignClaim, office: Office, is_contradicted: bool) -> ClaimLine:
    language = get_language() or "en"
    may_change = claim.organiser_id == office.organiser.pk and office.may(Right.EVENTS_EDIT)
    return ClaimLine(
        figure=figure_in_words(as_rule(claim)),
        printed=wording(claim.words, language).text,
        who=claimant_of(claim),
        source=claim.source or claim.address,
        source_url=claim.address,
        as_of=cldr.partial_date_in_words(claim.as_of, language) if claim.as_of else "",
        url=_url(claim, office, "change-claim") if may_change else "",
        is_followed=claim.followed_at is not None,
        is_contradicted=is_contradicted,
    )


def claimant_of(claim: CampaignClaim) -> str:
    """Who says so."""
    language = get_language() or "en"
    if claim.person is not None:
        return claim.person.main_name
    return beside(wording(claim.body.names, language), language) if claim.body else claim.claimant


def claim_line(claim: CampaignClaim) -> str:
    """A claim in one line: the figure, and who says so."""
    values = {"who": claimant_of(claim), "figure": figure_in_words(as_rule(claim))}
    return _("%(figure)s (%(who)s)") % values


def decision_in_words(matter: Matter) -> str:
    """What was decided, by whom, when and why; that nothing was, where it is so."""
    if (claim := matter.followed) is None or claim.followed_at is None:
        return _("Not decided; every claim stands for itself.")
    return _("One is followed by the decision of %(name)s, %(day)s: %(reason)s") % {
        "name": claim.followed_by_name,
        "day": cldr.day_in_words(timezone.localtime(claim.followed_at).date(), get_language() or "en"),
        "reason": claim.followed_because,
    }


def _url(claim: CampaignClaim, office: Office, name: str) -> str:
    return reverse(f"campaign:{name}", args=[office.organiser.ref, claim.campaign.code, claim.code])
