"""Charts, tables and the whole dashboard as files."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import charts, downloads, sheets
from chancery.base.pdf import PaperFailed
from chancery.campaign import comparing
from chancery.campaign.comparing import CompareForm
from chancery.campaign.dashboard_charts import charts_of
from chancery.campaign.dashboard_places import OF_DRAWINGS, Place, place_of, with_filters
from chancery.campaign.documents import dashboard as papers
from chancery.campaign.opening import opens_in
from chancery.campaign.queries.dashboards import gather


@office_page(Right.EVENTS_VIEW)
def chart(request: HttpRequest, office: Office, chart: str, kind: str, campaign: str = "") -> HttpResponse:
    """Give a chart of a dashboard as a drawing, or its table. Errors: Http404 where it has no number."""
    place = place_of(office, campaign)
    asked = place.filters(request).asked
    drawn = charts_of(
        gather(asked.scope, timezone.now(), reader=office.organiser), asked, opens_in(asked, office.organiser)
    )
    found = next((each for each in drawn if each.key == chart), None)
    if found is None or kind not in OF_DRAWINGS:
        raise Http404
    try:
        content = _content(place, found, kind)
    except PaperFailed as failure:
        return _refused(request, place, failure)
    return file_response(place, found.key, kind, content)


def _refused(request: HttpRequest, place: Place, failure: PaperFailed) -> HttpResponse:
    """Say on the dashboard why it cannot be printed."""
    messages.error(request, str(failure))
    return redirect(with_filters(place.url(), request))


def _content(place: Place, found: charts.Chart, kind: str) -> bytes:
    language = get_language() or "en"
    match kind:
        case "svg":
            return charts.standalone(found, language=language).encode()
        case "png":
            return papers.picture_of(found, language)
        case _:
            return table_content(place, charts.table_of(found, language), found.title, kind)


@office_page(Right.EVENTS_VIEW)
def compared(request: HttpRequest, office: Office, kind: str, campaign: str = "") -> HttpResponse:
    """Give a comparison as a table; where what is asked does not fit, its page says why."""
    place = place_of(office, campaign)
    form = CompareForm(request.GET or None, filters=place.filters(request))
    table = comparing.compared(form, office.organiser)
    if table is None:
        return redirect(with_filters(place.url("-compare"), request))
    return file_response(place, "compared", kind, table_content(place, table, gettext("Comparison"), kind))


@office_page(Right.EVENTS_VIEW)
def paper(request: HttpRequest, office: Office, campaign: str = "") -> HttpResponse:
    """Give the whole dashboard as a PDF."""
    place = place_of(office, campaign)
    asked = place.filters(request).asked
    found = gather(asked.scope, timezone.now(), reader=office.organiser)
    try:
        content = papers.dashboard(found, asked, language=get_language() or "en", author=str(office.user))
    except PaperFailed as failure:
        return _refused(request, place, failure)
    return file_response(place, "figures", "pdf", content)


def table_content(place: Place, table: charts.Table, title: str, kind: str) -> bytes:
    """Return a table as CSV or XLSX."""
    rows: Sequence[Sequence[sheets.Cell]] = [
        [gettext("not counted") if cell.value is None else cell.value for cell in row] for row in table.rows
    ]
    if kind == "csv":
        return sheets.write_csv(table.heads, rows)
    columns = [sheets.Column(head, 30 if place == 0 else 14) for place, head in enumerate(table.heads)]
    return sheets.write_xlsx(
        [sheets.Sheet(title, columns, rows)],
        language=get_language() or "en",
        title=title,
        author=str(place.office.organiser),
        made_at=timezone.now().astimezone(place.office.organiser.zone),
    )


def file_response(place: Place, name: str, kind: str, content: bytes) -> HttpResponse:
    """Hand a file over under a name that says whose it is."""
    whose = place.campaign.ref if place.campaign else place.office.organiser.ref
    return downloads.opened(content, f"{whose}-{name}.{kind}")
