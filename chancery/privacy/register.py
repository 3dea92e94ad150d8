"""
The register of personal data: which fields are kept, what for, on what ground, who reads them, how long.

One table is the source of the page of the office and of what the notice tells guests; the manual repeats it,
and a test compares (docs/admin/privacy.md). Another test fails where a field about a person is in no row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

WHOLE = "*"
"""All columns of a kind that hold words or moments."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One kind of personal data: `fields` are columns by the kind of their rows.

    `kept` is a key of what is deleted when, or empty where the record is kept for good. `told` is a sentence
    of the notice; guests read it where the event `asks` for it, a column of its terms, or always.
    """

    key: str
    name: Any
    fields: Mapping[str, Sequence[str]]
    purpose: Any
    ground: Any
    readers: Any
    kept: str = ""
    told: Any = ""
    asks: str = ""


TASK = _("task of the mission")
CONSENT = _("explicit consent of the guest")
LAW = _("what the law asks of accounts and of proofs")
SECURITY = _("security of the house and its guests")
DIRECTORY = _("whoever may read the directory")
GUESTS = _("whoever may read guest lists")
RECORD = _("whoever may read the record; the public, once released")

REGISTER: tuple[Row, ...] = (
    Row(
        "people",
        _("Names, offices and dates of people"),
        {
            "directory.person": (
                *(
                    "sort_name",
                    "honorifics",
                    "languages",
                    "pronunciation",
                    "nationality",
                    "born",
                    "died",
                    "note",
                ),
            ),
            "directory.personname": (WHOLE,),
            "directory.tenure": (WHOLE,),
            "directory.tenurestep": (WHOLE,),
            "directory.addressform": (WHOLE,),
        },
        _("to address people rightly and to keep their rank"),
        TASK,
        DIRECTORY,
        told=_(
            "Your name and office, how you were invited, and each answer with its time and what you write."
        ),
    ),
    Row(
        "contacts",
        _("Ways to reach people, relations and households"),
        {
            "directory.contactpoint": (WHOLE,),
            "directory.relation": (WHOLE,),
            "directory.householdmember": (WHOLE,),
            "directory.group_members": (WHOLE,),
            "record.mediaaddress": (WHOLE,),
        },
        _("to reach people and to invite them with those who belong to them"),
        TASK,
        DIRECTORY,
    ),
    Row(
        "work",
        _("Traces of the directory's own work: merges and pairs of imports"),
        {"directory.mergerecord": (WHOLE,), "directory.importpair": (WHOLE,)},
        _("to take a merge or an import back"),
        TASK,
        DIRECTORY,
    ),
    Row(
        "lists",
        _("Guest lists and replies"),
        {
            "events.participation": (
                *("capacity_printed", "list_name", "actual_reason", "accepted_at", "note"),
            ),
            "guests.invitation": (WHOLE,),
            "guests.companion": (WHOLE,),
            "guests.replylink": (WHOLE,),
            "guests.reply": (
                *("given_at", "entered_at", "speaker_name", "companion_names", "representative_name"),
                *("representative_office", "reason", "message", "decided_at"),
            ),
        },
        _("to invite, to know who comes, and to seat them"),
        TASK,
        GUESTS,
        kept="lists",
    ),
    Row(
        "questions",
        _("Answers to questions of the event"),
        {"guests.reply": ("answers",)},
        _("what the event asks for"),
        TASK,
        GUESTS,
        kept="lists",
        told=_("What you answer to the questions of the invitation."),
        asks="questions",
    ),
    Row(
        "diet",
        _("Diets"),
        {"guests.reply": ("sealed_diet",), "guests.consent": (WHOLE,)},
        _("to cook for everybody; the kitchen gets numbers without names"),
        CONSENT,
        _("members with the grant for diets"),
        kept="needs",
        told=_("Your diet, only if you consent: it may tell something about health or religion."),
        asks="asks_diet",
    ),
    Row(
        "access",
        _("Access needs"),
        {"guests.reply": ("sealed_access", "consented_at")},
        _("to receive everybody"),
        CONSENT,
        _("members with the grant for access needs"),
        kept="needs",
        told=_("What you need to move or follow, only if you consent: it may tell something about health."),
        asks="asks_access",
    ),
    Row(
        "identity",
        _("Identities for security"),
        {"guests.securityidentity": (WHOLE,)},
        _("to be let in by security"),
        SECURITY,
        _("members with the grant for security identity; security, on a counted list"),
        kept="identity",
        told=_("What security asks for, such as the number of a passport: kept sealed."),
        asks="asks_identity",
    ),
    Row(
        "letters",
        _("Correspondence"),
        {
            "guests.dispatch": (WHOLE,),
            "guests.incomingmessage": (WHOLE,),
            "base.outboxmessage": (WHOLE,),
            "record.releaseposting": (WHOLE,),
        },
        _("to know what was sent to whom, and what came back"),
        TASK,
        GUESTS,
        kept="letters",
    ),
    Row(
        "deliveries",
        _("Trouble with mails"),
        {"base.mailevent": (WHOLE,)},
        _("to find out why a mail did not come"),
        TASK,
        GUESTS,
        kept="deliveries",
    ),
    Row(
        "seating",
        _("Seats, wishes and who is kept apart"),
        {
            "seating.placement": (WHOLE,),
            "seating.wish": (WHOLE,),
            "seating.plan": (WHOLE,),
            "seating.apart": (WHOLE,),
        },
        _("to seat guests by rank and without offence"),
        TASK,
        _("whoever may read seat plans; who is kept apart, members with the grant for it"),
    ),
    Row(
        "presence",
        _("Coming and going"),
        {
            "door.scan": (WHOLE,),
            "door.presence": (WHOLE,),
            "door.arrivalplan": (WHOLE,),
            "door.doornote": (WHOLE,),
        },
        _("to receive guests, and to know who was there"),
        TASK,
        _("whoever may see who has come; stewards at the door"),
        kept="presence",
    ),
    Row(
        "photos",
        _("People on photographs, and their wishes"),
        {"record.photoperson": (WHOLE,), "record.photowish": (WHOLE,)},
        _("captions, and to show nobody who does not want it"),
        _("task of the mission; the wish of the guest goes first"),
        RECORD,
        kept="photos",
    ),
    Row(
        "record",
        _("What people said and did in public"),
        {
            "record.statement": (WHOLE,),
            "record.statement_about": (WHOLE,),
            "record.statement_joint_speakers": (WHOLE,),
            "record.citation": (WHOLE,),
            "record.handover": (WHOLE,),
            "events.claim": (WHOLE,),
            "events.involvement": (WHOLE,),
            "programme.contribution": (WHOLE,),
            "programme.message": (WHOLE,),
            "programme.act": (WHOLE,),
            "programme.award": (WHOLE,),
            "occasions.campaign": (WHOLE,),
            "campaign.campaignclaim": (WHOLE,),
        },
        _("the record of the event and its communiqué"),
        TASK,
        RECORD,
    ),
    Row(
        "proofs",
        _("Loans, and requests of people about their data"),
        {"exhibition.work": (WHOLE,), "custody.subjectrequest": (WHOLE,)},
        _("contracts, and the proof that people were answered"),
        LAW,
        _("whoever may read events; requests, owners of the office"),
    ),
)
