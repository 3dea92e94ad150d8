"""How claims are told in an answer: what is claimed with its doubt, and who makes the claim."""

from django.utils.translation import gettext

from chancery.base.languages import listed
from chancery.events.models import Claim
from chancery.record.claim_words import claim_in_words
from chancery.record.questions.known import Known


def claim_words(claim: Claim) -> str:
    """What is claimed, as the record tells it, and what speaks against it."""
    doubt = gettext("doubt: %(doubt)s") % {"doubt": claim.doubt} if claim.doubt else ""
    return listed(part for part in (claim_in_words(claim), doubt) if part)


def claimant_words(claim: Claim, known: Known) -> str:
    """Who claims it, and where that was read."""
    if claim.claimant:
        name = known.who(claim.claimant)
    elif claim.claimant_body:
        name = known.text(claim.claimant_body.names)
    else:
        name = claim.claimant_name
    return listed(part for part in (name, str(claim.source or "")) if part)
