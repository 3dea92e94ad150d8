"""What protocol profiles hold and how certain it is."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.precedence import given as giving
from chancery.precedence import queries
from chancery.precedence.conventions import ORDERS, answers_in_words
from chancery.precedence.models import Profile
from chancery.precedence.views.offered import offered_or_404, version_or_404
from chancery.rules import precedence as rules


@dataclass(frozen=True, slots=True)
class GivenProfile:
    """A profile that another office gives down; `own_key` is that of the office's copy, empty for none."""

    row: Profile
    profile: rules.Profile
    own_key: str


@office_page(Right.EVENTS_VIEW)
def profiles(request: HttpRequest, office: Office) -> HttpResponse:
    """List the profiles the office may use, each with how certain it is."""
    offered = queries.offered_to(office.organiser)
    own = [each for each in offered if each.own]
    copies = giving.copies_of(office.organiser)
    given = [
        GivenProfile(each, queries.own_profile(each), copies.get((each.organiser_id, each.key), ""))
        for each in giving.given_to(office.organiser)
    ]
    return framed(
        request,
        "precedence/profiles.html",
        own=own,
        behind=giving.newer_sources(office.organiser, [each.own for each in own if each.own]),
        given=given,
        shipped=[each for each in offered if not each.own],
    )


@office_page(Right.EVENTS_VIEW)
def profile(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Show a profile: its table, its conventions, its sources, its versions."""
    offered = offered_or_404(office, key)
    versions = queries.own_versions(office.organiser, key)
    return _shown(
        request,
        offered.profile,
        versions=versions,
        newest=offered.number,
        own=offered.own,
        newer=giving.newer_than(office.organiser, offered.own.source if offered.own else None),
    )


@office_page(Right.EVENTS_VIEW)
def version(request: HttpRequest, office: Office, key: str, number: int) -> HttpResponse:
    """Show an earlier version, 0 being the profile as it ships."""
    shown = version_or_404(office, key, number)
    newest = queries.newest_number(office.organiser, key)
    return _shown(request, shown, versions=(), newest=newest, number=number)


def _shown(request: HttpRequest, profile: rules.Profile, **context: object) -> HttpResponse:
    is_shipped = queries.is_shipped(profile.key)
    return framed(request, "precedence/profile.html", **described(profile), is_shipped=is_shipped, **context)


def described(profile: rules.Profile) -> dict[str, Any]:
    """What a page says of a profile: its table with sources, its conventions in words."""
    rows = [(row, [ORDERS[key] for key in row.order_by], profile.source(row.source)) for row in profile.rows]
    return {
        "profile": profile,
        "rows": rows,
        "language": get_language() or "en",
        "conventions": answers_in_words(profile),
    }
