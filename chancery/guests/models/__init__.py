"""The guest list, what is sent to whom on which terms, and what comes back."""

from chancery.guests.models.consents import Consent, Notice, PhotoAnswer, SecurityIdentity
from chancery.guests.models.incoming import IncomingMessage
from chancery.guests.models.listing import Companion, GuestList, Invitation, Inviter
from chancery.guests.models.replies import ListVersion, Reply, ReplyLink
from chancery.guests.models.sending import Approval, Dispatch, NoteVerbale, Wave
from chancery.guests.models.terms import Question, Template, Terms
from chancery.guests.models.vocabulary import Channel, Form, Kind, Standing

__all__ = [
    "Approval",
    "Channel",
    "Companion",
    "Consent",
    "Dispatch",
    "Form",
    "GuestList",
    "IncomingMessage",
    "Invitation",
    "Inviter",
    "Kind",
    "ListVersion",
    "NoteVerbale",
    "Notice",
    "PhotoAnswer",
    "Question",
    "Reply",
    "ReplyLink",
    "SecurityIdentity",
    "Standing",
    "Template",
    "Terms",
    "Wave",
]
