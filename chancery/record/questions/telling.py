"""How claims are told: the figure with its exactness, and who makes the claim."""

from collections.abc import Callable

from django.utils.translation import gettext

from chancery.base import cldr
from chancery.base.languages import listed
from chancery.events.models import Claim
from chancery.record.questions.known import Known

_EXACT: dict[str, Callable[[], str]] = {
    Claim.Exactness.COUNT: lambda: gettext("%(figure)s, counted"),
    Claim.Exactness.ESTIMATE: lambda: gettext("about %(figure)s, estimated"),
    Claim.Exactness.AT_LEAST: lambda: gettext("at least %(figure)s"),
    Claim.Exactness.AT_MOST: lambda: gettext("at most %(figure)s"),
    Claim.Exactness.MORE_THAN_BEFORE: lambda: gettext("more than before: %(figure)s"),
    Claim.Exactness.FEWER_THAN_BEFORE: lambda: gettext("fewer than before: %(figure)s"),
}


def claim_words(claim: Claim, known: Known) -> str:
    """What is claimed: a figure, a span, a bound or a comparison; what is no figure as it was printed."""
    figure = _figure(claim, known)
    printed = known.text(claim.words)
    if figure and claim.exactness:
        figure = _EXACT[claim.exactness]() % {"figure": figure}
    if not figure and claim.exactness:
        figure = claim.get_exactness_display()
    parts = [figure, gettext("“%(words)s”") % {"words": printed} if printed else ""]
    if claim.doubt:
        parts.append(gettext("doubt: %(doubt)s") % {"doubt": claim.doubt})
    return listed(part for part in parts if part)


def _figure(claim: Claim, known: Known) -> str:
    if claim.value is None:
        return ""
    lower = cldr.figure(claim.value, known.language)
    if claim.upper is None:
        return lower
    return gettext("%(lower)s to %(upper)s") % {
        "lower": lower,
        "upper": cldr.figure(claim.upper, known.language),
    }


def claimant_words(claim: Claim, known: Known) -> str:
    """Who claims it, and where that was read."""
    if claim.claimant:
        name = known.who(claim.claimant)
    elif claim.claimant_body:
        name = known.text(claim.claimant_body.names)
    else:
        name = claim.claimant_name
    return listed(part for part in (name, str(claim.source or "")) if part)
