"""
Cards and envelopes: each in the language of its guest where the office writes it, else in that of the event.

Names stand on them by the forms of address, as the rules or the office itself word them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext, override

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.directory.models import AddressForm, ContactPoint, Person, Tenure
from chancery.directory.queries import addressing
from chancery.directory.queries.people import name_in
from chancery.directory.queries.tenures import current
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.documents.loading import PrintedGuest, printed_list
from chancery.guests.models import Companion
from chancery.guests.queries import parties
from chancery.rules.address import Addressee, Form, Purpose, form_for_couple, form_of_address


@dataclass(frozen=True, slots=True)
class Card:
    """
    Somebody who gets a card, in the language of the card.

    `person` is None for an office whose holder is not known, a body, and a companion known by name only.
    """

    guest: PrintedGuest
    name: str
    language: str
    person: Person | None = None
    is_companion: bool = False


class Cards:
    """The people of one event and how they are addressed, loaded once for a whole paper."""

    def __init__(self, event: Event, language: str) -> None:
        self.event, self.language = event, language
        self.listed = printed_list(event, language)
        self.people = _people(event)
        self.companions = _companions(event)

    def guests(self) -> Iterator[Card]:
        """One card a guest, in order of precedence."""
        for guest in self.listed.guests:
            person = self.people.get(guest.who.person) if guest.who.person else None
            language = self.language_of(person)
            name = name_in(person, language) if person else guest.who.name
            yield Card(guest, name, language, person)

    def everybody(self) -> Iterator[Card]:
        """The guests, each followed by the companions whose names are known."""
        for card in self.guests():
            yield card
            for companion in self.companions.get(card.guest.who.key, ()):
                person = self.people.get(companion.person_id) if companion.person_id else None
                language = self.language_of(person) if person else card.language
                name = name_in(person, language) if person else companion.name
                yield Card(card.guest, name, language, person, is_companion=True)

    def language_of(self, person: Person | None) -> str:
        """The first language of a person in which the office writes, else that of the paper."""
        written = self.event.organiser.languages
        spoken = person.languages if person else []
        return next((language for language in spoken if language in written), self.language)

    def form(self, card: Card, purpose: Purpose) -> Form | None:
        """How somebody is addressed; None for whoever is not in the directory as a person."""
        addressee = self.addressee(card)
        if addressee is None:
            return None
        return form_of_address(addressee, purpose, addressing.setting_of(self.event.organiser, card.language))

    def addressee(self, card: Card) -> Addressee | None:
        """The person of a card as the rules of address take it, with the office that counts."""
        person = card.person
        if person is None:
            return None
        return addressing.addressee_of(
            person,
            names=sorted(person.names.all(), key=lambda name: name.position),
            tenure=_tenure_that_counts(card, self.event.held_on),
            languages=[card.language],
            own_forms=list(person.address_forms.all()),
        )


def _people(event: Event) -> dict[int, Person]:
    """The people who are invited, with what their forms of address need."""
    tenures = Tenure.objects.select_related("office__body").order_by("position", "id")
    invited = Q(pk__in=parties.people_invited(event))
    return (
        Person.objects.filter(invited)
        .prefetch_related(
            "names",
            Prefetch("tenures", tenures),
            Prefetch("address_forms", AddressForm.objects.order_by("language", "purpose", "id")),
            Prefetch("contact_points", ContactPoint.objects.order_by("position", "id")),
        )
        .in_bulk()
    )


def _companions(event: Event) -> Mapping[int, list[Companion]]:
    found: dict[int, list[Companion]] = {}
    rows = Companion.objects.filter(invitation__guest__event=event).order_by("position", "id")
    for companion in rows.select_related("invitation"):
        found.setdefault(companion.invitation.guest_id, []).append(companion)
    return found


def _tenure_that_counts(card: Card, day: date | None) -> Tenure | None:
    assert card.person is not None
    tenures = list(card.person.tenures.all())
    post = None if card.is_companion else card.guest.who.post
    if post is not None:
        tenures = [tenure for tenure in tenures if tenure.office_id == post.key]
    return next(iter(current(tenures, day) if day else tenures), None)


def place_cards(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print tents or flat cards for the table: the form of address for cards, on a tent on both faces."""
    cards = Cards(event, language)
    values: papers.PlaceCards = {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "style": imprint.stock.place_card,
        "cards": [{"front": _face(cards, card), "back": None} for card in cards.everybody()],
    }
    return papers.PLACE_CARDS.pdf(values, language=language, title=_title("place", language), imprint=imprint)


