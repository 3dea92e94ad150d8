"""The wording of a campaign, kept by its office for all who serve it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.events import queries, section_actions
from chancery.events.models import GlossaryTerm
from chancery.events.section_forms import TermForm
from chancery.occasions.access import own_campaign_for
from chancery.occasions.models import Campaign


@office_page(Right.EVENTS_EDIT)
def terms(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Keep the words of a campaign for disputed names (R104)."""
    chosen = own_campaign_for(office, campaign)
    formset = rows_of(Campaign, GlossaryTerm, TermForm)(
        request.POST or None,
        instance=chosen,
        queryset=queries.campaign_wording_of(chosen),
        prefix="terms",
        form_kwargs={"languages": office.organiser.languages},
    )
    if request.method == "POST" and formset.is_valid():
        section_actions.save_campaign_wording(chosen, formset.kept, formset.dropped, by=office.actor)
        messages.success(request, _("The wording is saved."))
        return redirect("occasions:campaign", ref=office.organiser.ref, campaign=chosen.code)
    return framed(request, "events/campaign_terms.html", formset=formset, campaign=chosen)
