"""Pages of occasions and campaigns."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import layout_for
from chancery.occasions import actions, queries
from chancery.occasions.forms import CampaignForm, OccasionForm
from chancery.occasions.models import Campaign, Occasion


@office_page(Right.EVENTS_VIEW)
def occasions(request: HttpRequest, office: Office) -> HttpResponse:
    """List the occasions of the office."""
    return _page(request, "occasions/occasions.html", occasions=queries.occasions_of(office.organiser))


@office_page(Right.EVENTS_EDIT)
def add_occasion(request: HttpRequest, office: Office) -> HttpResponse:
    """Add an occasion."""
    return _occasion_form(request, office, Occasion(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change_occasion(request: HttpRequest, office: Office, occasion: str) -> HttpResponse:
    """Change an occasion."""
    return _occasion_form(
        request, office, get_object_or_404(Occasion, organiser=office.organiser, code=occasion)
    )


def _occasion_form(request: HttpRequest, office: Office, occasion: Occasion) -> HttpResponse:
    form = OccasionForm(request.POST or None, instance=occasion, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        actions.save_occasion(form.instance, by=office.actor)
        messages.success(request, _("The occasion is saved."))
        return redirect("occasions:occasions", ref=office.organiser.ref)
    return _page(request, "occasions/occasion_form.html", form=form, occasion=occasion)


@office_page(Right.EVENTS_VIEW)
def campaigns(request: HttpRequest, office: Office) -> HttpResponse:
    """List the campaigns of the office."""
    return _page(request, "occasions/campaigns.html", campaigns=queries.campaigns_of(office.organiser))


@office_page(Right.EVENTS_EDIT)
def add_campaign(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a campaign."""
    return _campaign_form(request, office, Campaign(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change_campaign(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Change a campaign."""
    return _campaign_form(
        request, office, get_object_or_404(Campaign, organiser=office.organiser, code=campaign)
    )


def _campaign_form(request: HttpRequest, office: Office, campaign: Campaign) -> HttpResponse:
    form = CampaignForm(request.POST or None, instance=campaign, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        actions.save_campaign(form.instance, by=office.actor)
        messages.success(request, _("The campaign is saved."))
        return redirect("occasions:campaigns", ref=office.organiser.ref)
    return _page(request, "occasions/campaign_form.html", form=form, campaign=campaign)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
