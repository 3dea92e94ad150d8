"""Campaigns: the list, adding, changing and deleting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.occasions.access import own_campaign_for
from chancery.occasions.actions import campaigns as actions
from chancery.occasions.forms.campaigns import CampaignForm
from chancery.occasions.models import Campaign
from chancery.occasions.queries.campaigns import campaigns_of
from chancery.occasions.views.pages import deletion


@office_page(Right.EVENTS_VIEW)
def campaigns(request: HttpRequest, office: Office) -> HttpResponse:
    """List the campaigns of the office."""
    return framed(request, "occasions/campaigns.html", campaigns=campaigns_of(office.organiser))


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a campaign."""
    return _form(request, office, Campaign(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Change a campaign."""
    return _form(request, office, own_campaign_for(office, campaign))


def _form(request: HttpRequest, office: Office, campaign: Campaign) -> HttpResponse:
    form = CampaignForm(request.POST or None, instance=campaign, office=office)
    if request.method == "POST" and form.is_valid():
        actions.save_campaign(form.instance, by=office.actor)
        messages.success(request, _("The campaign is saved."))
        return redirect("occasions:campaigns", ref=office.organiser.ref)
    lines = history.of(campaign, language=get_language() or "en") if campaign.pk else []
    return framed(request, "occasions/campaign_form.html", form=form, campaign=campaign, lines=lines)


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Delete a campaign, after asking."""
    chosen = own_campaign_for(office, campaign)
    back = reverse("occasions:change-campaign", args=[office.organiser.ref, campaign])
    to = reverse("occasions:campaigns", args=[office.organiser.ref])
    return deletion(request, office, chosen, delete=actions.delete_campaign, back=back, to=to)
