"""What goes out on paper, and what the office works from when it sends."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import Link
from chancery.base.languages import wording
from chancery.base.pdf import Imprint, PaperFailed
from chancery.base.stock import stock_of_state
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing
from chancery.guests.documents import registers, rounds, sent
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Channel, Dispatch, Form
from chancery.guests.queries.dispatches import dispatches_of

type Make = Callable[..., bytes]


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper made of messages: of which forms, and in which kind of file."""

    name: str | Promise
    make: Make
    forms: frozenset[Form]
    suffix: str = "pdf"


CARRIED = frozenset({Form.CARD, Form.LETTER, Form.NOTE})
PAPERS: dict[str, Printed] = {
    "cards": Printed(gettext_lazy("Print cards"), sent.invitation_cards, frozenset({Form.CARD})),
    "letters": Printed(gettext_lazy("Print letters"), sent.letters, frozenset({Form.LETTER})),
    "letters-text": Printed(
        gettext_lazy("Letters as a text"), sent.letters_text, frozenset({Form.LETTER}), "docx"
    ),
    "notes": Printed(gettext_lazy("Print notes verbales"), sent.notes, frozenset({Form.NOTE})),
    "notes-text": Printed(gettext_lazy("Notes as a text"), sent.notes_text, frozenset({Form.NOTE}), "docx"),
    "envelopes": Printed(gettext_lazy("Print envelopes"), sent.envelopes, CARRIED),
    "labels": Printed(gettext_lazy("Print labels"), sent.labels, CARRIED),
}


def prints_of(office: EventOffice, wave: str = "") -> list[Link]:
    """The papers that the messages of a wave, or of the whole event, can be printed as."""
    keeps_card = ExpressionWrapper(Q(printed__has_key=sent.CARD_KEPT), output_field=BooleanField())
    found = _printable(office, wave).order_by().annotate(keeps_card=keeps_card)
    forms = {
        sent.form_by(channel, is_card=is_card)
        for channel, is_card in found.values_list("channel", "keeps_card").distinct()
    }
    asked = f"?wave={wave}" if wave else ""
    route = [office.organiser.ref, office.event.code]
    links = [
        Link(str(paper.name), f"{reverse('guests:print-sent', args=[*route, key])}{asked}")
        for key, paper in PAPERS.items()
        if forms & paper.forms
    ]
    if forms & CARRIED and not wave:
        url = reverse("guests:print-register", args=route)
        links.append(Link(_("Print the register"), url))
    return links


def _printable(office: EventOffice, wave: str) -> QuerySet[Dispatch]:
    """What was written for paper and is neither cancelled nor for another wave."""
    found = dispatches_of(office.event).filter(channel__in=[Channel.POST, Channel.HAND, Channel.NOTE])
    found = found.exclude(state=Dispatch.State.CANCELLED).select_related(None)
    return found.filter(wave__code=wave) if wave else found


@event_page(Right.GUESTS_EDIT)
def print_sent(request: HttpRequest, office: EventOffice, paper: str) -> HttpResponse:
    """Print cards, letters, notes, envelopes or labels as they were written, of a wave or of the event."""
    chosen = PAPERS.get(paper)
    if chosen is None:
        raise Http404
    printable = _printable(office, request.GET.get("wave", ""))
    dispatches = [dispatch for dispatch in printable if sent.form_of(dispatch) in chosen.forms]
    if not dispatches:
        messages.warning(request, _("No message is written for this paper, so there is nothing to print."))
        return redirect("guests:register", office.organiser.ref, office.event.code)
    is_bundle = paper == "cards" and len(dispatches) > sent.PART

    def make(language: str, imprint: Imprint) -> bytes:
        write = sent.card_bundle if is_bundle else chosen.make
        return write(dispatches, language=language, imprint=imprint)

    return _printed(request, office, make, f"{paper}.{'zip' if is_bundle else chosen.suffix}")


@event_page(Right.GUESTS_EDIT)
def print_register(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the dispatch register of an event, with room for whoever receives."""

    def make(language: str, imprint: Imprint) -> bytes:
        return registers.dispatch_register(office.event, language=language, imprint=imprint)

    return _printed(request, office, make, "dispatch-register.pdf")


@event_page(Right.GUESTS_EDIT)
def print_round(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the telephone round, a sheet a caller."""

    def make(language: str, imprint: Imprint) -> bytes:
        return rounds.round_sheets(office.event, language=language, imprint=imprint)

    return _printed(request, office, make, "telephone-round.pdf")


def _printed(request: HttpRequest, office: EventOffice, make: Make, name: str) -> HttpResponse:
    language = get_language() or "en"
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
    try:
        content = make(language, imprint)
    except (PaperFailed, WordingMissing) as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:register", office.organiser.ref, office.event.code)
    return downloads.opened(content, f"{office.event.ref}-{name}")


def year_asked(request: HttpRequest, office: Office) -> int:
    """The year of the address, else this one at the office."""
    asked, this_year = request.GET.get("year", ""), office.today.year
    return int(asked) if asked.isdecimal() and 1900 <= int(asked) <= this_year + 1 else this_year


@office_page(Right.GUESTS_VIEW)
def print_notes(request: HttpRequest, office: Office) -> HttpResponse:
    """Print the register of the notes verbales of a year."""
    language, organiser = get_language() or "en", office.organiser
    year = year_asked(request, office)
    house = wording(organiser.names, language)
    imprint = Imprint(
        house=house.text,
        house_language=house.language,
        made_at=timezone.now().astimezone(organiser.zone),
        author=str(office.user),
        stock=stock_of_state(organiser.host_state),
    )
    try:
        content = registers.note_register(organiser, year, language=language, imprint=imprint)
    except PaperFailed as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:notes-verbales", organiser.ref)
    return downloads.opened(content, f"{organiser.ref}-notes-verbales-{year}.pdf")
