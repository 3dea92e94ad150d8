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


def _whole(*kinds: str) -> dict[str, Sequence[str]]:
    return dict.fromkeys(kinds, (WHOLE,))


REGISTER: tuple[Row, ...] = (
    Row(
        "people",
        _("Names, offices and dates of people"),
        {
            "directory.person": (
                "sort_name",
                "honorifics",
                "languages",
                "pronunciation",
                "nationality",
                "born",
                "died",
                "note",
            )
        }
        | _whole("directory.personname", "directory.tenure", "directory.tenurestep", "directory.addressform"),
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
        _whole(
            "directory.contactpoint",
            "directory.relation",
            "directory.householdmember",
            "directory.group_members",
            "record.mediaaddress",
        ),
        _("to reach people and to invite them with those who belong to them"),
        TASK,
        DIRECTORY,
    ),
    Row(
        "work",
        _("Traces of the directory's own work: merges and pairs of imports"),
        _whole("directory.mergerecord", "directory.importpair"),
        _("to take a merge or an import back"),
        TASK,
        DIRECTORY,
    ),
    Row(
        "lists",
        _("Guest lists and replies"),
        {
            "events.participation": ("capacity_printed", "list_name", "actual_reason", "accepted_at", "note"),
            "guests.reply": (
                "given_at",
                "entered_at",
                "speaker_name",
                "companion_names",
                "representative_name",
                "representative_office",
                "reason",
                "message",
                "decided_at",
            ),
        }
        | _whole("guests.invitation", "guests.companion", "guests.replylink"),
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
        {"guests.reply": ("sealed_diet",)} | _whole("guests.consent"),
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
        _whole("guests.securityidentity"),
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
        _whole("guests.dispatch", "guests.incomingmessage", "base.outboxmessage", "record.releaseposting"),
        _("to know what was sent to whom, and what came back"),
        TASK,
        GUESTS,
        kept="letters",
    ),
    Row(
        "deliveries",
        _("Trouble with mails"),
        _whole("base.mailevent"),
        _("to find out why a mail did not come"),
        TASK,
        GUESTS,
        kept="deliveries",
    ),
    Row(
        "seating",
        _("Seats, wishes and who is kept apart"),
        _whole("seating.placement", "seating.wish", "seating.plan", "seating.apart"),
        _("to seat guests by rank and without offence"),
        TASK,
        _("whoever may read seat plans; who is kept apart, members with the grant for it"),
    ),
    Row(
        "presence",
        _("Coming and going"),
        _whole("door.scan", "door.presence", "door.arrivalplan", "door.doornote"),
        _("to receive guests, and to know who was there"),
        TASK,
        _("whoever may see who has come; stewards at the door"),
        kept="presence",
    ),
    Row(
        "photos",
        _("People on photographs, and their wishes"),
        _whole("record.photoperson", "record.photowish", "guests.photoanswer"),
        _("captions, and to show nobody who does not want it"),
        _("task of the mission; the wish of the guest goes first"),
        RECORD,
        kept="photos",
        told=_("Whether you may be shown on photographs, if you say so."),
        asks="asks_photos",
    ),
    Row(
        "record",
        _("What people said and did in public"),
        _whole(
            "record.statement",
            "record.statement_about",
            "record.statement_joint_speakers",
            "record.citation",
            "record.handover",
            "events.claim",
            "events.involvement",
            "programme.contribution",
            "programme.message",
            "programme.act",
            "programme.award",
            "occasions.campaign",
            "campaign.campaignclaim",
        ),
        _("the record of the event and its communiqué"),
        TASK,
        RECORD,
    ),
    Row(
        "proofs",
        _("Loans, and requests of people about their data"),
        _whole("exhibition.work", "custody.subjectrequest"),
        _("contracts, and the proof that people were answered"),
        LAW,
        _("whoever may read events; requests, owners of the office"),
    ),
)