def _face(cards: Cards, card: Card) -> papers.Face:
    """The line of the form of address that holds the name stands above the others."""
    form = cards.form(card, Purpose.CARD)
    lines = list(form.lines) if form and form.lines else [card.name]
    name = next((line for line in lines if card.name in line), lines[0])
    lines.remove(name)
    return {"name": name, "lines": lines, "language": card.language, "label": _sample(card)}


def _sample(card: Card) -> str:
    """The word that marks the card of an invented guest, in the language of the card."""
    with override(card.language):
        return gettext("Sample") if card.guest.who.is_sample else ""


def name_cards(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print badges: the name, the office and the category."""
    cards = Cards(event, language)
    labels = {category.pk: category.names for category in cards.listed.categories}
    values: papers.NameCards = {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "size": imprint.stock.name_card,
        "cards": [_badge(cards, card, labels) for card in cards.everybody()],
    }
    return papers.NAME_CARDS.pdf(values, language=language, title=_title("name", language), imprint=imprint)


def _badge(cards: Cards, card: Card, labels: Mapping[int, Mapping[str, str]]) -> papers.NameCard:
    category = wording(labels.get(card.guest.who.category or 0, {}), card.language)
    house = wording(cards.event.organiser.names, card.language)
    words_below = [category.text if category.is_asked_for else "", _sample(card)]
    return {
        "house": {"name": house.text, "language": house.language},
        "name": card.name,
        "lines": [] if card.is_companion else _office_of(card),
        "language": card.language,
        "labels": [word for word in words_below if word],
        "code": "",
    }


def _office_of(card: Card) -> list[str]:
    """The office under a name; on a card in another language than the paper only what is written in it."""
    who = card.guest.who
    titles = who.printed or _titles(card)
    found = wording(titles, card.language)
    return [found.text] if found.text and found.is_asked_for else card.guest.lines


def _titles(card: Card) -> Mapping[str, str]:
    who = card.guest.who
    posts = [who.post] if who.post else [held.post for held in who.held]
    return next((post.titles for post in posts if card.guest.office in post.titles.values()), {})


def envelopes(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print an envelope a party: the form of address for envelopes, then the postal address."""
    cards = Cards(event, language)
    values: papers.Envelopes = {
        "format": imprint.stock.envelope,
        "sender": [imprint.house],
        "envelopes": [
            {
                "lines": [*_addressed(cards, card), *_postal(card.person)],
                "language": card.language,
                "mark": _sample(card),
            }
            for card in cards.guests()
        ],
    }
    title = _title("envelope", language)
    return papers.ENVELOPES.pdf(values, language=language, title=title, imprint=imprint)


def _addressed(cards: Cards, card: Card) -> Sequence[str]:
    """How a party is addressed: a guest who comes with the partner together with the partner (R86)."""
    first, partner = cards.addressee(card), _partner(cards, card)
    if first is not None and partner is not None:
        setting = addressing.setting_of(cards.event.organiser, card.language)
        return form_for_couple(first, partner, Purpose.ENVELOPE, setting).lines or [card.name]
    form = cards.form(card, Purpose.ENVELOPE)
    return form.lines if form and form.lines else [card.name]


def _partner(cards: Cards, card: Card) -> Addressee | None:
    """The partner of a guest, where he or she is among the companions of the party."""
    spouse = card.guest.who.partner
    companions = cards.companions.get(card.guest.who.key, ())
    if spouse is None or spouse.person not in {companion.person_id for companion in companions}:
        return None
    person = cards.people.get(spouse.person)
    return cards.addressee(Card(card.guest, "", card.language, person, is_companion=True))


def _postal(person: Person | None) -> list[str]:
    points = person.contact_points.all() if person else ()
    post = next((point.value for point in points if point.kind == ContactPoint.Kind.POST), "")
    return [line.strip() for line in post.splitlines() if line.strip()]


def _title(of: str, language: str) -> str:
    with override(language):
        titles = {
            "place": gettext("Place cards"),
            "name": gettext("Name cards"),
            "envelope": gettext("Envelopes"),
        }
    return titles[of]
