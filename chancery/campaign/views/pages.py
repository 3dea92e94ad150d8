"""The public page of a campaign in the office: prepared, looked at, published, taken down."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.base.languages import any_text
from chancery.base.public import language_of
from chancery.base.qr import qr_svg
from chancery.campaign import showing
from chancery.campaign.actions import pages as actions
from chancery.campaign.forms.pages import PageForm, TakeDownForm
from chancery.campaign.models import CampaignPage
from chancery.campaign.showing import Reading
from chancery.campaign.views import public
from chancery.occasions.access import campaign_for, own_campaign_for
from chancery.occasions.models import Campaign


@office_page(Right.EVENTS_VIEW)
def page(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Say whether the page is public, at which address, and what stands on it now."""
    chosen = campaign_for(office, campaign)
    found = CampaignPage.objects.filter(campaign=chosen).first()
    context: dict[str, Any] = {"campaign": chosen, "page": found, "is_own": _is_own(office, chosen)}
    if found is not None:
        found.campaign = chosen
        address = f"{settings.BASE_URL}{showing.address_of(found)}"
        reading = Reading(found, get_language() or "en", timezone.now())
        context |= {
            "address": address,
            "code": qr_svg(address),
            "parts": showing.parts_of(reading),
            "is_out": is_out(found),
            "lines": history.of(found, language=get_language() or "en"),
        }
    return framed(request, "campaign/page.html", **context)


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Prepare the page; one that is out is changed by those who may release."""
    chosen = own_campaign_for(office, campaign)
    found = CampaignPage.objects.filter(campaign=chosen).first()
    if found is not None and is_out(found):
        office.demand(Right.RELEASE)
    row = found or CampaignPage(slug=slugify(any_text(chosen.names))[:80], languages=_first_languages(chosen))
    row.campaign = chosen
    form = PageForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.save_page(form.instance, by=office.actor)
        messages.success(request, _("The page is saved."))
        return _back(office, chosen)
    return framed(request, "campaign/page_form.html", form=form, campaign=chosen, is_out=is_out(row))


@office_page(Right.EVENTS_VIEW)
def preview(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Show the page as it would be read now, to the office alone."""
    found = _page_of(campaign_for(office, campaign))
    if not found.languages:
        messages.info(request, _("Choose at least one language first."))
        return _back(office, found.campaign)
    return public.rendered(request, found, language_of(request, found.languages), is_preview=True)


@require_POST
@office_page(Right.RELEASE)
def publish(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Make the page public."""
    found = _page_of(own_campaign_for(office, campaign))
    try:
        actions.publish(found, by=office.actor, now=timezone.now())
    except actions.PageNotPrepared:
        messages.error(request, _("The page has no language or no part yet; prepare it first."))
    else:
        messages.success(request, _("The page is public."))
    return _back(office, found.campaign)


@office_page(Right.RELEASE)
def take_down(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Take the page down, with a reason that stays in the office."""
    found = _page_of(own_campaign_for(office, campaign))
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_down(found, form.cleaned_data["reason"], by=office.actor, now=timezone.now())
        messages.success(request, _("The page is taken down; within a minute its address says so."))
        return _back(office, found.campaign)
    return framed(request, "campaign/page_down.html", form=form, campaign=found.campaign, page=found)


def is_out(page: CampaignPage) -> bool:
    """Whether anybody can read the page now."""
    return page.published_at is not None and page.taken_down_at is None


def _is_own(office: Office, campaign: Campaign) -> bool:
    return campaign.organiser_id == office.organiser.pk


def _first_languages(campaign: Campaign) -> list[str]:
    """The languages of the office in which the campaign has a name."""
    return [code for code in campaign.organiser.languages if code in campaign.names]


def _page_of(campaign: Campaign) -> CampaignPage:
    found = CampaignPage.objects.filter(campaign=campaign).first()
    if found is None:
        raise Http404
    found.campaign = campaign
    return found


def _back(office: Office, campaign: Campaign) -> HttpResponse:
    return redirect(reverse("campaign:page", args=[office.organiser.ref, campaign.code]))
