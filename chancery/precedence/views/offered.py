"""The profile that an address names, as the office may use it."""

from django.http import Http404

from chancery.accounts.access import Office
from chancery.precedence import queries
from chancery.precedence.queries import OfferedProfile
from chancery.rules import precedence as rules


def offered_or_404(office: Office, key: str) -> OfferedProfile:
    """Find a profile by its key. Errors: Http404 where the office has none of it."""
    offered = queries.offered(office.organiser, key)
    if offered is None:
        raise Http404
    return offered


def version_or_404(office: Office, key: str, number: int) -> rules.Profile:
    """Find a version of a profile. Errors: Http404 where there is none."""
    found = queries.version_of(office.organiser, key, number)
    if found is None:
        raise Http404
    return found
