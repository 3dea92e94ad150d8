"""The entry pass of a party as the wallets of telephones take it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.base.colour import accent_for
from chancery.base.languages import listed, wording
from chancery.base.wallet.ticket import Face, Line, Ticket
from chancery.events import wording as event_words
from chancery.events.models import Event
from chancery.guests import reply_words as words
from chancery.guests import seats
from chancery.guests.queries.reply_page import Asked
from chancery.guests.tokens import pass_for, typed_for
from chancery.programme.documents.calendars import span_of

LATEST = time(12)
"""On the day after the last one of an event a wallet puts the pass away; until then guests may still come."""


def ticket_of(asked: Asked, language: str) -> Ticket:
    """
    Return the pass of a party in a language in which the event has its title.

    Shape: the first face is in that language, the others in those of the event that have a title.
    """
    event = asked.event
    others = [code for code in event.languages if code != language and event.titles.get(code)]
    starts_at, ends_at = _times(event)
    return Ticket(
        serial=asked.invitation.code,
        event=event.code,
        code=pass_for(asked.invitation, words.companions_expected(asked, language)),
        typed=typed_for(asked.invitation),
        colour=accent_for(asked.office.accent).by_day,
        faces=[_face(asked, code) for code in (language, *others)],
        starts_at=starts_at,
        ends_at=ends_at,
        expires_at=_expiry(asked),
    )


def _times(event: Event) -> tuple[datetime | None, datetime | None]:
    """Begin and end of an event whose time is planned, in the zone of the place."""
    if event.held_on is None or event.starts_at is None:
        return None, None
    starts, ends = span_of(event)
    return (starts if isinstance(starts, datetime) else None, ends if isinstance(ends, datetime) else None)


def _expiry(asked: Asked) -> datetime | None:
    last = asked.event.held_until_on or asked.event.held_on
    return datetime.combine(last + timedelta(days=1), LATEST, asked.zone) if last else None


def _face(asked: Asked, language: str) -> Face:
    with override(language):
        lines = chain(_front(asked, language), _back(asked, language))
        return Face(
            language=language,
            house=wording(asked.office.names, language).text,
            kind=_("Entry pass"),
            lines={name: Line(label, text) for name, label, text in lines if text},
            address=_address(asked),
        )


def _front(asked: Asked, language: str) -> Iterator[tuple[str, str, str]]:
    """The lines by name, each with its label; a text that is empty is not known."""
    event = asked.event
    if asked.invitation.guest.is_sample:
        yield "mark", _("Entry pass"), _("Sample")
    elif event.is_sample_plan:
        yield "mark", _("Entry pass"), _("Sample plan")
    yield "title", _("Event"), wording(event.titles, language).text
    yield "guest", _("Guest"), words.guest_name(asked, language)
    yield "when", _("When"), event_words.day_and_time(event, language)
    yield "place", _("Where"), event_words.venue(event, language)
    yield "seat", _("Seat"), " · ".join(seats.seats_of(asked.invitation, language))


def _back(asked: Asked, language: str) -> Iterator[tuple[str, str, str]]:
    yield "host", _("Host"), _host(asked, language)
    yield "companions", _("Companions"), listed(words.companions_expected(asked, language))
    for name, label, texts in (
        ("dress", _("Dress"), asked.terms.dress),
        ("admission", _("Admission"), asked.terms.admission),
    ):
        found = wording(texts, language)
        yield name, label, found.text if found.is_asked_for else ""
    personal = _("Personal, not transferable") if asked.invitation.is_personal else ""
    stays = _("This pass does not change by itself; the page of your invitation always shows the latest.")
    yield "note", _("Note"), " · ".join(text for text in (personal, stays) if text)


def _host(asked: Asked, language: str) -> str:
    """Who invites as the card says it, else the office: in full, for the front has little room."""
    line = wording(asked.terms.host_line, language)
    return line.text if line.is_asked_for else wording(asked.office.names, language).text


def _address(asked: Asked) -> str:
    """Where the first place of the event is, in one line and as it is written."""
    places = asked.plan.places
    if not places:
        return ""
    lines = [*places[0].address.splitlines(), places[0].city]
    return ", ".join(line.strip() for line in lines if line.strip())
