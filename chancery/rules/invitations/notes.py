"""The phrases and numbers of notes verbales that invite (R85)."""

from enum import StrEnum

from chancery.rules.address.notes import Note, Phrase, note_closing, note_opening
from chancery.rules.address.values import Practice, Status
from chancery.rules.invitations import sentences
from chancery.rules.invitations.bodies import body_in_sentence, capitalised, short_body
from chancery.rules.reasons import Reason


class Closing(StrEnum):
    """How a note closes; the office says so for the event, nobody guesses it from the occasion."""

    BY_PRACTICE = ""
    RENEWED = "renewed"
    MOURNING = "mourning"
    NONE = "none"


def note_number(number: int, year: int) -> str:
    """Write the number of a note: "12/2026". Numbers begin with 1 every year."""
    return f"{number}/{year}"


def note_phrases(
    language: str,
    *,
    sender: str,
    receiver: str,
    practice: Practice = Practice.INTERNATIONAL,
    closing: Closing = Closing.BY_PRACTICE,
) -> tuple[Phrase, Phrase]:
    """
    Write the opening and the closing of a note from one body to another.

    Shape: `sender` and `receiver` are the names of the bodies as recorded, without article. After a death or
    a tragedy no opportunity is taken; a closing of `NONE` gives empty phrases, as in British notes.
    Source: R85 in docs/rules/invitations.md.
    """
    note = Note(
        language=language,
        sender=capitalised(body_in_sentence(sender, language), language),
        receiver=body_in_sentence(receiver, language),
        short_sender=capitalised(short_body(sender, language), language),
        short_receiver=short_body(receiver, language),
        practice=_practice(practice, closing),
        is_of_mourning=closing is Closing.MOURNING,
    )
    return note_opening(note), _closing(note, closing)


def _closing(note: Note, closing: Closing) -> Phrase:
    if closing is Closing.NONE:
        return Phrase("", "", (Reason(sentences.CLOSING_CHOSEN, rule="R85"),), Status.PARTLY)
    return note_closing(note)


def _practice(practice: Practice, closing: Closing) -> Practice:
    """British notes have no closing; an office that chose one follows the usage of the others."""
    asks_for_one = closing in (Closing.RENEWED, Closing.MOURNING)
    return Practice.INTERNATIONAL if asks_for_one and practice is Practice.UK else practice
