"""Recognitions as files: bringing many from a spreadsheet, giving them out as CSV, XLSX and on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts import undoing
from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import Link, framed
from chancery.base.pdf import PaperFailed
from chancery.base.sheets import SheetRefused
from chancery.occasions import documents, recognition_rows
from chancery.occasions.access import campaign_for
from chancery.occasions.actions import recognitions as actions
from chancery.occasions.forms.recognitions import TableForm
from chancery.occasions.queries.asked import asked_from
from chancery.occasions.recognition_reading import Reading
from chancery.occasions.recognition_rows import Asking
from chancery.occasions.views.recognitions import list_url, undo_url


@office_page(Right.EVENTS_EDIT)
def bring(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Bring many texts from a spreadsheet: all of them, or none and a sentence for each bad line."""
    chosen = campaign_for(office, campaign)
    form = TableForm(request.POST or None, request.FILES or None, campaign=chosen, office=office)
    if request.method == "POST" and form.is_valid():
        reading = form.reading
        undoing.do_and_say(request, lambda: _recorded(reading, office), url=undo_url(office, chosen))
        return redirect(list_url(office, chosen))
    return framed(
        request,
        "occasions/recognitions_import.html",
        crumbs=[Link(_("Recognitions"), list_url(office, chosen))],
        form=form,
        campaign=chosen,
        back=list_url(office, chosen),
    )


def _recorded(reading: Reading, office: Office) -> str:
    count = actions.record_all(reading.rows, by=office.actor)
    sentence = ngettext("%(count)s text is recorded.", "%(count)s texts are recorded.", count)
    return sentence % {"count": count}


@office_page(Right.EVENTS_EDIT)
def sample(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Give the empty table that the import reads."""
    chosen = campaign_for(office, campaign)
    content = documents.empty_table(office.organiser, timezone.localtime())
    return downloads.opened(content, f"{chosen.ref}-recognitions-empty.xlsx")


@office_page(Right.EVENTS_VIEW)
def as_csv(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Give the texts of the list as CSV."""
    asking = _asking(request, office, campaign)
    return downloads.opened(documents.table_as_csv(asking), f"{asking.campaign.ref}-recognitions.csv")


@office_page(Right.EVENTS_VIEW)
def as_xlsx(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Give the texts of the list as a workbook, with the total and its filters."""
    asking = _asking(request, office, campaign)
    try:
        content = documents.table_as_xlsx(asking, office.organiser, timezone.localtime())
    except SheetRefused as refused:
        messages.error(request, str(refused))
        return redirect(list_url(office, asking.campaign))
    return downloads.opened(content, f"{asking.campaign.ref}-recognitions.xlsx")


@office_page(Right.EVENTS_VIEW)
def as_pdf(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Print the list with the filters on it."""
    asking = _asking(request, office, campaign)
    try:
        content = documents.printed_list(
            asking, office.organiser, author=str(office.user), now=timezone.localtime()
        )
    except PaperFailed as refused:
        messages.error(request, str(refused))
        return redirect(list_url(office, asking.campaign))
    return downloads.opened(content, f"{asking.campaign.ref}-recognitions.pdf")


def _asking(request: HttpRequest, office: Office, campaign: str) -> Asking:
    chosen = campaign_for(office, campaign)
    return recognition_rows.ask(chosen, asked_from(dict(request.GET.lists()), now=timezone.localtime()))
