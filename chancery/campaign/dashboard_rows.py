"""The key figures and the claims of a dashboard, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.campaign.asked import Asked
from chancery.campaign.indicator_words import COUNTED, NAMES
from chancery.campaign.models import CampaignClaim
from chancery.campaign.opening import Opens
from chancery.campaign.queries.dashboards import OF_PEOPLE, Gathered, Sums
from chancery.campaign.queries.figures import Figure
from chancery.rules.campaign.indicators import Indicator

# What stands at the head of a dashboard; costs are read on their own pages, by those who keep them.
KEY_INDICATORS = (
    Indicator.EVENTS,
    Indicator.INVITED,
    Indicator.ACCEPTED,
    Indicator.PRESENT,
    Indicator.HEADS_OF_MISSION,
    Indicator.EXHIBITIONS,
    Indicator.SHOWINGS,
    Indicator.STATEMENTS,
    Indicator.DOCUMENTS,
    Indicator.RELEASES,
    Indicator.PRESS,
)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """
    One figure at the head of a dashboard; `counted` says of what, `note` what it leaves open.

    `events` says of how many events it is the sum, None where it is not counted from events.
    """

    name: str
    value: str
    counted: str
    events: int | None = None
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure that somebody claims: as printed, by whom, where it was read, as of when."""

    figure: str
    counted: str
    words: str
    claimant: str
    source: str
    address: str
    as_of: str


def key_figures_of(found: Gathered, asked: Asked, opens: Opens) -> list[KeyFigure]:
    """Return the key figures in their order; what nothing was counted for is left out."""
    if asked.category:
        return [*_sums_of(found.by_category, OF_PEOPLE, asked.category, found, opens)]
    figures = [*_sums_of(found.plain, KEY_INDICATORS, "", found, opens)]
    return [*figures, *_states(found, opens), *_recognitions(found, opens)]


def _sums_of(
    sums: Sums, indicators: tuple[Indicator, ...], key: str, found: Gathered, opens: Opens
) -> Iterator[KeyFigure]:
    for indicator in indicators:
        parts = [sums.found.get((indicator, year, key)) for year in sorted(sums.years)]
        counted = [part for part in parts if part is not None]
        if value := sum(part.value for part in counted):
            yield KeyFigure(
                name=str(NAMES[indicator]),
                value=cldr.figure(value, _reader()),
                counted=str(COUNTED[indicator]),
                events=sum(part.events for part in counted),
                url=opens(Figure(indicator, 0, counted[0].by, key, value, 0)),
            )


def _states(found: Gathered, opens: Opens) -> Iterator[KeyFigure]:
    """States are never added up over years: each counts once, however often somebody came."""
    states = [state for state in found.by_state.keys(Indicator.STATES) if state]
    if states:
        counted = gettext("states with somebody there, each once over all these years")
        yield KeyFigure(
            name=str(NAMES[Indicator.STATES]),
            value=cldr.figure(len(states), _reader()),
            counted=counted,
            url=opens(Figure(Indicator.STATES, 0, "", "", len(states), 0)),
        )


def _recognitions(found: Gathered, opens: Opens) -> Iterator[KeyFigure]:
    """Texts that stand today; those in doubt are said and not added (R117)."""
    if found.recognised is None or found.scope.campaign is None or not found.recognised.counted.at_most:
        return
    total = found.recognised.counted
    doubtful = gettext("At most %(most)s with those whose day is in doubt.") % {
        "most": cldr.figure(total.at_most, _reader())
    }
    yield KeyFigure(
        name=str(NAMES[Indicator.RECOGNITIONS]),
        value=cldr.figure(total.value, _reader()),
        counted=gettext("texts adopted and standing today, of any body and any kind"),
        note=doubtful if total.at_most > total.value else "",
        url=opens.recognitions(),
    )


def claims_in_words(found: Gathered) -> list[Claimed]:
    """Return the claims; they are shown apart and never added to what is counted."""
    return [_claimed(claim) for claim in found.claims]


def _claimed(claim: CampaignClaim) -> Claimed:
    reader = _reader()
    figure = cldr.figure(claim.value, reader)
    if claim.upper is not None:
        figure = f"{figure}–{cldr.figure(claim.upper, reader)}"
    return Claimed(
        figure=figure,
        counted=wording(claim.counted, reader).text or claim.get_about_display(),
        words=wording(claim.words, reader).text,
        claimant=str(claim.person or claim.body or claim.claimant),
        source=claim.source,
        address=claim.address,
        as_of=cldr.partial_date_in_words(claim.as_of, reader) if claim.as_of else "",
    )


def _reader() -> str:
    return get_language() or "en"
