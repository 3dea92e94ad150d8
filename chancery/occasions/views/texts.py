"""The texts of a campaign: written by its office, taken over and adapted by those that serve it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.comparing import compared
from chancery.base.frame import framed
from chancery.base.taking import keep_own
from chancery.occasions.access import campaign_for, own_text_for, text_for
from chancery.occasions.actions import texts as actions
from chancery.occasions.forms.campaigns import TextForm
from chancery.occasions.models import Campaign, SharedText
from chancery.occasions.queries.texts import taken_by
from chancery.occasions.views.pages import deletion


@office_page(Right.EVENTS_VIEW)
def text(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Show a text, and beside it the one it was taken from."""
    chosen = campaign_for(office, campaign)
    shown = text_for(office, chosen, text)
    language = get_language() or "en"
    is_own = shown.organiser_id == office.organiser.pk
    return framed(
        request,
        "occasions/text.html",
        campaign=chosen,
        text=shown,
        is_own=is_own,
        own_copy=taken_by(shown).filter(organiser=office.organiser).first(),
        taken=list(taken_by(shown)) if is_own else [],
        compared=compared(shown, language) if is_own else [],
        lines=history.of(shown, language=language) if is_own else [],
    )


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Write a text of a campaign: its owner for all, a post for itself."""
    chosen = campaign_for(office, campaign)
    return _form(request, office, chosen, SharedText(organiser=office.organiser, campaign=chosen))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Change a text of the office, with what its source says beside it."""
    chosen = campaign_for(office, campaign)
    return _form(request, office, chosen, own_text_for(office, chosen, text))


def _form(request: HttpRequest, office: Office, campaign: Campaign, text: SharedText) -> HttpResponse:
    form = TextForm(request.POST or None, instance=text, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        actions.save_text(form.instance, by=office.actor)
        messages.success(request, _("The text is saved."))
        return _to_text(office, campaign, text)
    return framed(request, "occasions/text_form.html", form=form, campaign=campaign, text=text)


@require_POST
@office_page(Right.EVENTS_EDIT)
def take(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Take a text of the campaign over into a copy of the office's own."""
    chosen = campaign_for(office, campaign)
    source = text_for(office, chosen, text)
    if source.organiser_id == office.organiser.pk:
        return _to_text(office, chosen, source)
    copy = actions.take_text(source, organiser=office.organiser, by=office.actor)
    messages.success(request, _("The text is yours now; change it as your readers need it."))
    return _to_text(office, chosen, copy)


@require_POST
@office_page(Right.EVENTS_EDIT)
def take_newer(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Put what the source says now in the place of the office's own words."""
    chosen = campaign_for(office, campaign)
    own = own_text_for(office, chosen, text)
    actions.take_newer_text(own, by=office.actor)
    messages.success(request, _("The text reads as its source does now; the history keeps your words."))
    return _to_text(office, chosen, own)


@require_POST
@office_page(Right.EVENTS_EDIT)
def keep(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Keep the office's own words though the source has changed."""
    chosen = campaign_for(office, campaign)
    own = own_text_for(office, chosen, text)
    keep_own(own, by=office.actor)
    messages.success(request, _("Your own words are kept, and the history says so."))
    return _to_text(office, chosen, own)


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str, text: str) -> HttpResponse:
    """Delete a text of the office, after asking."""
    chosen = campaign_for(office, campaign)
    own = own_text_for(office, chosen, text)
    back = reverse("occasions:text", args=[office.organiser.ref, chosen.code, own.code])
    to = reverse("occasions:campaign", args=[office.organiser.ref, chosen.code])
    return deletion(request, office, own, delete=actions.delete_text, back=back, to=to)


def _to_text(office: Office, campaign: Campaign, text: SharedText) -> HttpResponse:
    return redirect("occasions:text", ref=office.organiser.ref, campaign=campaign.code, text=text.code)
