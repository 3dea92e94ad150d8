"""
What an invitation says: who requests what, when, and how it is answered (R80, R81, R85).

The parts of a card, the reply marks and the phrases of notes stand in `chancery.rules.address`; here is what
a whole message needs beside them. Sources and statuses are in docs/rules/invitations.md.
"""

from chancery.rules.invitations.bodies import (
    body_in_sentence,
    capitalised,
    office_in_sentence,
    short_body,
    within_sentence,
)
from chancery.rules.invitations.companions import companions_in_words
from chancery.rules.invitations.moments import day_in_words, time_in_words
from chancery.rules.invitations.notes import Closing, note_number, note_phrases
from chancery.rules.invitations.parts import asks_for_reply, bears_mark, faults_of_card
from chancery.rules.invitations.replies import reply_lines, reply_request
from chancery.rules.invitations.requests import Strength, Voice, request_line
from chancery.rules.invitations.thanks import Deed, deeds_in_letter, deeds_in_note

__all__ = [
    "Closing",
    "Deed",
    "Strength",
    "Voice",
    "asks_for_reply",
    "bears_mark",
    "body_in_sentence",
    "capitalised",
    "companions_in_words",
    "day_in_words",
    "deeds_in_letter",
    "deeds_in_note",
    "faults_of_card",
    "note_number",
    "note_phrases",
    "office_in_sentence",
    "reply_lines",
    "reply_request",
    "request_line",
    "short_body",
    "time_in_words",
    "within_sentence",
]
