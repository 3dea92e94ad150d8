"""A campaign as a folder: make it in the background and hand it over, or load one into the office."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import jobs, printed
from chancery.base.frame import Link, framed
from chancery.base.models import Job
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.sending import load_sent
from chancery.desk.forms import CampaignFolderForm
from chancery.desk.jobs import CAMPAIGN
from chancery.occasions.access import own_campaign_for
from chancery.occasions.models import Campaign


@office_page(Right.EVENTS_EDIT)
def folder(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Say what the folder of a campaign holds, and show how far the last one is."""
    chosen = own_campaign_for(office, campaign)
    job = _runs(office, chosen).first()
    return framed(
        request,
        "desk/campaign_folder.html",
        crumbs=[_crumb(office, chosen)],
        campaign=chosen,
        job=job,
        **(_progress(office, chosen, job) if job else {}),
    )


@require_POST
@office_page(Right.EVENTS_EDIT)
def start(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Begin to make the folder, unless it is being made."""
    chosen = own_campaign_for(office, campaign)
    last = _runs(office, chosen).first()
    if last is not None and not last.is_over:
        messages.info(request, _("The folder is being made; wait for it or stop it."))
    else:
        jobs.start(CAMPAIGN, by=office.actor, campaign=chosen.pk)
    return _back(office, chosen)


@office_page(Right.EVENTS_EDIT)
def progress(request: HttpRequest, office: Office, campaign: str, job: str) -> HttpResponse:
    """Show how far one folder is."""
    chosen = own_campaign_for(office, campaign)
    run = get_object_or_404(_runs(office, chosen), code=job)
    return render(request, "desk/_pack.html", {"job": run, **_progress(office, chosen, run)})


@require_POST
@office_page(Right.EVENTS_EDIT)
def stop(request: HttpRequest, office: Office, campaign: str, job: str) -> HttpResponse:
    """Stop making a folder."""
    chosen = own_campaign_for(office, campaign)
    jobs.stop(get_object_or_404(_runs(office, chosen), code=job))
    return _back(office, chosen)


@office_page(Right.EVENTS_EDIT)
def download(request: HttpRequest, office: Office, campaign: str, job: str) -> HttpResponse | FileResponse:
    """Hand over a folder as one file."""
    chosen = own_campaign_for(office, campaign)
    run = get_object_or_404(_runs(office, chosen), code=job)
    path = printed.folder_of(run.code) / printed.ARCHIVE
    if not path.is_file():
        messages.info(request, _("This file is no longer kept; make it again."))
        return _back(office, chosen)
    name = f"{chosen.ref}-campaign.zip"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


@office_page(Right.EVENTS_EDIT)
def load(request: HttpRequest, office: Office) -> HttpResponse:
    """Load the folder of a campaign into the office: all of it, or nothing and a sentence."""
    form = CampaignFolderForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            loaded = load_sent(form.cleaned_data["folder"], organiser=office.organiser, by=office.actor)
        except UnreadableFolder as refused:
            form.add_error("folder", str(refused))
        else:
            messages.success(request, _told(loaded.created, loaded.changed))
            return redirect("occasions:campaign", ref=office.organiser.ref, campaign=loaded.subject.code)
    url = reverse("occasions:campaigns", args=[office.organiser.ref])
    return framed(request, "desk/load_campaign.html", crumbs=[Link(_("Campaigns"), url)], form=form, back=url)


def _told(created: int, changed: int) -> str:
    if not created and not changed:
        return _("The campaign is in this office already; nothing was changed.")
    made = ngettext("%(count)s row was made", "%(count)s rows were made", created) % {"count": created}
    return _("%(made)s, %(changed)s changed.") % {"made": made, "changed": changed}


def _runs(office: Office, campaign: Campaign) -> QuerySet[Job]:
    runs = Job.objects.filter(organiser_id=office.organiser.pk, kind=CAMPAIGN)
    return runs.filter(arguments__campaign=campaign.pk).order_by("-id")


def _progress(office: Office, campaign: Campaign, job: Job) -> dict[str, Any]:
    route = [office.organiser.ref, campaign.code, job.code]
    return {
        "name": _("Folder of the campaign"),
        "url": reverse("desk:campaign-folder-progress", args=route),
        "stop_url": reverse("desk:stop-campaign-folder", args=route),
        "file_url": reverse("desk:download-campaign-folder", args=route),
        "is_kept": (printed.folder_of(job.code) / printed.ARCHIVE).is_file(),
        "failures": [],
    }


def _crumb(office: Office, campaign: Campaign) -> Link:
    return Link(str(campaign), reverse("occasions:campaign", args=[office.organiser.ref, campaign.code]))


def _back(office: Office, campaign: Campaign) -> HttpResponse:
    return redirect("desk:campaign-folder", ref=office.organiser.ref, campaign=campaign.code)
