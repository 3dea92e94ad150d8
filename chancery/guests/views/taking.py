"""What a guest takes along: the entry for a calendar, and the entry pass, also for a wallet."""

from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chancery.base import downloads
from chancery.base.languages import wording
from chancery.base.pdf import PaperFailed
from chancery.base.qr import qr_svg
from chancery.base.wallet import apple, google
from chancery.base.wallet.offers import apple_offered, google_offered
from chancery.events import wording as event_words
from chancery.events.wording import WordingMissing
from chancery.guests import reply_words as words
from chancery.guests import seats
from chancery.guests.documents import passes
from chancery.guests.documents.calendars import Calendars
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.wallets import ticket_of
from chancery.guests.tokens import pass_for, typed_for
from chancery.guests.views.by_link import Visit, by_link, show, show_notice

_drawing = lru_cache(maxsize=1024)(qr_svg)


@by_link
def calendar(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the event as an entry that a calendar takes, and takes again after a change."""
    now = timezone.now()
    notice = words.notice_for(visit.asked, now)
    if notice is not None and notice.is_gone:
        return show_notice(visit, notice)
    content = Calendars(visit.asked.event, stamped_at=now).file_for(visit.asked.invitation, visit.language)
    if not content:
        return show_notice(visit, words.no_day())
    return downloads.saved(content, "invitation.ics")


@by_link
def entry_pass(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the entry pass on the telephone that is held to the door."""
    if refused := _refused(visit):
        return refused
    asked = visit.asked
    companions = words.companions_expected(asked, visit.language)
    return show(
        visit,
        "reply/pass.html",
        guest=words.guest_name(asked, visit.language),
        companions=companions,
        seats=seats.seats_of(asked.invitation, visit.language),
        when=event_words.day_and_time(asked.event, visit.language),
        drawing=_drawing(pass_for(asked.invitation, companions)),
        typed=typed_for(asked.invitation),
        picture_url=visit.url("pass_picture"),
        paper_url=visit.url("pass_paper"),
        apple_url=visit.url("pass_apple") if apple_offered(timezone.now()) else "",
        google_url=visit.url("pass_google") if google_offered() else "",
    )


@by_link
def pass_picture(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the pass as a picture to keep on a telephone."""
    return _made(visit, passes.entry_pass_picture, "entry-pass.png")


@by_link
def pass_paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the pass as a page to print."""
    return _made(visit, passes.entry_pass, "entry-pass.pdf")


@by_link
def apple_pass(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the pass as a file that an iPhone puts into its wallet."""
    if refused := _refused(visit):
        return refused
    signer = apple_offered(timezone.now())
    if signer is None:
        return show_notice(visit, words.no_wallet())
    content = apple.package(ticket_of(visit.asked, _language_of_title(visit)), signer)
    return downloads.saved(content, "entry-pass.pkpass")


@by_link
def google_pass(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lead to Google, which puts the pass into the guest's wallet; before that it is told nothing."""
    if refused := _refused(visit):
        return refused
    account = google_offered()
    if account is None:
        return show_notice(visit, words.no_wallet())
    ticket = ticket_of(visit.asked, _language_of_title(visit))
    address = google.save_link(ticket, account, now=timezone.now())
    return HttpResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": address})


def _language_of_title(visit: Visit) -> str:
    """The language of the page, or one in which the event has its title."""
    return wording(visit.asked.event.titles, visit.language).language


def _made(visit: Visit, make: Callable[..., bytes], name: str) -> HttpResponse:
    """Make a pass in the language of the page, or in one in which the event has its title."""
    if refused := _refused(visit):
        return refused
    asked = visit.asked
    language = _language_of_title(visit)
    try:
        content = make(
            asked.invitation,
            name=words.guest_name(asked, language),
            companions=words.companions_expected(asked, language),
            language=language,
            seats=seats.seats_of(asked.invitation, language),
            imprint=imprint_of(asked.event, language, now=timezone.now()),
        )
    except (PaperFailed, WordingMissing) as failed:
        return show_notice(visit, words.not_printed(str(failed)))
    return downloads.saved(content, name)


def _refused(visit: Visit) -> HttpResponse | None:
    """A pass is there for whoever is expected and for nobody else."""
    if notice := words.notice_for(visit.asked, timezone.now()):
        return show_notice(visit, notice)
    return None if visit.asked.has_pass else show_notice(visit, words.no_pass())
