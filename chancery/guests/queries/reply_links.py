"""Which link a token opens."""

from chancery.guests.models import ReplyLink
from chancery.guests.tokens import digest_of, is_token


def link_of(token: str) -> ReplyLink | None:
    """
    Return the link of a token with its party and event, revoked or not; None where there is none.

    A token that is malformed, made up or unknown takes the same steps as a right one, so that neither the
    answer nor its time says which it was.
    """
    found = (
        ReplyLink.objects.select_related("invitation__guest__person", "invitation__guest__event__organiser")
        .filter(digest=digest_of(token))
        .first()
    )
    return found if is_token(token) else None
