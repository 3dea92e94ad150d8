"""What the pages of all rows have in common that offices of a ministry show to one another."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
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


type Take = Callable[..., TakenModel]
type Renew = Callable[..., object]


class GivenPages[Row: TakenModel]:
    """
    The pages on which offices of a ministry give rows of one kind to one another.

    `kind` is what a route calls a row, and what its routes end in: `taken-place`, `take-newer-place` and
    `keep-place` of `namespace`; `home` is the page of an own row. `take` makes the own copy of a source,
    `renew` lets it say what the source says now. `beside` gives the template of the comparison what it needs
    more. Everything but reading the comparison asks for the right `edit`.
    """

    def __init__(
        self,
        model: type[Row],
        *,
        kind: str,
        namespace: str,
        home: str,
        edit: Right,
        take: Take,
        renew: Renew,
        view: Right | None = None,
        template: str = "base/taken.html",
        beside: Callable[[Row], Mapping[str, Any]] = lambda own: {},
    ) -> None:
        self._model, self._kind, self._namespace, self._home = model, kind, namespace, home
        self._take, self._renew, self._template, self._beside = take, renew, template, beside
        self._edit = edit
        deed = office_page(edit)
        self.show = require_POST(deed(self._show))
        self.take = require_POST(deed(self._take_over))
        self.taken = office_page(view or edit)(self._taken)
        self.take_newer = require_POST(deed(self._take_newer))
        self.keep = require_POST(deed(self._keep))

    def _show(self, request: HttpRequest, office: Office, **route: str) -> HttpResponse:
        """Show an own row to all posts, or to them no longer."""
        own, is_shown = self._own(office, route), "hide" not in request.POST
        taking.show(own, Visibility.TREE if is_shown else Visibility.OWN, by=office.actor)
        words = _("All posts can take “%(name)s” over.") if is_shown else _("“%(name)s” is shown no longer.")
        messages.success(request, words % {"name": own})
        return redirect(self._url(office, own, self._home))

    def _take_over(self, request: HttpRequest, office: Office, **route: str) -> HttpResponse:
        """Take a row that is shown over into an own one."""
        source = get_object_or_404(shown_to(office.organiser, self._model), code=route[self._kind])
        own = self._take(source, organiser=office.organiser, by=office.actor)
        messages.success(request, _("“%(name)s” is yours now; its source stays in view.") % {"name": own})
        return redirect(self._url(office, own, self._home))

    def _taken(self, request: HttpRequest, office: Office, **route: str) -> HttpResponse:
        """Show an own row beside the one it was taken from. Errors: Http404 where it has none."""
        own = self._own(office, route)
        if own.source is None:
            raise Http404
        return framed(
            request,
            self._template,
            own=own,
            compared=compared(own, get_language() or "en"),
            own_url=self._url(office, own, self._home),
            newer_url=self._url(office, own, f"take-newer-{self._kind}"),
            keep_url=self._url(office, own, f"keep-{self._kind}"),
            may_change=office.may(self._edit),
            **self._beside(own),
        )

    def _take_newer(self, request: HttpRequest, office: Office, **route: str) -> HttpResponse:
        """Let an own row say what its source says now."""
        own = self._own(office, route)
        self._renew(own, by=office.actor)
        messages.success(request, _("“%(name)s” is as its source is now.") % {"name": own})
        return redirect(self._url(office, own, f"taken-{self._kind}"))

    def _keep(self, request: HttpRequest, office: Office, **route: str) -> HttpResponse:
        """Keep an own row as it is though its source has changed."""
        own = self._own(office, route)
        taking.keep_own(own, by=office.actor)
        messages.success(request, _("Your own words are kept, and the history says so."))
        return redirect(self._url(office, own, f"taken-{self._kind}"))

    def _own(self, office: Office, route: Mapping[str, str]) -> Row:
        return own_row(office, self._model, route[self._kind])

    def _url(self, office: Office, row: TakenModel, page: str) -> str:
        return reverse(f"{self._namespace}:{page}", args=[office.organiser.ref, row.code])  # type: ignore[attr-defined]  # every kind that is given down has one
