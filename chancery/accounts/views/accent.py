"""The style sheet of an office: its accent colour, corrected to what can be read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import colour

A_YEAR = 31_536_000


@office_page(Right.OFFICE_VIEW)
@cache_control(private=True, max_age=A_YEAR, immutable=True)
def accent(request: HttpRequest, office: Office) -> HttpResponse:
    """Set the accent of the office as custom properties."""
    accent = colour.accent_for(office.organiser.accent)
    values = f"--accent: {accent.by_day}; --accent-night: {accent.by_night};"
    css = f"@layer tokens {{ :root {{ {values} }} }}\n"
    return HttpResponse(css, content_type="text/css")
