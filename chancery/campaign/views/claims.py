"""Pages of the figures that somebody claims of a campaign: side by side, and which one is followed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import Link, framed
from chancery.campaign import claim_rows
from chancery.campaign.actions import claims as actions
from chancery.campaign.forms.claims import ClaimForm, FollowForm
from chancery.campaign.models import CampaignClaim
from chancery.campaign.queries import claims as queries
from chancery.occasions.access import campaign_for, own_campaign_for
from chancery.occasions.models import Campaign


@office_page(Right.EVENTS_VIEW)
def claims(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Show what is claimed of a campaign, each thing with its claims side by side."""
    chosen = campaign_for(office, campaign)
    matters = queries.matters_of(queries.claims_of(chosen))
    cards = claim_rows.cards_of(matters, office)
    return framed(request, "campaign/claims.html", campaign=chosen, cards=cards)


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Keep a figure that somebody claims."""
    chosen = campaign_for(office, campaign)
    return _form(request, office, CampaignClaim(organiser=office.organiser, campaign=chosen))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str, claim: str) -> HttpResponse:
    """Change a claim that the office keeps."""
    return _form(request, office, _own(office, campaign, claim))


def _form(request: HttpRequest, office: Office, claim: CampaignClaim) -> HttpResponse:
    form = ClaimForm(request.POST or None, instance=claim, office=office)
    if request.method == "POST" and form.is_valid():
        actions.save_claim(form.instance, by=office.actor)
        messages.success(request, _("The claim is saved."))
        return redirect(_list_url(office, claim.campaign))
    return framed(
        request,
        "campaign/claim_form.html",
        crumbs=[_crumb(office, claim.campaign)],
        form=form,
        claim=claim,
        campaign=claim.campaign,
        lines=history.of(claim, language=get_language() or "en") if claim.pk else [],
    )


@office_page(Right.EVENTS_EDIT)
def follow(request: HttpRequest, office: Office, campaign: str, claim: str) -> HttpResponse:
    """Decide which of the claims about the same thing is followed, or take the decision back."""
    chosen = _found(own_campaign_for(office, campaign), claim)
    matter = queries.matter_of(chosen)
    if "leave" in request.POST:
        actions.leave(chosen, by=office.actor)
        messages.success(request, _("No claim is followed; every claim stands for itself."))
        return redirect(_list_url(office, chosen.campaign))
    begin = {"name": office.user.name if office.user else ""}
    form = FollowForm(request.POST or None, matter=matter, initial=begin)
    if request.method == "POST" and form.is_valid():
        _follow(form, office)
        messages.success(request, _("This claim is followed; the others stay beside it."))
        return redirect(_list_url(office, chosen.campaign))
    [card] = claim_rows.cards_of([matter], office)
    return framed(
        request,
        "campaign/claim_choice.html",
        crumbs=[_crumb(office, chosen.campaign)],
        form=form,
        card=card,
        campaign=chosen.campaign,
    )


def _follow(form: FollowForm, office: Office) -> None:
    actions.follow(
        form.followed,
        name=form.cleaned_data["name"],
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
        user=office.user,
        by=office.actor,
    )


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str, claim: str) -> HttpResponse:
    """Delete a claim, after asking."""
    chosen = _own(office, campaign, claim)
    if request.method == "POST":
        actions.delete_claim(chosen, by=office.actor)
        messages.success(request, _("The claim is deleted."))
        return redirect(_list_url(office, chosen.campaign))
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete the claim “%(claim)s”?") % {"claim": claim_rows.claim_line(chosen)},
        sentences=[
            _("Where claims disagree, keep them and decide instead which one is followed."),
            _("The history of the office can bring it back."),
        ],
        action_word=_("Delete"),
        cancel_url=_list_url(office, chosen.campaign),
        is_danger=True,
    )


def _found(campaign: Campaign, code: str) -> CampaignClaim:
    return get_object_or_404(queries.claims_of(campaign), code=code)


def _own(office: Office, campaign: str, code: str) -> CampaignClaim:
    found = queries.claims_of(campaign_for(office, campaign)).filter(organiser=office.organiser)
    return get_object_or_404(found, code=code)


def _crumb(office: Office, campaign: Campaign) -> Link:
    return Link(_("Claims"), _list_url(office, campaign))


def _list_url(office: Office, campaign: Campaign) -> str:
    return reverse("campaign:claims", args=[office.organiser.ref, campaign.code])
