"""What every page knows of its reader and of the office it belongs to."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.models import User
from chancery.accounts.roles import Right
from chancery.base.colour import DEFAULT_ACCENT
from chancery.base.frame import Link


def office(request: HttpRequest) -> dict[str, Any]:
    """
    Give templates `office` (None outside an office), the rights of the reader as `may.<name>`, the links of
    the account menu, the apps in which they may undo, and the style sheet of the office's accent.
    """
    current: Office | None = getattr(request, "office", None)
    context: dict[str, Any] = {
        "office": current,
        "may": {},
        "account_links": _account_links(request, current),
    }
    if current is not None:
        context["may"] = {right.name.lower(): current.may(right) for right in Right}
        context["may_undo"] = access.apps_to_undo(current)
        context["accent_url"] = _accent_url(current)
    return context


def _accent_url(current: Office) -> str:
    """The sheet of the office's accent; none for that of the house, which was chosen for both grounds."""
    organiser = current.organiser
    if organiser.accent.upper() == DEFAULT_ACCENT:
        return ""
    # The colour in the address lets browsers keep the sheet until it changes.
    return f"{reverse('accounts:accent', args=[organiser.ref])}?{organiser.accent.lstrip('#')}"


def _account_links(request: HttpRequest, current: Office | None) -> list[Link]:
    if not isinstance(getattr(request, "user", None), User):
        return []
    links = [(_("Your account"), reverse("accounts:mine"))]
    if current is not None:
        ref = current.organiser.ref
        links.append((_("History"), reverse("accounts:history", args=[ref])))
        if current.may(Right.OFFICE_MANAGE):
            links.append((_("Team"), reverse("accounts:team", args=[ref])))
            links.append((_("The office"), reverse("desk:settings", args=[ref])))
    return [Link(name, url, is_current=request.path == url) for name, url in links]
