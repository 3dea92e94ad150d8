"""Claims in the reader's words: the figure as it is meant, and who says so."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chancery.base.cldr import figure as number_in_words
from chancery.base.languages import wording
from chancery.base.reasons import in_words
from chancery.events.models import Claim, Matter
from chancery.rules import claims as rules
from chancery.rules.claims import Exactness

MEANT: Mapping[str, Promise] = {
    Exactness.COUNT: gettext_lazy("%(figure)s, counted"),
    Exactness.ESTIMATE: gettext_lazy("about %(figure)s"),
    Exactness.AT_LEAST: gettext_lazy("at least %(figure)s"),
    Exactness.AT_MOST: gettext_lazy("at most %(figure)s"),
    Exactness.MORE_THAN_BEFORE: gettext_lazy("more than %(figure)s"),
    Exactness.FEWER_THAN_BEFORE: gettext_lazy("fewer than %(figure)s"),
    Exactness.UNKNOWN: gettext_lazy("%(figure)s"),
}
COMPARED: Mapping[str, Promise] = {
    Exactness.MORE_THAN_BEFORE: gettext_lazy("more than before"),
    Exactness.FEWER_THAN_BEFORE: gettext_lazy("fewer than before"),
}


def figure_in_words(claim: Claim | rules.Claim) -> str:
    """The figure of a claim as it is meant; empty where it names none."""
    if claim.value is None:
        return str(COMPARED.get(claim.exactness, ""))
    language = get_language() or "en"
    figure = number_in_words(claim.value, language)
    if claim.upper is not None:
        figure = _("%(least)s to %(most)s") % {
            "least": figure,
            "most": number_in_words(claim.upper, language),
        }
    return str(MEANT[claim.exactness]) % {"figure": figure}


def contradiction_in_words(found: rules.Contradiction, claims: Iterable[rules.Claim]) -> str:
    """Say what cannot both be right, with figures as the reader writes them."""
    by_key = {claim.key: claim for claim in claims}
    one, other = by_key[found.one], by_key[found.other]
    if one.value is None or other.value is None:
        return in_words(found.reason)

    def write(number: int) -> str:
        return number_in_words(number, get_language() or "en")

    values = {"one": rules.in_words(one, write), "other": rules.in_words(other, write)}
    return _("No figure is both %(one)s and %(other)s.") % values


def claim_in_words(claim: Claim) -> str:
    """The figure and what was printed, whichever there is."""
    printed = wording(claim.words, get_language() or "en").text
    return " · ".join(part for part in (figure_in_words(claim), f"“{printed}”" if printed else "") if part)


def claimant_of(claim: Claim) -> str:
    """Who says so; empty where nobody is named."""
    if claim.claimant is not None:
        return claim.claimant.name_printed
    if claim.claimant_body is not None:
        return wording(claim.claimant_body.names, get_language() or "en").text
    return claim.claimant_name


def sizes_in_words(matter: Matter) -> list[str]:
    """What is claimed of a size: the one that the record follows, else all, each with its source."""
    claims = list(matter.claims.all())
    followed = [claim for claim in claims if claim.is_followed]
    return [_said(claim) for claim in followed or claims]


def _said(claim: Claim) -> str:
    words = claim_in_words(claim)
    who = claim.claimant_name or (claim.source.title if claim.source else "")
    return f"{words} ({who})" if who else words
