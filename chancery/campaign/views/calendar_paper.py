"""The calendar of a year as a sheet of paper."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.imprints import imprint_of
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.pdf import PaperFailed
from chancery.base.stock import stock_of_state
from chancery.campaign import calendar_months
from chancery.campaign.calendar_rows import Reader
from chancery.campaign.documents.calendar_paper import year_paper
from chancery.campaign.forms.calendar import YEAR, CalendarForm
from chancery.campaign.queries.calendar import posts_of, span_of

SMALL = "a4"
SHEETS = {SMALL: {"a4": "a4", "us-letter": "us-letter"}, "a3": {"a4": "a3", "us-letter": "tabloid"}}
"""The small and the large sheet, as the papers of an office have them."""


@office_page(Right.EVENTS_VIEW)
def paper(request: HttpRequest, office: Office) -> HttpResponse:
    """Print the year and post of an address on its sheet, in the language of the reader."""
    sheet = request.GET.get("sheet", SMALL)
    now, language, organiser = timezone.now(), get_language() or "en", office.organiser
    today = now.astimezone(organiser.zone).date()
    form = CalendarForm(request.GET, today=today, posts=list(posts_of(organiser)))
    if sheet not in SHEETS or not form.is_valid() or form.view != YEAR:
        raise Http404
    year = form.chosen_year
    span = span_of(organiser, *form.span(), language, post=form.chosen_post)
    shown = form.chosen_post or organiser
    reader = Reader(office, today, form.step)
    try:
        pdf = year_paper(
            shown,
            year,
            calendar_months.months_of(year, reader, span, state=shown.host_state),
            calendar_months.weekday_initials(),
            sheet=SHEETS[sheet][stock_of_state(organiser.host_state).sheet],
            language=language,
            imprint=imprint_of(shown, language, now=now, author=office.user.name),
        )
    except PaperFailed as failure:
        messages.error(request, str(failure))
        return redirect("campaign:calendar", ref=organiser.ref)
    return downloads.opened(pdf, f"{shown.ref}-{year}.pdf")
