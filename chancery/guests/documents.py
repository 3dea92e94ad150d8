"""What is printed for the guests: the list, cards, envelopes and the form on which they sign."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Prefetch
from django.utils.translation import gettext, ngettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.sheets import Column, Sheet, write_xlsx
from chancery.directory.models import AddressForm, ContactPoint, Person, Tenure
from chancery.directory.queries import addressing
from chancery.directory.queries.tenures import current
from chancery.events import ordering
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.guests import papers, queries
from chancery.guests.papers.word import guest_list_docx
from chancery.rules.address.compose import form_of_address
from chancery.rules.address.values import Purpose

SPARE_LINES = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A guest in the event's order; `entry` is None for one whom the order does not hold."""

    guest: Participation
    entry: ordering.Entry | None


def listed_of(event: Event) -> list[Listed]:
    """Everybody on the list in order of precedence, with what papers need, by a fixed number of queries."""
    order = ordering.order_of(event)
    places = {entry.ref: number for number, entry in enumerate(order.entries)}
    tenures = Tenure.objects.select_related("office__body").order_by("position", "id")
    guests = queries.guests_of(event).prefetch_related(
        Prefetch("person__tenures", tenures),
        Prefetch("person__address_forms", AddressForm.objects.order_by("language", "purpose", "id")),
        Prefetch("person__contact_points", ContactPoint.objects.order_by("position", "id")),
    )
    ranked = sorted(guests, key=lambda guest: (places.get(guest.ref, len(places)), guest.pk))
    return [Listed(guest, order.of(guest.ref)) for guest in ranked]


def guest_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the guest list by category, each in order of precedence."""
    with override(language):
        values = guest_list_values(event, language)
    return papers.GUEST_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def guest_list_values(event: Event, language: str) -> papers.GuestList:
    """Return the guest list as its paper takes it."""
    listed = listed_of(event)
    guests = [each.guest for each in listed]
    counts = queries.counts_of(event, guests)
    return {
        "format": "a4",
        "heading": gettext("Guest list"),
        "event": words.event_lines(event, language),
        "summary": count_words(len(guests), sum(map(queries.size_of, guests))),
        "categories": [_category(count, listed, language) for count in counts],
    }


def count_words(parties: int, people: int) -> str:
    """24 invitations, 31 people."""
    invited = ngettext("%(count)s invitation", "%(count)s invitations", parties) % {"count": parties}
    persons = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
    return f"{invited}, {persons}"


def _category(count: queries.CategoryCount, listed: Sequence[Listed], language: str) -> papers.Category:
    category = count.category
    key = category.pk if category else None
    level: Literal[1, 2] = 2 if count.depth else 1
    return {
        "heading": wording(category.names, language).text if category else gettext("Without a category"),
        "level": level,
        "count": count_words(count.parties, count.people),
        "rows": [_guest_row(each, language) for each in listed if each.guest.category_id == key],
    }


def _guest_row(listed: Listed, language: str) -> papers.GuestRow:
    guest, entry = listed.guest, listed.entry
    invitation = queries.party_of(guest)
    companions = [companion.printed for companion in invitation.companions.all()] if invitation else []
    if invitation and invitation.unnamed_companions:
        companions.append(f"+{invitation.unnamed_companions}")
    notes = []
    if guest.represents:
        notes.append(gettext("represents %(name)s") % {"name": words.name_of(guest.represents, language)})
    if guest.is_sample:
        notes.append(gettext("sample"))
    return {
        "place": str(entry.place) if entry else "",
        "name": words.name_of(guest, language),
        "lines": _office_lines(listed, language),
        "state": entry.state if entry else "",
        "reply": str(guest.get_planned_display()),
        "companions": ", ".join(companions),
        "note": " · ".join(notes),
    }


def _office_lines(listed: Listed, language: str) -> list[str]:
    """The office that counts and its body; the capacity as printed wins over both."""
    guest, entry = listed.guest, listed.entry
    if guest.capacity_printed:
        return [text for text in [wording(guest.capacity_printed, language).text] if text]
    if entry is None or (guest.person is None and guest.office):
        return []
    return [text for text in (wording(entry.title, language).text,) if text]


def attendance_form(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the form on which those present sign, in order of precedence."""
    with override(language):
        listed = listed_of(event)
        heading = gettext("Attendance")
        values: papers.AttendanceForm = {
            "format": "a4",
            "heading": heading,
            "event": words.event_lines(event, language),
            "summary": "",
            "rows": [
                {
                    "number": str(number),
                    "name": words.name_of(each.guest, language),
                    "lines": _office_lines(each, language),
                }
                for number, each in enumerate(listed, start=1)
            ],
            "spare": SPARE_LINES,
        }
    return papers.ATTENDANCE_FORM.pdf(values, language=language, title=heading, imprint=imprint)


