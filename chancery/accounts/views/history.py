"""The history of an office: who changed what, and undoing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.forms.history import HistoryFilter
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base import undo as undoing
from chancery.base.frame import framed


@office_page(Right.OFFICE_VIEW)
def lines(request: HttpRequest, office: Office) -> HttpResponse:
    """Show what was changed in what the reader may see, the newest first."""
    shown = access.apps_with_history(office)
    form = HistoryFilter(request.GET, organiser=office.organiser, apps_shown=shown)
    found = history.lines_of_office(
        office.organiser.pk, apps_shown=shown, without=access.kinds_hidden(office), **form.narrowed()
    )
    page = history.page_of(found, before=_number(request.GET.get("before")), language=get_language() or "en")
    may_check = office.may(Right.OFFICE_MANAGE)
    return framed(request, "accounts/history.html", form=form, page=page, may_check=may_check)


@office_page(Right.OFFICE_VIEW)
@require_POST
def undo(request: HttpRequest, office: Office, number: int) -> HttpResponse:
    """Undo one change, or say why that cannot be."""
    line = access.line_to_undo(office, number)
    try:
        undoing.undo(line, by=office.actor)
    except undoing.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The change of %(label)s is undone.") % {"label": line.label})
    return _back(request, office)


def _back(request: HttpRequest, office: Office) -> HttpResponse:
    """Return to the page on which undo was pressed, where it was one of ours."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    if wanted.startswith("/") and is_ours:
        return HttpResponseRedirect(wanted)
    return redirect("accounts:history", ref=office.organiser.ref)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None
