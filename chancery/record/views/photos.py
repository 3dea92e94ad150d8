"""The page of the photographs of an event: contact sheet, filters, what is done with many."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import media
from chancery.base.frame import Link, framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record import photo_bulk
from chancery.record.actions import photos as actions
from chancery.record.forms.photos import PackForm, PhotosForm
from chancery.record.models import Photo
from chancery.record.photo_rows import sheet_of
from chancery.record.queries import photos as queries
from chancery.record.queries.photos import Filter
from chancery.record.views.photo_packs import packs_of

ON_A_SHEET = 120
UNDO = "record:photos-undo"


@event_page(Right.RECORD_VIEW)
def photos(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the photographs as a contact sheet."""
    asked = request.GET.get("which", "")
    which = asked if asked in set(Filter) else ""
    page = Paginator(queries.filtered(office.event, which), ON_A_SHEET).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    counts = queries.counts_of(office.event)
    return framed(
        request,
        "record/photos.html",
        rows=sheet_of(office, shown, queries.standings_in(office.event, shown)),
        page=page,
        which=which,
        filters=_filters(office, counts, which),
        total=counts[Filter.ALL] + counts[Filter.ASIDE],
        choices=photo_bulk.choices(office),
        form=PhotosForm(),
        pack_form=PackForm(),
        packs=packs_of(office),
        press_count=counts[Filter.PRESS],
        public_count=counts[Filter.PUBLIC],
        **_preparation(office),
    )


def _preparation(office: EventOffice) -> dict[str, int]:
    waiting, refused = queries.waiting_in(office.event)
    return {"waiting": waiting, "unusable": refused}


@event_page(Right.RECORD_VIEW)
def preparation(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say how many photographs are still being prepared; the same part until none is."""
    return framed(request, "record/_photos_waiting.html", is_asked_again=True, **_preparation(office))


def _filters(office: EventOffice, counts: dict[str, int], current: str) -> list[tuple[Link, int]]:
    words = {
        Filter.ALL: _("All"),
        Filter.PRESS: _("For the press"),
        Filter.PUBLIC: _("Public"),
        Filter.NO_CAPTION: _("Nothing written yet"),
        Filter.ASIDE: _("Set aside"),
    }
    address = _address(office)
    return [
        (Link(word, f"{address}?which={which}" if which else address, which == current), counts[which])
        for which, word in words.items()
    ]


@require_POST
@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take in photographs that came with an ordinary form."""
    uploads = request.FILES.getlist("photos")
    if not uploads:
        messages.error(request, _("No photograph was chosen; choose at least one."))
    new = known = 0
    for upload in uploads:
        try:
            _photo, is_new = actions.take_in(office.event, upload, by=office.actor)
        except media.MediaRefused as refused:
            messages.error(request, str(refused))
        else:
            new, known = new + is_new, known + (not is_new)
    _say_taken_in(request, new, known)
    return redirect(_address(office))


def _say_taken_in(request: HttpRequest, new: int, known: int) -> None:
    if new:
        sentence = ngettext("%(count)s photograph was taken in.", "%(count)s photographs were taken in.", new)
        messages.success(request, sentence % {"count": new})
    if known:
        sentence = ngettext(
            "%(count)s photograph was there already.", "%(count)s photographs were there already.", known
        )
        messages.info(request, sentence % {"count": known})


@require_POST
@event_page(Right.RECORD_EDIT)
def act(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Do one thing with the selected photographs."""
    rows = request.POST.getlist("row")
    chosen = list(queries.photos_of(office.event).filter(code__in=rows))
    for photo in chosen:
        photo.event = office.event
    action = request.POST.get("action", "")
    if not chosen:
        messages.error(request, _("No photograph is selected; tick at least one."))
    elif action == photo_bulk.CREDIT and "credit" not in request.POST:
        return _ask(request, office, "record/photos_credit.html", chosen, action_word=_("Write it"))
    else:
        try:
            deed = partial(photo_bulk.act, action, request.POST.dict(), chosen, office)
            undoing.do_and_say(request, office, deed, route=UNDO)
        except actions.NotAsked as unasked:
            asked = {"names": unasked.names, "action_word": _("Show them")}
            return _ask(request, office, "record/photos_unasked.html", chosen, **asked)
        except (actions.HeldBack, photo_bulk.ActionUnknown) as refused:
            messages.error(request, str(refused))
    return redirect(_way_back(request, office))


def _ask(
    request: HttpRequest, office: EventOffice, template: str, chosen: list[Photo], **more: object
) -> HttpResponse:
    """Ask for what is still needed; what was chosen travels along."""
    return framed(
        request,
        template,
        chosen=chosen,
        action=request.POST.get("action", ""),
        back=request.POST.get("back", ""),
        action_url=reverse("record:photos-act", args=[office.organiser.ref, office.event.code]),
        cancel_url=_way_back(request, office),
        **more,
    )


@require_POST
@event_page(Right.RECORD_EDIT)
def undo(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo the last change that this reader made to the photographs."""
    undoing.undo_last(request, office, done=_("The photographs are as they were before."))
    return redirect(_address(office))


def _address(office: EventOffice) -> str:
    return reverse("record:photos", args=[office.organiser.ref, office.event.code])


def _way_back(request: HttpRequest, office: EventOffice) -> str:
    """Back to the photograph or to the sheet as it was narrowed."""
    photo = queries.photo_of(office.event, request.POST.get("back", ""))
    if photo is not None:
        return reverse("record:photo", args=[office.organiser.ref, office.event.code, photo.code])
    which = request.POST.get("which", "")
    return f"{_address(office)}?which={which}" if which in set(Filter) - {""} else _address(office)
