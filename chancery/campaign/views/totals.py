"""Totals of recognitions that were stated: the list, stating one, and its page that counts it again."""

from dataclasses import replace
from urllib.parse import urlencode

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
from chancery.campaign import total_rows
from chancery.campaign.actions import totals as actions
from chancery.campaign.forms.totals import StateForm
from chancery.campaign.models import StatedTotal
from chancery.campaign.queries import totals as queries
from chancery.occasions import change_rows, recognition_rows
from chancery.occasions import recognition_words as words
from chancery.occasions.access import campaign_for
from chancery.occasions.models import Campaign
from chancery.occasions.queries.asked import asked_from, parameters_with_moment
from chancery.occasions.queries.changes import corrected_since
from chancery.occasions.queries.recognitions import recognitions_called


@office_page(Right.EVENTS_VIEW)
def totals(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """List the totals that were stated, each with its filters."""
    chosen = campaign_for(office, campaign)
    stated = list(queries.stated_totals_of(chosen))
    return framed(
        request,
        "campaign/totals.html",
        crumbs=[_crumb(office, chosen)],
        campaign=chosen,
        lines=total_rows.lines_of(stated, recognition_rows.names_of_bodies(chosen), office),
    )


@office_page(Right.EVENTS_EDIT)
def state(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """State the total that the filters of the address ask for; it is kept with its question and moment."""
    chosen = campaign_for(office, campaign)
    asked = asked_from(dict(request.GET.lists()), now=timezone.localtime())
    form = StateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stated = actions.state_total(
            chosen,
            replace(asked, only_doubtful=False),
            organiser=office.organiser,
            said_in=form.cleaned_data["said_in"],
            user=office.user,
            by=office.actor,
        )
        messages.success(request, _("The total is stated; it can be counted again at any time."))
        return redirect(_url(office, stated))
    return framed(
        request,
        "campaign/total_form.html",
        crumbs=[_crumb(office, chosen)],
        campaign=chosen,
        form=form,
        total=recognition_rows.ask(chosen, asked).in_words,
        query=request.GET.urlencode(),
    )


@office_page(Right.EVENTS_VIEW)
def total(request: HttpRequest, office: Office, campaign: str, total: str) -> HttpResponse:
    """Show a stated total: what it was, counted again, and what changed since."""
    stated = _found(office, campaign, total)
    now = timezone.localtime()
    recount, bodies = queries.recounted(stated, now), recognition_rows.names_of_bodies(stated.campaign)
    asked = queries.asked_of(stated)
    here = replace(asked, moment=recount.moment)
    rows = recognitions_called(stated.campaign, total_rows.refs_in(recount))
    return framed(
        request,
        "campaign/total.html",
        crumbs=[_crumb(office, stated.campaign), _totals_crumb(office, stated.campaign)],
        campaign=stated.campaign,
        stated=stated,
        heading=words.counted_words(stated.value, asked.question.counted),
        total=words.total_in_words(recount.then, asked, bodies),
        now=words.total_in_words(recount.now, here, bodies),
        is_as_stated=recount.is_as_stated(stated),
        proof=total_rows.proof_of(stated, recount),
        balance=change_rows.balance(recount.then, recount.now),
        columns=change_rows.columns(),
        rows=total_rows.rows_of(recount, rows, corrected_since(rows.values(), stated.known_at), office),
        query=_query(parameters_with_moment(asked)),
        is_own=stated.organiser_id == office.organiser.pk,
        lines=history.of(stated, language=get_language() or "en"),
    )


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str, total: str) -> HttpResponse:
    """Take a stated total out, after asking."""
    stated = get_object_or_404(StatedTotal, pk=_found(office, campaign, total).pk, organiser=office.organiser)
    if request.method == "POST":
        chosen = stated.campaign
        actions.delete_total(stated, by=office.actor)
        messages.success(request, _("The stated total is taken out."))
        return redirect("campaign:totals", ref=office.organiser.ref, campaign=chosen.code)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take this stated total out?"),
        sentences=[
            _("What was said stays said: without its question nobody can count it again."),
            _("The history of the office can bring it back."),
        ],
        action_word=_("Take it out"),
        cancel_url=_url(office, stated),
        is_danger=True,
    )


def _found(office: Office, campaign: str, code: str) -> StatedTotal:
    found = StatedTotal.objects.select_related("campaign__organiser", "by", "organiser")
    return get_object_or_404(found, campaign=campaign_for(office, campaign), code=code)


def _query(parameters: dict[str, list[str]]) -> str:
    return urlencode(parameters, doseq=True)


def _crumb(office: Office, campaign: Campaign) -> Link:
    url = reverse("occasions:recognitions", args=[office.organiser.ref, campaign.code])
    return Link(_("Recognitions"), url)


def _totals_crumb(office: Office, campaign: Campaign) -> Link:
    return Link(_("Stated totals"), reverse("campaign:totals", args=[office.organiser.ref, campaign.code]))


def _url(office: Office, stated: StatedTotal) -> str:
    return reverse("campaign:total", args=[office.organiser.ref, stated.campaign.code, stated.code])
