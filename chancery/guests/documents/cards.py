"""
Cards and envelopes: each in the language of its guest where the office writes it, else in that of the event.

Names stand on them by the forms of address, as the rules or the office itself word them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, override

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.directory.models import ContactPoint, Person
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.documents.addressed import Addressed, Addressing
from chancery.guests.documents.loading import PrintedGuest, printed_list
from chancery.guests.models import Channel, Companion, Invitation
from chancery.guests.queries.reaching import Reach, reach_of
from chancery.rules.address import Form, Purpose


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody who gets a card, in the language of the card."""

    guest: PrintedGuest
    name: str
    language: str
    addressed: Addressed


class Cards:
    """The people of one event and how they are addressed, loaded once for a whole paper."""

    def __init__(self, event: Event, language: str) -> None:
        self.event, self.language = event, language
        self.listed = printed_list(event, language)
        self.addressing = Addressing(event, day=event.held_on, fallback=language)

    def guests(self) -> Iterator[Card]:
        """One card a guest, in order of precedence."""
        for guest in self.listed.guests:
            who = self.addressing.guest(guest.who.key)
            language = self.addressing.language_of(who.person)
            name = self.addressing.name(who, language) if who.person else guest.who.name
            yield Card(guest, name, language, who)

    def everybody(self) -> Iterator[Card]:
        """The guests, each followed by the companions whose names are known."""
        for card in self.guests():
            yield card
            for companion in self.addressing.companions.get(card.guest.who.key, ()):
                yield self._companion(card, companion)

    def _companion(self, card: Card, companion: Companion) -> Card:
        person = self.addressing.people.get(companion.person_id) if companion.person_id else None
        who = Addressed(card.guest.who.key, person, is_companion=True)
        language = self.addressing.language_of(person) if person else card.language
        name = self.addressing.name(who, language) if person else companion.name
        return Card(card.guest, name, language, who)

    def form(self, card: Card, purpose: Purpose) -> Form | None:
        """How somebody is addressed; None for whoever is not in the directory as a person."""
        return self.addressing.form(card.addressed, purpose, card.language)


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
        "lines": [] if card.addressed.is_companion else _office_of(card),
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
    """Print an envelope for each party that is reached by post or by hand: form of address, then address."""
    values: papers.Envelopes = {
        "format": imprint.stock.envelope,
        "sender": [imprint.house],
        "envelopes": [
            {"lines": lines, "language": card.language, "mark": _sample(card)}
            for card, lines in _carried(event, language)
        ],
    }
    title = _title("envelope", language)
    return papers.ENVELOPES.pdf(values, language=language, title=title, imprint=imprint)


def labels(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print a label in place of each envelope."""
    values: papers.Labels = {
        "size": imprint.stock.label,
        "labels": [{"lines": lines, "language": card.language} for card, lines in _carried(event, language)],
    }
    title = _title("label", language)
    return papers.LABELS.pdf(values, language=language, title=title, imprint=imprint)


def _carried(event: Event, language: str) -> Iterator[tuple[Card, list[str]]]:
    """The parties to whom something is carried, with the lines of their addresses, in order of precedence."""
    cards = Cards(event, language)
    invitations = Invitation.objects.filter(guest__event=event).order_by("id")
    reaches = {reach.invitation.guest_id: reach for reach in reach_of(event, list(invitations))}
    for card in cards.guests():
        reach = reaches.get(card.guest.who.key)
        if reach is None or reach.channel in (Channel.POST, Channel.HAND):
            yield card, [*_addressed(cards, card), *_place_of(card, reach)]


def _place_of(card: Card, reach: Reach | None) -> list[str]:
    """The postal address of a guest, else that of the assistant or the body, under their name."""
    own = postal_lines(card.addressed.person)
    if own or reach is None:
        return own
    return [line.strip() for line in (reach.through, *reach.address.splitlines()) if line.strip()]


def _addressed(cards: Cards, card: Card) -> Sequence[str]:
    """How a party is addressed: a guest who comes with the partner together with the partner (R86)."""
    if card.addressed.person is None:
        return [card.name]
    form = cards.addressing.form_of_party(card.guest.who.key, Purpose.ENVELOPE, card.language)
    return form.lines or [card.name]


def postal_lines(person: Person | None) -> list[str]:
    """The lines of the postal address of a person."""
    points = person.contact_points.all() if person else ()
    post = next((point.value for point in points if point.kind == ContactPoint.Kind.POST), "")
    return [line.strip() for line in post.splitlines() if line.strip()]


def _title(of: str, language: str) -> str:
    with override(language):
        titles = {
            "place": gettext("Place cards"),
            "name": gettext("Name cards"),
            "envelope": gettext("Envelopes"),
            "label": gettext("Labels for envelopes"),
        }
    return titles[of]
