"""Occasions: the list, one with its next days, its rule, adding, changing and deleting."""

from django.contrib import messages
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
from chancery.occasions import day_rows
from chancery.occasions.actions import days as actions
from chancery.occasions.forms.days import OccasionForm, OtherNameForm
from chancery.occasions.models import Occasion, OccasionName
from chancery.occasions.queries.days import occasions_of, other_names_of
from chancery.occasions.rule_forms import RuleForm
from chancery.occasions.views.pages import deletion


@office_page(Right.EVENTS_VIEW)
def occasions(request: HttpRequest, office: Office) -> HttpResponse:
    """List the occasions of the office with the next day each is kept on."""
    today = office.today
    rows = [(occasion, day_rows.next_day(occasion, today)) for occasion in occasions_of(office.organiser)]
    return framed(request, "occasions/occasions.html", occasions=rows)


@office_page(Right.EVENTS_VIEW)
def occasion(request: HttpRequest, office: Office, occasion: str) -> HttpResponse:
    """Show an occasion with its next ten days, their numbers and why."""
    chosen = _occasion(office, occasion)
    others = list(other_names_of(chosen))
    return framed(
        request,
        "occasions/occasion.html",
        occasion=chosen,
        others=others,
        ahead=day_rows.days_ahead(chosen, office.today),
        lines=history.of(chosen, *others, language=get_language() or "en"),
    )


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Add an occasion."""
    return _form(request, office, Occasion(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, occasion: str) -> HttpResponse:
    """Change an occasion."""
    return _form(request, office, _occasion(office, occasion))


def _form(request: HttpRequest, office: Office, occasion: Occasion) -> HttpResponse:
    languages = office.organiser.languages
    form = OccasionForm(request.POST or None, instance=occasion, languages=languages)
    others = rows_of(Occasion, OccasionName, OtherNameForm)(
        request.POST or None,
        instance=occasion,
        queryset=other_names_of(occasion),
        prefix="others",
        form_kwargs={"languages": languages},
    )
    if request.method == "POST" and all([form.is_valid(), others.is_valid()]):
        saved = actions.save_occasion(
            form.instance, names=others.kept, dropped=others.dropped, by=office.actor
        )
        messages.success(request, _("The occasion is saved."))
        return redirect("occasions:occasion", ref=office.organiser.ref, occasion=saved.code)
    return framed(request, "occasions/occasion_form.html", form=form, others=others, occasion=occasion)


@office_page(Right.EVENTS_EDIT)
def rule(request: HttpRequest, office: Office, occasion: str) -> HttpResponse:
    """Say how the day is found in a year; the days it gives are shown before it is saved."""
    chosen = _occasion(office, occasion)
    form = RuleForm(request.POST or None, stored=chosen.rule)
    ahead = None
    if request.method == "POST" and form.is_valid():
        if "look" not in request.POST:
            actions.set_rule(chosen, form.stored(), by=office.actor)
            return redirect("occasions:occasion", ref=office.organiser.ref, occasion=chosen.code)
        chosen.rule = form.stored()
        ahead = day_rows.days_ahead(chosen, office.today)
    return framed(request, "occasions/rule.html", form=form, occasion=chosen, ahead=ahead)


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, occasion: str) -> HttpResponse:
    """Delete an occasion, after asking."""
    chosen = _occasion(office, occasion)
    back = reverse("occasions:occasion", args=[office.organiser.ref, occasion])
    to = reverse("occasions:occasions", args=[office.organiser.ref])
    return deletion(request, office, chosen, delete=actions.delete_occasion, back=back, to=to)


def _occasion(office: Office, code: str) -> Occasion:
    return get_object_or_404(Occasion, organiser=office.organiser, code=code)
