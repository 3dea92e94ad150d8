"""The style sheet of an office: its accent colour, corrected to what can be read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import colour
from chancery.base.colour import UnreadableColour

A_YEAR = 31_536_000


@office_page(Right.OFFICE_VIEW)
@cache_control(private=True, max_age=A_YEAR, immutable=True)
def accent(request: HttpRequest, office: Office) -> HttpResponse:
    """Set the accent of the office as custom properties."""
    return _sheet(office.organiser.accent)


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def accent_of(request: HttpRequest, digits: str) -> HttpResponse:
    """Set an accent as custom properties, for pages that belong to no signed-in reader."""
    try:
        return _sheet(f"#{digits}")
    except UnreadableColour:
        raise Http404 from None


def _sheet(text: str) -> HttpResponse:
    accent = colour.accent_for(text)
    values = f"--accent: {accent.by_day}; --accent-night: {accent.by_night};"
    css = f"@layer tokens {{ :root {{ {values} }} }}\n"
    return HttpResponse(css, content_type="text/css")
