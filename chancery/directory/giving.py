"""What the pages of all rows have in common that offices of a ministry show to one another."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.base import taking
from chancery.base.comparing import compared
from chancery.base.frame import framed
from chancery.base.taken import TakenModel
from chancery.directory.access import shown_in_tree
from chancery.directory.models import Visibility


def shown_to[Row: TakenModel](organiser: Organiser, model: type[Row]) -> QuerySet[Row]:
    """The rows of a kind that other offices of the ministry show to an office, by their owner."""
    shown = model._default_manager.filter(shown_in_tree(organiser)).exclude(organiser=organiser)
    return shown.select_related("organiser").order_by("organiser__ref", "ref", "id")


def not_taken[Row: TakenModel](organiser: Organiser, model: type[Row]) -> QuerySet[Row]:
    """Those of them of which the office has no copy yet."""
    own = model._default_manager.filter(organiser=organiser, source__isnull=False)
    return shown_to(organiser, model).exclude(pk__in=own.values("source"))


def own_row[Row: TakenModel](office: Office, model: type[Row], code: str) -> Row:
    """Return a row of the office with its source. Errors: Http404 for any other."""
    return get_object_or_404(
        model._default_manager.select_related("source__organiser"), organiser=office.organiser, code=code
    )


def show(request: HttpRequest, office: Office, row: TakenModel) -> None:
    """Show an own row to all posts, or to them no longer, and say so."""
    is_shown = "hide" not in request.POST
    taking.show(row, Visibility.TREE if is_shown else Visibility.OWN, by=office.actor)
    words = _("All posts can take “%(name)s” over.") if is_shown else _("“%(name)s” is shown no longer.")
    messages.success(request, words % {"name": row})


def say_taken(request: HttpRequest, own: TakenModel) -> None:
    """Say that a row was taken over."""
    messages.success(request, _("“%(name)s” is yours now; its source stays in view.") % {"name": own})


def say_renewed(request: HttpRequest, own: TakenModel) -> None:
    """Say that a row is what its source is now."""
    messages.success(request, _("“%(name)s” is as its source is now.") % {"name": own})


def keep(request: HttpRequest, office: Office, own: TakenModel) -> None:
    """Keep an own row though its source has changed, and say so."""
    taking.keep_own(own, by=office.actor)
    messages.success(request, _("Your own words are kept, and the history says so."))


def beside_source(
    request: HttpRequest,
    own: TakenModel,
    *,
    own_url: str,
    newer_url: str,
    keep_url: str,
    template: str = "base/taken.html",
    **more: Any,
) -> HttpResponse:
    """Show an own row beside the one it was taken from. Errors: Http404 where it has none."""
    if own.source is None:
        raise Http404
    rows = compared(own, get_language() or "en")
    urls = {"own_url": own_url, "newer_url": newer_url, "keep_url": keep_url}
    return framed(request, template, own=own, compared=rows, **urls, **more)