def place_cards(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print tent cards for the table: the form of address for cards on both faces."""
    with override(language):
        title = gettext("Place cards")
    cards: list[papers.PlaceCard] = [
        {"front": _face(each, event, language), "back": None} for each in listed_of(event)
    ]
    values: papers.PlaceCards = {"sheet": "a4", "style": "tent", "marks": True, "cards": cards}
    return papers.PLACE_CARDS.pdf(values, language=language, title=title, imprint=imprint)


def _face(listed: Listed, event: Event, language: str) -> papers.Face:
    lines = _address(listed.guest, event, Purpose.CARD, language)
    name = " ".join(lines) if lines else words.name_of(listed.guest, language)
    return {"name": name, "lines": [], "language": language}


def name_cards(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print badges: the name, the office and the category."""
    with override(language):
        title = gettext("Name cards")
    cards: list[papers.NameCard] = [
        {
            "name": words.name_of(each.guest, language),
            "lines": _office_lines(each, language),
            "language": language,
            "label": _label(each.guest, language),
            "code": "",
        }
        for each in listed_of(event)
    ]
    values: papers.NameCards = {"sheet": "a4", "size": "badge", "marks": True, "cards": cards}
    return papers.NAME_CARDS.pdf(values, language=language, title=title, imprint=imprint)


def _label(guest: Participation, language: str) -> str:
    found = wording(guest.category.names, language) if guest.category else None
    return found.text if found and found.is_asked_for else ""


def envelopes(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print an envelope a party: the form of address for envelopes, then the postal address."""
    with override(language):
        title = gettext("Envelopes")
    values: papers.Envelopes = {
        "format": "c6",
        "sender": [imprint.house],
        "envelopes": [
            {
                "lines": [*_addressed(each.guest, event, language), *_postal(each.guest)],
                "language": language,
                "mark": "",
            }
            for each in listed_of(event)
        ],
    }
    return papers.ENVELOPES.pdf(values, language=language, title=title, imprint=imprint)


def _addressed(guest: Participation, event: Event, language: str) -> Iterable[str]:
    return _address(guest, event, Purpose.ENVELOPE, language) or [words.name_of(guest, language)]


def _address(guest: Participation, event: Event, purpose: Purpose, language: str) -> tuple[str, ...]:
    """Return the form of address of a guest by the rules or the office's own; empty for an office or body."""
    person = guest.person
    if person is None:
        return ()
    addressee = addressing.addressee_of(
        person,
        names=sorted(person.names.all(), key=lambda name: name.position),
        tenure=_tenure_that_counts(guest, person, event.held_on),
        languages=[language],
        own_forms=list(person.address_forms.all()),
    )
    return form_of_address(addressee, purpose, addressing.setting_of(event.organiser, language)).lines


def _tenure_that_counts(guest: Participation, person: Person, day: date | None) -> Tenure | None:
    tenures = list(person.tenures.all())
    if guest.office_id:
        tenures = [tenure for tenure in tenures if tenure.office_id == guest.office_id]
    return next(iter(current(tenures, day) if day else tenures), None)


def _postal(guest: Participation) -> list[str]:
    points = guest.person.contact_points.all() if guest.person else ()
    post = next((point.value for point in points if point.kind == ContactPoint.Kind.POST), "")
    return [line.strip() for line in post.splitlines() if line.strip()]


def guest_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the guest list as a table that an office can edit."""
    with override(language):
        values = guest_list_values(event, language)
        columns = [
            Column(gettext("Category"), 30, wraps=True),
            Column(gettext("Place"), 8),
            Column(gettext("Name"), 32),
            Column(gettext("Office"), 48, wraps=True),
            Column(gettext("State"), 22),
            Column(gettext("Reply"), 16),
            Column(gettext("Companions"), 24),
            Column(gettext("Note"), 30, wraps=True),
        ]
    rows = [
        (
            category["heading"],
            row["place"],
            row["name"],
            ", ".join(row["lines"]),
            cldr.state_in_words(row["state"], language) if row["state"] else "",
            row["reply"],
            row["companions"],
            row["note"],
        )
        for category in values["categories"]
        for row in category["rows"]
    ]
    sheet = Sheet(values["heading"], columns, rows)
    return write_xlsx(
        [sheet], language=language, title=values["heading"], author=imprint.house, made_at=imprint.made_at
    )


def guest_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the guest list as a text that an office can edit."""
    with override(language):
        values = guest_list_values(event, language)
    return guest_list_docx(values, language=language, title=values["heading"], imprint=imprint)
