"""Campaigns: the list, one with all that hangs on it, adding, changing and deleting."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.directory.queries.people import name_in
from chancery.occasions.access import campaign_for, own_campaign_for
from chancery.occasions.actions import campaigns as actions
from chancery.occasions.forms.campaigns import CampaignForm, PartnerForm
from chancery.occasions.models import Campaign, CampaignPartner
from chancery.occasions.queries.campaigns import campaigns_of, deeds_for, partners_of
from chancery.occasions.queries.series import series_of_campaign
from chancery.occasions.queries.texts import texts_of
from chancery.occasions.views.pages import deletion

EVENTS_ON_A_PAGE = 25


@office_page(Right.EVENTS_VIEW)
def campaigns(request: HttpRequest, office: Office) -> HttpResponse:
    """List the campaigns of the office, and those it is shown."""
    return framed(request, "occasions/campaigns.html", campaigns=campaigns_of(office.organiser))


@office_page(Right.EVENTS_VIEW)
def campaign(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Show a campaign: who began it, what it is for, who carries it, what it gives to its posts."""
    chosen = campaign_for(office, campaign)
    is_own, language = chosen.organiser_id == office.organiser.pk, get_language() or "en"
    partners = list(partners_of(chosen))
    deeds = Paginator(deeds_for(chosen, office.organiser), EVENTS_ON_A_PAGE)
    return framed(
        request,
        "occasions/campaign.html",
        campaign=chosen,
        initiator=name_in(chosen.initiator, language) if chosen.initiator else "",
        partners=partners,
        terms=chosen.glossary.order_by("meaning", "id"),
        texts=texts_of(chosen, office.organiser),
        series=series_of_campaign(chosen),
        deeds=deeds.get_page(request.GET.get("page")),
        is_own=is_own,
        may_change=is_own and office.may(Right.EVENTS_EDIT),
        lines=history.of(chosen, *partners, language=language) if is_own else [],
    )


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a campaign."""
    return _form(request, office, Campaign(organiser=office.organiser))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Change a campaign and its partners."""
    return _form(request, office, own_campaign_for(office, campaign))


def _form(request: HttpRequest, office: Office, campaign: Campaign) -> HttpResponse:
    form = CampaignForm(request.POST or None, instance=campaign, office=office)
    partners = rows_of(Campaign, CampaignPartner, PartnerForm, can_order=True)(
        request.POST or None,
        instance=campaign,
        queryset=partners_of(campaign),
        prefix="partners",
        form_kwargs={"office": office},
    )
    if request.method == "POST" and all([form.is_valid(), partners.is_valid()]):
        saved = actions.save_campaign(
            form.instance, partners=partners.kept, dropped=partners.dropped, by=office.actor
        )
        messages.success(request, _("The campaign is saved."))
        return redirect("occasions:campaign", ref=office.organiser.ref, campaign=saved.code)
    return framed(request, "occasions/campaign_form.html", form=form, partners=partners, campaign=campaign)


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Delete a campaign, after asking."""
    chosen = own_campaign_for(office, campaign)
    back = reverse("occasions:campaign", args=[office.organiser.ref, campaign])
    to = reverse("occasions:campaigns", args=[office.organiser.ref])
    return deletion(request, office, chosen, delete=actions.delete_campaign, back=back, to=to)
