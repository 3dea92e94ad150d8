"""A communiqué is released, corrected, withdrawn: one page that says what leaves, then one button."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.actions import releasing
from chancery.record.documents import communique, outputs
from chancery.record.documents.communique import text_of_edition
from chancery.record.documents.departing import Departure, departure_of
from chancery.record.documents.releases import withdrawal_mails
from chancery.record.forms.communique import WithdrawForm
from chancery.record.models import Release
from chancery.record.queries import media, releases
from chancery.record.queries.readiness import readiness_by_language


@event_page(Right.RELEASE)
def release(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what would leave, to whom and what stands against it; then the one button."""
    known = readiness_by_language(office.event)
    if not known:
        messages.warning(request, _("There is no draft yet; make one first."))
        return redirect(_text_url(office))
    lists = media.with_addresses(media.lists_of(office.organiser))
    departure = departure_of(
        office.event, known, lists, asked=request.POST or request.GET, now=timezone.now()
    )
    form = departure.form
    if request.method == "POST" and departure.is_complete() and request.POST.get("do") == "release":
        return _release(request, office, departure)
    context = {"departure": departure, "form": form, "lists": lists, "text_url": _text_url(office)}
    return framed(request, "record/release.html", **context)


def _release(request: HttpRequest, office: EventOffice, departure: Departure) -> HttpResponse:
    here = reverse("record:release", args=[office.organiser.ref, office.event.code])
    if departure.digest != request.POST.get("shown"):
        messages.error(
            request, _("Text or lists have changed since you saw them; look again before they leave.")
        )
        return redirect(here)
    try:
        made = releasing.release_editions(
            departure.ready, accepted=departure.accepted, by=office.actor, now=timezone.now()
        )
    except releasing.CannotRelease as refused:
        messages.error(request, str(refused))
        return redirect(here)
    count = departure.distribution.count
    messages.success(
        request,
        ngettext(
            "The communiqué is released; %(count)s message is on its way.",
            "The communiqué is released; %(count)s messages are on their way.",
            count,
        )
        % {"count": count},
    )
    return redirect(_release_url(office, made[0]))


@event_page(Right.RELEASE)
def picture(request: HttpRequest, office: EventOffice, language: str) -> HttpResponse:
    """Picture the first page of a language as it would be printed."""
    readiness = readiness_by_language(office.event).get(language)
    if readiness is None:
        raise Http404
    sentences = readiness.draft.sentences.values()
    text = text_of_edition(readiness.edition, sentences, office.organiser, is_draft=False)
    imprint = outputs.imprint_of(office.event, language, now=timezone.now())
    try:
        pages = communique.as_pictures(text, imprint)
    except PaperFailed as failure:
        raise Http404(str(failure)) from failure
    return HttpResponse(pages[0], content_type="image/png")


@event_page(Right.RECORD_VIEW)
def history(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Every release of the event, the newest first: nothing that left is forgotten."""
    found = releases.releases_of(office.event)
    return framed(request, "record/releases.html", releases=found, text_url=_text_url(office))


@event_page(Right.RECORD_VIEW)
def one(request: HttpRequest, office: EventOffice, release: str) -> HttpResponse:
    """One release: its text as it was, to whom it went, and what came back."""
    chosen = _chosen(office, release)
    context = {
        "release": chosen,
        "text": communique.text_of_release(chosen, office.organiser),
        "postings": releases.postings_of(chosen),
        "successor": chosen.corrected_by.order_by("-number").first(),
        "is_out": releases.is_out(chosen, timezone.now()),
        "public_url": releases.public_path(chosen),
        "history_url": reverse("record:releases", args=[office.organiser.ref, office.event.code]),
    }
    return framed(request, "record/release_made.html", **context)


@event_page(Right.RELEASE)
def withdraw(request: HttpRequest, office: EventOffice, release: str) -> HttpResponse:
    """Withdraw a release, with a reason."""
    chosen = _chosen(office, release)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _withdraw(request, office, chosen, form)
    told = releases.told_of([chosen])
    context = {"form": form, "release": chosen, "told": told, "back_url": _release_url(office, chosen)}
    return framed(request, "record/release_withdraw.html", **context)


def _withdraw(request: HttpRequest, office: EventOffice, chosen: Release, form: WithdrawForm) -> HttpResponse:
    reason, now = form.cleaned_data["reason"], timezone.now()
    told = releases.told_of([chosen]) if form.cleaned_data["tells"] else []
    mails = withdrawal_mails(chosen, reason, told, office.organiser, now=now)
    try:
        releasing.withdraw(chosen, reason, mails=mails, by=office.actor, now=now)
    except releasing.CannotRelease as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The version is withdrawn; its page says so and why."))
    return redirect(_release_url(office, chosen))


def _chosen(office: EventOffice, code: str) -> Release:
    found = releases.release_of(office.event, code)
    if found is None:
        raise Http404
    return found


def _release_url(office: EventOffice, release: Release) -> str:
    return reverse("record:release-made", args=[office.organiser.ref, office.event.code, release.code])


def _text_url(office: EventOffice) -> str:
    return reverse("record:communique", args=[office.organiser.ref, office.event.code])
