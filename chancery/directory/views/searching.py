"""Search as you type: a part of a page for fields, a page of its own without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import is_part_request
from chancery.directory.queries.options import options_for
from chancery.directory.queries.search import KINDS
from chancery.directory.views.pages import page

AT_ONCE = 12
ON_A_PAGE = 50


@office_page(Right.DIRECTORY_VIEW)
def search(request: HttpRequest, office: Seat) -> HttpResponse:
    """Answer `?q=`, or the text of the field that `?for=` names; `?kind=` narrows it to one kind."""
    field = request.GET.get("for", "")
    text = request.GET.get("q", "") or request.GET.get(f"{field}_text", "")
    kind = request.GET.get("kind", "")
    kinds = [kind] if kind in KINDS else list(KINDS)
    is_part = is_part_request(request)
    limit = AT_ONCE if is_part else ON_A_PAGE
    options = options_for(office, text[:200], kinds, limit, today=office.today, with_pages=not field)
    if is_part:
        return render(request, "base/_options.html", {"options": options})
    return page(request, office, "search", options=options, text=text)
