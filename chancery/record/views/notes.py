"""Notes of what is said, on a phone in the hall: a plain form, and what its script and its worker ask for."""

from pathlib import Path
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from chancery.accounts.roles import Right
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.record.actions import notes as actions
from chancery.record.forms.notes import NoteForm, languages_of
from chancery.record.models import Statement
from chancery.record.queries import notes as queries

WORKER = Path(__file__).parent.parent / "static/record/js/worker.js"
REMEMBERED = ("item", "mode", "language")


@never_cache
@event_page(Right.RECORD_EDIT)
def quick(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Note what is said: the items in order, their speakers as large buttons, one field for the words."""
    form = NoteForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_note(form.note(now=timezone.now()), by=office.actor)
        except actions.NoteRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("It is noted."))
            kept = {name: request.POST.get(name, "") for name in REMEMBERED}
            return redirect(f"{address(office, 'record:quick')}?{urlencode(kept)}")
    return _page(request, office, form)


def _page(request: HttpRequest, office: EventOffice, form: NoteForm) -> HttpResponse:
    asked = request.POST or request.GET
    heard = queries.heard_in(office.event)
    now = queries.running(heard, asked.get("item", ""))
    with timezone.override(office.event.time_zone):
        return render(
            request,
            "record/quick.html",
            {
                "heard": heard,
                "running": now,
                "before": _beside(heard, now, -1),
                "after": _beside(heard, now, 1),
                "others": queries.others_who_may_speak(office.event),
                "modes": Statement.Mode.choices,
                "mode": asked.get("mode") or Statement.Mode.REPORTED,
                "languages": languages_of(office),
                "language": asked.get("language", ""),
                "note_key": request.POST.get("note_key") or uuid4(),
                "text": request.POST.get("text", ""),
                "chosen": request.POST.get("speaker", ""),
                "trouble": form.sentence if form.is_bound and form.errors else "",
                "notes": queries.notes_by(office.event, office.user),
            },
        )


def _beside(heard: list[queries.Heard], now: queries.Heard | None, step: int) -> str:
    """The code of the item before or after the running one; empty where there is none."""
    at = heard.index(now) + step if now else -1
    return heard[at].item.code if 0 <= at < len(heard) else ""


@require_POST
@event_page(Right.RECORD_EDIT)
def keep(request: HttpRequest, office: EventOffice) -> JsonResponse:
    """
    Store one note that a phone kept, and answer what became of it.

    Shape: `state` is `kept`; `refused` with a `sentence`; or `signed-out` where another colleague is signed
    in on the phone than the one who wrote the note.
    """
    if request.POST.get("owner") != str(office.user.pk):
        return JsonResponse({"state": "signed-out"}, status=401)
    form = NoteForm(request.POST, office=office)
    if not form.is_valid():
        return JsonResponse({"state": "refused", "sentence": form.sentence}, status=422)
    try:
        actions.keep_note(form.note(now=timezone.now()), by=office.actor)
    except actions.NoteRefused as refused:
        return JsonResponse({"state": "refused", "sentence": str(refused)}, status=422)
    return JsonResponse({"state": "kept"})


@require_GET
@event_page(Right.RECORD_EDIT)
def worker(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Give out the script that opens the page without a network; lying here it rules this page only."""
    response = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response
