"""The page of one photograph: large, who is on it, what its captions say."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.base.models import StoredFile
from chancery.base.parts import Option
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.record.actions import photos as actions
from chancery.record.forms.photos import PhotoForm
from chancery.record.models import Photo, PhotoPerson
from chancery.record.photo_rows import lacking_in_words, marks_of, who_in_words, why_unseen
from chancery.record.queries import photo_captions, photo_people, photo_seats, photo_wishes
from chancery.record.queries import photos as queries

UNDO = "record:photos-undo"
LARGE = "1600"


@event_page(Right.RECORD_VIEW)
def photo(request: HttpRequest, office: EventOffice, photo: str) -> HttpResponse:
    """Show one photograph; a POST saves what was written about it."""
    chosen = _photo(office, photo)
    if request.method == "POST":
        office.demand(Right.RECORD_EDIT)
    form = PhotoForm(request.POST or None, instance=chosen, office=office)
    if request.method == "POST" and form.is_valid():
        undoing.do_and_say(request, office, lambda: _saved(form.instance, office), route=UNDO)
        return _back(office, chosen)
    if form.errors:
        chosen = _photo(office, photo)
    return framed(request, "record/photo.html", form=form, **_shown(office, chosen))


def _saved(photo: Photo, office: EventOffice) -> str:
    actions.change_photo(photo, by=office.actor)
    return _("The photograph is saved.")


def _shown(office: EventOffice, photo: Photo) -> dict[str, Any]:
    """What stands around the form of a photograph."""
    people = queries.people_on([photo])[photo.pk]
    languages = office.organiser.languages
    captions = photo_captions.captions_of(office.event, [photo], languages)[photo.pk]
    standing = photo_wishes.standing_of(photo)
    before, after = queries.beside(office.event, photo)
    suggested = None
    if photo.item is None:
        suggested = queries.item_at(queries.spans_of(office.event), photo.file.taken_at)
    language = get_language() or "en"
    return {
        "photo": photo,
        "large": _large(photo.file),
        "unseen": why_unseen(photo.file),
        "marks": marks_of(photo, standing),
        "held_back": actions.held_back_sentence(photo, standing) if standing.is_held_back else "",
        "people": [(person, _words(person, language)) for person in people],
        "captions": [(line, lacking_in_words(line.missing)) for line in captions],
        "suggested": suggested,
        "units": photo_seats.units_of(office.event) if office.may(Right.RECORD_EDIT) else [],
        "before": before,
        "after": after,
        "lines": history.of(photo, *people, language=language),
    }


def _words(person: PhotoPerson, language: str) -> str:
    return who_in_words(person.participation, language) if person.participation else _("not known by name")


def _large(file: StoredFile) -> dict[str, Any] | None:
    """The size that fills a page: the largest up to 1600 pixels."""
    if file.state != StoredFile.State.READY:
        return None
    sizes: list[dict[str, Any]] = file.renditions
    return next((each for each in sizes if each["name"] == LARGE), sizes[-1])


@event_page(Right.RECORD_VIEW)
def picture(request: HttpRequest, office: EventOffice, photo: str, size: str) -> HttpResponseBase:
    """Hand over a photograph in one of its sizes, or as it was taken."""
    file = _photo(office, photo).file
    if size == "original":
        return media.file_response(request, file, as_download=True)
    return media.file_response(request, file, rendition=size)


@event_page(Right.RECORD_EDIT)
def find(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Find somebody among those who may be on photographs."""
    found = photo_people.found(office.event, request.GET.get("q") or request.GET.get("who_text", ""))
    language = get_language() or "en"
    options = [Option(who.code, who.name_printed, who_in_words(who, language)) for who in found]
    return render(request, "base/_options.html", {"options": options})


@require_POST
@event_page(Right.RECORD_EDIT)
def add_person(request: HttpRequest, office: EventOffice, photo: str) -> HttpResponse:
    """Name somebody at the right end of a row."""
    chosen = _photo(office, photo)
    text = request.POST.get("who_text", "").strip()
    who = _who(office, request.POST.get("who", ""), text)
    row = request.POST.get("row", "0")
    number = int(row) if row.isdecimal() and int(row) < 10 else 0
    named = who.name_printed if who else text
    if not named:
        messages.error(request, _("Write who is on the picture."))
    elif actions.add_person(chosen, who, words=text[:120], row=number, by=office.actor) is None:
        messages.error(request, _("%(name)s is named on this picture already.") % {"name": named})
    else:
        _warn_of_wish(request, chosen)
    return redirect(f"{_address(office, chosen)}#people")


def _who(office: EventOffice, code: str, text: str) -> Participation | None:
    """Somebody chosen from the list, or called by their whole name; else nobody of the event."""
    found = photo_people.with_code(office.event, code) if code else None
    if found is not None and (not text or found.name_printed == text):
        return found
    return photo_people.called(office.event, text)


def _warn_of_wish(request: HttpRequest, photo: Photo) -> None:
    standing = photo_wishes.standing_of(photo)
    if standing.is_held_back:
        messages.warning(request, actions.held_back_sentence(photo, standing))


@require_POST
@event_page(Right.RECORD_EDIT)
def add_seated(request: HttpRequest, office: EventOffice, photo: str) -> HttpResponse:
    """Name those who sit at a table or row by the plan, from left to right as the photographer sees them."""
    chosen = _photo(office, photo)
    row = request.POST.get("row", "0")
    number = int(row) if row.isdecimal() and int(row) < 10 else 0
    is_from_behind = request.POST.get("seen") == "behind"
    people = photo_seats.people_at(office.event, request.POST.get("unit", ""), is_from_behind=is_from_behind)

    def save() -> str:
        count = len(actions.add_people(chosen, people, row=number, by=office.actor))
        return ngettext(
            "%(count)s person is named by the plan; compare with the picture.",
            "%(count)s people are named by the plan; compare with the picture.",
            count,
        ) % {"count": count}

    undoing.do_and_say(request, office, save, route=UNDO)
    _warn_of_wish(request, chosen)
    return redirect(f"{_address(office, chosen)}#people")


@require_POST
@event_page(Right.RECORD_EDIT)
def place_people(request: HttpRequest, office: EventOffice, photo: str) -> HttpResponse:
    """Put the people of a photograph in order, or take one away."""
    chosen = _photo(office, photo)
    people = queries.people_on([chosen])[chosen.pk]
    kept, dropped = photo_people.placed(people, request.POST)

    def save() -> str:
        actions.place_people(kept, dropped=dropped, by=office.actor)
        return _("The people on the picture are saved.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(f"{_address(office, chosen)}#people")


def _photo(office: EventOffice, code: str) -> Photo:
    found = queries.photo_of(office.event, code)
    if found is None:
        raise Http404
    return found


def _address(office: EventOffice, photo: Photo) -> str:
    return reverse("record:photo", args=[office.organiser.ref, office.event.code, photo.code])


def _back(office: EventOffice, photo: Photo) -> HttpResponse:
    return redirect(_address(office, photo))
