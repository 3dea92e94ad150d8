"""The values of a card, a letter or a note verbale, from the paragraphs of a wording (R80, R81, R85)."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.guests import papers
from chancery.guests.documents.cards import postal_lines
from chancery.guests.documents.parties import PartyFacts
from chancery.guests.wordings import filling
from chancery.guests.wordings.filling import Values
from chancery.guests.wordings.source import Block

# Fields that stand at the foot of a card, below the middle.
_FOOT = frozenset({"reply", "dress", "admission", "enclosures"})


def card_of(blocks: Sequence[Block], party: PartyFacts, values: Values) -> papers.InvitationCard:
    """
    Return the values of a card.

    The lines with the reply mark, the dress and the admission mark go to their places at its foot, in the
    order of the rule wherever the wording has them; all other paragraphs stand in the middle.
    """
    foot = {name: _lines_with(blocks, name, values) for name in _FOOT}
    return {
        "blocks": [block for each in blocks for block in _middle(each, party, values)],
        "reply": foot["reply"],
        "dress": foot["dress"],
        "admission": " · ".join([*foot["admission"], *foot["enclosures"]]),
        "language": party.language,
        "code": "",
        "label": _sample(party),
    }


def _middle(block: Block, party: PartyFacts, values: Values) -> list[papers.Block]:
    fields = {name for line in block.lines for name in line.fields}
    if fields & _FOOT:
        return []
    if fields == {"guest"} and block.lines[0].only_field:
        return _named(party)
    return [{"text": text, "is_name": "guest" in fields} for text in filling.paragraphs(block, values)]


def _named(party: PartyFacts) -> list[papers.Block]:
    """The guest as a card sets it: the line with the name large, the office above or below it."""
    lines = list(party.card_lines)
    place = next((place for place, line in enumerate(lines) if party.name in line), 0)
    above, below = "\n".join(lines[:place]), "\n".join(lines[place + 1 :])
    found: list[papers.Block] = [
        {"text": above, "is_name": False},
        {"text": lines[place], "is_name": True},
        {"text": below, "is_name": False},
    ]
    return [
        {**block, "text": filling.tidy(block["text"], party.language)} for block in found if block["text"]
    ]


def _lines_with(blocks: Sequence[Block], name: str, values: Values) -> list[str]:
    found = (block for block in blocks if any(name in line.fields for line in block.lines))
    return [
        line for block in found for text in filling.paragraphs(block, values) for line in text.split("\n")
    ]


def letter_of(
    blocks: Sequence[Block], party: PartyFacts, values: Values, *, subject: str
) -> papers.LetterPage:
    """Return the values of a letter: opening, close and signature apart from its paragraphs."""
    return {
        "house": _house(party),
        "number": "",
        "date": _place_and_date(party),
        "addressee": [*party.envelope_lines, *postal_lines(party.person)],
        "subject": subject,
        "opening": " ".join(_paragraphs(blocks, values, _is_about("salutation"))),
        "paragraphs": _paragraphs(blocks, values, lambda block: not _is_part(block)),
        "close": " ".join(_paragraphs(blocks, values, _is_about("close"))),
        "signature": "\n".join(_paragraphs(blocks, values, _is_about("sender"))).split("\n"),
        "language": party.language,
        "code": "",
        "label": _sample(party),
    }


def note_of(blocks: Sequence[Block], party: PartyFacts, values: Values) -> papers.LetterPage:
    """Return the values of a note verbale: a number, no signature, the addressee at its foot (R85)."""
    return {
        "house": _house(party),
        "number": party.number,
        "date": _place_and_date(party),
        "addressee": party.receiver_lines,
        "subject": "",
        "opening": "",
        "paragraphs": _paragraphs(blocks, values, lambda block: True),
        "close": "",
        "signature": [],
        "language": party.language,
        "code": "",
        "label": _sample(party),
    }


def _house(party: PartyFacts) -> papers.House:
    """The office as it is called in the language of the letter."""
    found = wording(party.facts.event.organiser.names, party.language)
    return {"name": found.text, "language": found.language}


type _Chosen = Callable[[Block], bool]


def _is_about(name: str) -> _Chosen:
    """Whether a paragraph holds this field and no other: “{salutation},” does."""

    def holds(block: Block) -> bool:
        return {field for line in block.lines for field in line.fields} == {name}

    return holds


def _is_part(block: Block) -> bool:
    return any(_is_about(name)(block) for name in ("salutation", "close", "sender"))


def _paragraphs(blocks: Sequence[Block], values: Values, is_chosen: _Chosen) -> list[str]:
    return [text for block in blocks if is_chosen(block) for text in filling.paragraphs(block, values)]


def _place_and_date(party: PartyFacts) -> str:
    """Bucharest, 26 February 2026: where the office is, on the day of sending there."""
    day = cldr.day_in_words(party.facts.today, party.language)
    city = party.facts.event.organiser.city
    return f"{city}, {day}" if city else day


def _sample(party: PartyFacts) -> str:
    """The word that marks what goes to an invented guest, in the language of the guest."""
    if not party.is_sample:
        return ""
    with override(party.language):
        return gettext("Sample")
