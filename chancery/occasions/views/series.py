"""Series: the list, one with its editions, an edition with its events, adding, changing and deleting."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.occasions.access import campaign_for, own_series_for, series_for
from chancery.occasions.actions import series as actions
from chancery.occasions.actions.rows import StillServed
from chancery.occasions.forms.series import EditionForm, SeriesForm
from chancery.occasions.models import Series, SeriesEdition
from chancery.occasions.queries.series import editions_of, series_of
from chancery.occasions.views.pages import deletion

ON_A_PAGE = 50


@office_page(Right.EVENTS_VIEW)
def every(request: HttpRequest, office: Office) -> HttpResponse:
    """List the series of the office, and those of the campaigns it sees."""
    return framed(request, "occasions/every_series.html", found=series_of(office.organiser))


@office_page(Right.EVENTS_VIEW)
def series(request: HttpRequest, office: Office, series: str) -> HttpResponse:
    """Show a series with its editions."""
    chosen = series_for(office, series)
    is_own = chosen.organiser_id == office.organiser.pk
    page = Paginator(editions_of(chosen, office.organiser), ON_A_PAGE).get_page(request.GET.get("page"))
    return framed(
        request,
        "occasions/series.html",
        series=chosen,
        page=page,
        is_own=is_own,
        may_change=is_own and office.may(Right.EVENTS_EDIT),
        lines=history.of(chosen, language=get_language() or "en") if is_own else [],
    )


@office_page(Right.EVENTS_VIEW)
def edition(request: HttpRequest, office: Office, series: str, edition: str) -> HttpResponse:
    """Show an edition of a series with the events of the office in it."""
    chosen = series_for(office, series)
    shown = get_object_or_404(editions_of(chosen, office.organiser), code=edition)
    held = shown.events.filter(organiser=office.organiser).order_by("held_on", "id")
    page = Paginator(held, ON_A_PAGE).get_page(request.GET.get("page"))
    return framed(request, "occasions/edition.html", series=chosen, edition=shown, page=page)


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a series; `?campaign=` names the campaign it belongs to."""
    code = request.GET.get("campaign", "")
    campaign = campaign_for(office, code) if code else None
    return _form(request, office, Series(organiser=office.organiser, campaign=campaign))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, series: str) -> HttpResponse:
    """Change a series and its editions."""
    return _form(request, office, own_series_for(office, series))


def _form(request: HttpRequest, office: Office, series: Series) -> HttpResponse:
    form = SeriesForm(request.POST or None, instance=series, office=office)
    editions = rows_of(Series, SeriesEdition, EditionForm)(
        request.POST or None,
        instance=series,
        queryset=SeriesEdition.objects.order_by("number", "begins_on", "id"),
        prefix="editions",
        form_kwargs={"languages": office.organiser.languages},
    )
    is_valid = request.method == "POST" and all([form.is_valid(), editions.is_valid()])
    if is_valid and _is_saved(request, office, form, editions):
        return redirect("occasions:series", ref=office.organiser.ref, series=form.instance.code)
    return framed(request, "occasions/series_form.html", form=form, editions=editions, series=series)


def _is_saved(request: HttpRequest, office: Office, form: SeriesForm, editions: Any) -> bool:
    is_new = form.instance.pk is None
    try:
        actions.save_series(form.instance, editions=editions.kept, dropped=editions.dropped, by=office.actor)
    except (StillServed, actions.OneNumberTwice) as refused:
        if is_new:
            form.instance.pk = None
        messages.error(request, str(refused))
        return False
    messages.success(request, _("The series is saved."))
    return True


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, series: str) -> HttpResponse:
    """Delete a series with its editions, after asking."""
    chosen = own_series_for(office, series)
    back = reverse("occasions:series", args=[office.organiser.ref, series])
    to = reverse("occasions:every-series", args=[office.organiser.ref])
    return deletion(request, office, chosen, delete=actions.delete_series, back=back, to=to)
