"""The figures of a public page: counted ones by year, and apart from them what somebody claims (R118)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.cldr import figure as number_in_words
from chancery.base.cldr import partial_date_in_words
from chancery.base.languages import wording
from chancery.campaign import public_totals
from chancery.campaign.indicator_words import COUNTED, NAMES
from chancery.campaign.models import CampaignClaim, CampaignPage
from chancery.campaign.public_totals import ShownTotal
from chancery.campaign.queries import public as queries
from chancery.campaign.queries.figures import Figure
from chancery.directory.queries.people import name_in
from chancery.record.claim_words import MEANT
from chancery.rules.campaign.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Counted:
    """One indicator: its name, what it counts, and for each year the figure and of how many events."""

    name: str
    counts: str
    years: Sequence[tuple[int, str, str]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure that somebody claims: as it is meant, of what, who says so, where it was read, as of when."""

    figure: str
    counted: str
    claimant: str
    source: str
    address: str
    as_of: str


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """All figures of a page; nothing is shown where there are none."""

    counted: Sequence[Counted]
    claimed: Sequence[Claimed]
    stated: Sequence[ShownTotal] = ()

    def __bool__(self) -> bool:
        return bool(self.counted or self.claimed or self.stated)


def shown_of(page: CampaignPage, language: str, now: datetime) -> ShownFigures:
    """Return the figures that the office ticked, in words."""
    found = queries.figures_shown(page)
    ticked = dict.fromkeys(each.indicator for each in found)
    counted = [_counted(name, found, language) for name in Indicator if name in ticked]
    claims = [claimed(claim, language) for claim in queries.claims_shown(page)]
    return ShownFigures(counted, claims, public_totals.shown_of(page, language, now))


def _counted(indicator: Indicator, found: Sequence[Figure], language: str) -> Counted:
    rows = [each for each in found if each.indicator == indicator]
    years = [
        (each.year, number_in_words(each.value, language), of_events(each.events, language)) for each in rows
    ]
    return Counted(str(NAMES[indicator]), str(COUNTED[indicator]), years)


def of_events(events: int, language: str) -> str:
    """Of how many events a figure is the sum."""
    figure = number_in_words(events, language)
    return ngettext("of %(count)s event", "of %(count)s events", events) % {"count": figure}


def claimed(claim: CampaignClaim, language: str) -> Claimed:
    """Write a claim with whoever makes it; it is never added to a count."""
    printed = wording(claim.words, language).text
    figure = meant(claim, language)
    return Claimed(
        figure=" · ".join(part for part in (figure, f"“{printed}”" if printed else "") if part),
        counted=wording(claim.counted, language).text or str(claim.get_about_display()),
        claimant=claimant_of(claim, language),
        source=claim.source,
        address=claim.address if claim.address.startswith(("https://", "http://")) else "",
        as_of=partial_date_in_words(claim.as_of, language) if claim.as_of else "",
    )


def meant(claim: CampaignClaim, language: str) -> str:
    """The figure as exact as it is meant to be: about 1,000, at least 1,000."""
    figure = number_in_words(claim.value, language)
    if claim.upper is not None:
        most = number_in_words(claim.upper, language)
        figure = _("%(least)s to %(most)s") % {"least": figure, "most": most}
    return str(MEANT[claim.exactness]) % {"figure": figure}


def claimant_of(claim: CampaignClaim, language: str) -> str:
    """Who says so."""
    if claim.person is not None:
        return name_in(claim.person, language)
    return wording(claim.body.names, language).text if claim.body is not None else claim.claimant
