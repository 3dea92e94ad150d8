"""
Forms of address: what stands on an envelope, a card or above a letter, and what one says (R80-R86).

Sources of the wordings and their status are in docs/rules/address.md.
"""

from chancery.rules.address.cards import AWAITING_REPLY, CardPart, ReplyMark, faults_of_marks, reply_mark
from chancery.rules.address.compose import LANGUAGES, Forms, form_for_couple, form_of_address
from chancery.rules.address.moments import moment_in_words
from chancery.rules.address.notes import Note, NotePart, Phrase, Receiver, note_closing, note_opening
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Form,
    Gender,
    HeldOffice,
    NameOrder,
    Practice,
    PrintedName,
    Purpose,
    Setting,
    State,
    Status,
)

__all__ = [
    "AWAITING_REPLY",
    "LANGUAGES",
    "Addressee",
    "Basis",
    "CardPart",
    "Form",
    "Forms",
    "Gender",
    "HeldOffice",
    "NameOrder",
    "Note",
    "NotePart",
    "Phrase",
    "Practice",
    "PrintedName",
    "Purpose",
    "Receiver",
    "ReplyMark",
    "Setting",
    "State",
    "Status",
    "faults_of_marks",
    "form_for_couple",
    "form_of_address",
    "moment_in_words",
    "note_closing",
    "note_opening",
    "reply_mark",
]
