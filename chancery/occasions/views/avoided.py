"""Days to avoid: the list beside the public holidays, adding, changing and deleting."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed, say_with_undo
from chancery.occasions import avoided_rows
from chancery.occasions.actions import avoided as actions
from chancery.occasions.forms.avoided import AvoidedDayForm
from chancery.occasions.models import AvoidedDay
from chancery.occasions.queries.avoided import avoided_days_of
from chancery.occasions.rule_forms import RuleForm

ONCE = gettext_lazy("Once, on the days above")
AHEAD = timedelta(days=365)


@office_page(Right.EVENTS_VIEW)
def avoided(request: HttpRequest, office: Office) -> HttpResponse:
    """List the days to avoid that the office keeps, and what the coming year has in its host state."""
    today = office.today
    rows = [(row, avoided_rows.when_in_words(row)) for row in avoided_days_of(office.organiser)]
    coming = avoided_rows.coming_days(office.organiser, today, today + AHEAD)
    return framed(request, "occasions/avoided.html", rows=rows, coming=coming)


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a day to avoid, in the host state unless another is chosen."""
    return _form(request, office, AvoidedDay(organiser=office.organiser, state=office.organiser.host_state))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, day: str) -> HttpResponse:
    """Change a day to avoid."""
    return _form(request, office, _day(office, day))


@office_page(Right.EVENTS_EDIT)
@require_POST
def delete(request: HttpRequest, office: Office, day: str) -> HttpResponse:
    """Delete a day to avoid; it can be undone at once."""
    line = actions.delete_avoided_day(_day(office, day), by=office.actor)
    undo = reverse("accounts:undo", args=[office.organiser.ref, line.pk])
    say_with_undo(request, _("The day is deleted."), undo)
    return redirect("occasions:avoided", ref=office.organiser.ref)


def _form(request: HttpRequest, office: Office, day: AvoidedDay) -> HttpResponse:
    form = AvoidedDayForm(
        request.POST or None, instance=day, languages=office.organiser.languages, prefix="day"
    )
    rule = RuleForm(request.POST or None, stored=day.rule, without=ONCE)
    rule.kind.fields["kind"].label = _("When it comes")
    if request.method == "POST" and all([form.is_valid(), rule.is_valid()]) and form.fits(rule):
        actions.save_avoided_day(form.instance, by=office.actor)
        messages.success(request, _("The day is saved."))
        return redirect("occasions:avoided", ref=office.organiser.ref)
    lines = history.of(day, language=get_language() or "en") if day.pk else []
    return framed(request, "occasions/avoided_form.html", form=form, rule=rule, day=day, lines=lines)


def _day(office: Office, code: str) -> AvoidedDay:
    return get_object_or_404(avoided_days_of(office.organiser), code=code)
