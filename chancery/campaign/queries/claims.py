"""Figures that somebody claims of a campaign: side by side where they speak of the same thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, QuerySet

from chancery.base.languages import any_text
from chancery.campaign.models import CampaignClaim
from chancery.occasions.models import Campaign
from chancery.rules import claims as rules

type Subject = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """Claims about the same thing, the newest by their day first; at most one of them is followed."""

    claims: Sequence[CampaignClaim]

    @property
    def followed(self) -> CampaignClaim | None:
        """The claim that is followed by somebody's decision; None where nobody decided."""
        return next((claim for claim in self.claims if claim.followed_at), None)

    @property
    def contradictions(self) -> list[rules.Contradiction]:
        """
        Which claims cannot both be right.

        Claims as of different days are not compared: what was counted may have grown between.
        """
        by_day = sorted(self.claims, key=_day)
        days = (list(of_day) for _on, of_day in groupby(by_day, _day))
        return [
            found for of_day in days for found in rules.contradictions([as_rule(claim) for claim in of_day])
        ]


def _day(claim: CampaignClaim) -> str:
    return str(claim.as_of or "")


def claims_of(campaign: Campaign) -> QuerySet[CampaignClaim]:
    """The claims on a campaign, with who makes them; the newest by their day first."""
    found = CampaignClaim.objects.filter(campaign=campaign).select_related(
        "person", "body", "organiser", "followed_by", "campaign"
    )
    return found.prefetch_related("person__names").order_by("about", F("as_of").desc(nulls_last=True), "id")


def matters_of(claims: Iterable[CampaignClaim]) -> list[Matter]:
    """Put claims about the same thing side by side, in the order of the first of each."""
    found: dict[Subject, list[CampaignClaim]] = {}
    for claim in claims:
        found.setdefault(subject_of(claim), []).append(claim)
    return [Matter(together) for together in found.values()]


def matter_of(claim: CampaignClaim) -> Matter:
    """Everything that is claimed about the same thing as a claim."""
    subject = subject_of(claim)
    return Matter([each for each in claims_of(claim.campaign) if subject_of(each) == subject])


def subject_of(claim: CampaignClaim) -> Subject:
    """What two claims about the same thing have alike: the figure, what is counted, and where."""
    return (claim.about, any_text(claim.counted).strip().casefold(), claim.state)


def as_rule(claim: CampaignClaim) -> rules.Claim:
    """Turn a row into the value that the rules compare."""
    return rules.Claim(
        key=str(claim.pk),
        value=claim.value,
        upper=claim.upper,
        exactness=rules.Exactness(claim.exactness),
        words=any_text(claim.words),
    )
