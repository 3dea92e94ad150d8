"""How far a post and its ministry have parted."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts import leaving
from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.pages import office_page
from chancery.accounts.post_words import sentences_of_parting
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.models import Job


def begun(office: Office, post: Organiser, ministry: Organiser) -> HttpResponse:
    """Begin to part them in the background, and lead to the page that says how far it is."""
    job = leaving.begin(post, ministry, by=office)
    return redirect("accounts:parting", ref=office.organiser.ref, job=job.code)


@office_page(Right.OFFICE_MANAGE)
def parting(request: HttpRequest, office: Office, job: str) -> HttpResponse:
    """Show how far a parting is that this office began, and what becomes of what was shared."""
    return framed(
        request,
        "accounts/parting.html",
        line=_line(office, _found(office, job)),
        sentences=sentences_of_parting(),
    )


@office_page(Right.OFFICE_MANAGE)
def progress(request: HttpRequest, office: Office, job: str) -> HttpResponse:
    """Show how far a parting is."""
    return render(request, "base/_progress.html", _line(office, _found(office, job)))


def _found(office: Office, code: str) -> Job:
    return get_object_or_404(leaving.partings_of(office.organiser), code=code)


def _line(office: Office, job: Job) -> dict[str, Any]:
    """What the line of a parting is given; its result is the page of the ministry, or of the posts."""
    is_of_post = job.arguments["post"] == office.organiser.pk
    return {
        "job": job,
        "url": reverse("accounts:parting_progress", args=[office.organiser.ref, job.code]),
        "name": _("Leaving the ministry") if is_of_post else _("Releasing the post"),
        "result_url": reverse(
            "accounts:ministry" if is_of_post else "accounts:posts", args=[office.organiser.ref]
        ),
    }
