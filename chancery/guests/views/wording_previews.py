"""A wording with the guests of an event, before anything leaves: those who are hardest to write to."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.csp import csp_override

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests.documents import previews
from chancery.guests.documents.messages import Writer, Written
from chancery.guests.documents.previews import Example
from chancery.guests.models import Form, Invitation, Kind, Template
from chancery.guests.queries.reaching import Reach, reach_of
from chancery.guests.views.as_sent import ALONE, ON_PAPER
from chancery.guests.views.wordings import kind_and_form


@dataclass(frozen=True, slots=True)
class Shown:
    """
    One example with what it would get.

    `pictures` are the printed pages, each an address that holds the picture itself; `failure` is the sentence
    where nothing can be written, or where it does not fit on its paper.
    """

    example: Example
    written: Written | None
    pictures: Sequence[str]
    failure: str


@event_page(Right.GUESTS_VIEW)
def preview(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what the guests that are hardest to write to would get, in the language of each."""
    chosen_kind, chosen_form = kind_and_form(request)
    own = _own(request, office, chosen_kind, chosen_form)
    writer = _writer(office, chosen_kind, own)
    examples = previews.examples_of(office.event, _reaches(office))
    return framed(
        request,
        "guests/wording_preview.html",
        kind=chosen_kind,
        form=chosen_form,
        own=own,
        is_on_paper=chosen_form in ON_PAPER,
        shown=[_shown(office, writer, each, chosen_form) for each in examples],
    )


@csp_override(ALONE)
@event_page(Right.GUESTS_VIEW)
def preview_mail(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Show an e-mail as a mail program shows it, apart from the pages of the office."""
    return HttpResponse(_email(request, office, guest).html)


def _shown(office: EventOffice, writer: Writer, example: Example, form: Form) -> Shown:
    found = previews.preview(writer, example.reach, form)
    pictures, failure = [], found.failure
    if found.written and form in ON_PAPER:
        try:
            pages = previews.pictures(office.event, found.written, now=timezone.now())
            pictures = [f"data:image/png;base64,{b64encode(page).decode()}" for page in pages]
        except PaperFailed as failed:
            failure = str(failed)
    return Shown(example, found.written, pictures, failure)


def _email(request: HttpRequest, office: EventOffice, guest: str) -> Written:
    chosen_kind, form = kind_and_form(request)[0], Form.EMAIL
    own = _own(request, office, chosen_kind, form)
    invitation = get_object_or_404(Invitation, guest__event=office.event, code=guest)
    reach = reach_of(office.event, [invitation])[0]
    found = previews.preview(_writer(office, chosen_kind, own), reach, form)
    if found.written is None:
        raise Http404(found.failure)
    return found.written


def _writer(office: EventOffice, kind: Kind, own: Template | None) -> Writer:
    languages = [*office.event.languages, *office.organiser.languages, "en"]
    return Writer(
        office.event,
        kind=kind,
        templates=[own] if own else [],
        now=timezone.now(),
        language=languages[0],
    )


def _reaches(office: EventOffice) -> list[Reach]:
    invitations = Invitation.objects.filter(guest__event=office.event).order_by("pk")
    return reach_of(office.event, list(invitations))


def _own(request: HttpRequest, office: EventOffice, kind: Kind, form: Form) -> Template | None:
    code = request.GET.get("own", "")
    if not code:
        return None
    return get_object_or_404(Template, organiser=office.organiser, code=code, kind=kind, form=form)
