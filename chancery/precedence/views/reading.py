"""What protocol profiles hold and how certain it is."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.precedence import queries
from chancery.precedence.conventions import ORDERS, answers_in_words
from chancery.precedence.views.offered import offered_or_404, version_or_404
from chancery.rules import precedence as rules


@office_page(Right.EVENTS_VIEW)
def profiles(request: HttpRequest, office: Office) -> HttpResponse:
    """List the profiles the office may use, each with how certain it is."""
    offered = queries.offered_to(office.organiser)
    return framed(
        request,
        "precedence/profiles.html",
        own=[each for each in offered if each.own],
        shipped=[each for each in offered if not each.own],
    )


@office_page(Right.EVENTS_VIEW)
def profile(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Show a profile: its table, its conventions, its sources, its versions."""
    offered = offered_or_404(office, key)
    versions = queries.own_versions(office.organiser, key)
    return _shown(request, offered.profile, versions=versions, newest=versions[0].version if versions else 0)


@office_page(Right.EVENTS_VIEW)
def version(request: HttpRequest, office: Office, key: str, number: int) -> HttpResponse:
    """Show an earlier version, 0 being the profile as it ships."""
    shown = version_or_404(office, key, number)
    newest = queries.newest_number(office.organiser, key)
    return _shown(request, shown, versions=(), newest=newest, number=number)


def _shown(request: HttpRequest, profile: rules.Profile, **context: object) -> HttpResponse:
    return framed(
        request,
        "precedence/profile.html",
        profile=profile,
        rows=[
            (row, [ORDERS[key] for key in row.order_by], profile.source(row.source)) for row in profile.rows
        ],
        language=get_language() or "en",
        conventions=answers_in_words(profile),
        is_shipped=queries.is_shipped(profile.key),
        **context,
    )
