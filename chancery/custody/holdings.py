"""
Everything an office holds on a person, kind by kind, and what becomes of it when the person is erased.

One table is the source of the export, of the preview and of the erasure; a test walks every key that leads to
a person and fails where a kind stands in no line (docs/admin/privacy.md).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

type Words = Any
"""A text that is put into the reader's language when it is shown."""


class Fate(StrEnum):
    """What an erasure does with the rows of a kind."""

    DELETED = auto()
    REDUCED = auto()
    STAYS = auto()


class Becomes(StrEnum):
    """What a column of a reduced row becomes, where that depends on the row or on the person."""

    LABEL = auto()
    """What the person is called from then on: the office, or a number."""
    NEW_REF = auto()
    NAMELESS = auto()
    """As many entries as before, each without its name, because the number counts."""
    NO_ADDRESS = auto()
    """An address at which nobody is, different for each row."""


@dataclass(frozen=True, slots=True)
class Holding:
    """
    The rows of one kind that are about a person, found by the `paths` from the row to the person.

    `columns` are what the columns of a reduced row become. `why` says on what ground rows stay. Rows that
    name no person but an e-mail address of theirs are found by the column `address`.
    """

    kind: str
    paths: tuple[str, ...]
    fate: Fate
    columns: Mapping[str, Any] = field(default_factory=dict)
    why: Words = ""
    address: str = ""

    @property
    def is_erased_in_history(self) -> bool:
        """Whether the lines of the history lose their values with the rows."""
        return self.fate is not Fate.STAYS

    def of(self, people: Collection[int], addresses: Collection[str] = ()) -> Q:
        """The rows that are about these people, or that went to addresses which are theirs alone."""
        found = Q(pk__in=[])
        for path in self.paths:
            found |= Q(**{f"{path}__in": list(people)})
        for address in addresses if self.address else ():
            found |= Q(**{f"{self.address}__iexact": address})
        return found


ORDER = _("The order of past events rests on it; it names the office, and the person no more.")
RECORD = _("Public record of the event: who did what in which office stays as it was.")
COUNTS = _("Attendance and its figures stay true: somebody came, and nobody can tell who.")
CONTRACT = _("A contract or its accounts rest on it, which the law tells to keep.")
SPOKEN = _("Who spoke for a campaign in public stays as it was said.")
TAKEN = _("Whose works or papers they are is part of the record.")
SHOWN = _("Pictures of the event rest on it; a refusal holds for whoever cannot be named any more.")
AT_EVENT = "participation__person"
OF_GUEST = "invitation__guest__person"

DELETED, REDUCED, STAYS = Fate.DELETED, Fate.REDUCED, Fate.STAYS
LABEL, NEW_REF, NAMELESS, NO_ADDRESS = Becomes

# What hangs on another row comes before it, so that a row that goes takes nothing unseen with it.
HOLDINGS: tuple[Holding, ...] = (
    Holding("directory.contactpoint", ("person",), DELETED),
    Holding("directory.contactpoint", ("via",), REDUCED, {"via": None, "label": ""}),
    Holding("directory.relation", ("person", "other"), DELETED),
    Holding("directory.addressform", ("person", "household__members"), DELETED),
    Holding("directory.householdmember", ("person",), DELETED),
    Holding("directory.importpair", ("person",), DELETED),
    Holding("directory.mergerecord", ("kept",), DELETED),
    Holding("directory.group_members", ("person",), DELETED),
    Holding("seating.apart", ("person", "other_person"), DELETED),
    Holding("record.mediaaddress", ("person",), DELETED, address="email"),
    Holding("record.releaseposting", (), REDUCED, {"email": NO_ADDRESS, "name": LABEL}, address="email"),
    Holding("door.doornote", (AT_EVENT,), DELETED),
    Holding("guests.consent", (OF_GUEST,), DELETED),
    Holding("guests.securityidentity", (OF_GUEST,), DELETED),
    Holding("guests.companion", ("person",), REDUCED, {"name": ""}),
    Holding("guests.companion", (OF_GUEST,), REDUCED, {"name": NAMELESS}),
    Holding(
        "guests.incomingmessage",
        (OF_GUEST,),
        REDUCED,
        {"words": "", "sender": "", "sender_name": "", "subject": "", "sealed_text": b""},
        address="sender",
    ),
    Holding(
        "base.mailevent",
        ("message__dispatch__invitation__guest__person",),
        REDUCED,
        {"words": ""},
    ),
    Holding(
        "base.outboxmessage",
        ("dispatch__invitation__guest__person",),
        REDUCED,
        {"recipient": NO_ADDRESS, "domain": "", "sealed": b"", "answer": ""},
        address="recipient",
    ),
    Holding(
        "guests.dispatch",
        (OF_GUEST,),
        REDUCED,
        {
            "recipient": LABEL,
            "address": "",
            "subject": "",
            "text": "",
            "html": "",
            "printed": {},
            "remark": "",
        },
    ),
    Holding("guests.replylink", (OF_GUEST,), STAYS, why=COUNTS),
    Holding(
        "guests.reply",
        (OF_GUEST,),
        REDUCED,
        {
            "speaker_name": "",
            "companion_names": NAMELESS,
            "representative_name": NAMELESS,
            "representative_office": "",
            "reason": "",
            "message": "",
            "answers": {},
            "sealed_diet": None,
            "sealed_access": None,
            "consented_at": None,
        },
    ),
    Holding("guests.reply", ("representative",), REDUCED, {"representative_name": NAMELESS}),
    Holding("guests.invitation", ("guest__person",), REDUCED, {"tags": []}),
    Holding("seating.wish", ("guest__person", "other__person"), REDUCED, {"reason": ""}),
    Holding("seating.placement", (AT_EVENT,), REDUCED, {"reason": ""}),
    Holding("door.arrivalplan", (AT_EVENT,), REDUCED, {"greeter_name": "", "escort": "", "late_place": ""}),
    Holding("door.arrivalplan", ("greeter__person",), STAYS, why=RECORD),
    Holding("door.scan", (AT_EVENT,), REDUCED, {"words": "", "settled_words": ""}),
    Holding("door.presence", (AT_EVENT,), STAYS, why=COUNTS),
    Holding("guests.photoanswer", (OF_GUEST,), STAYS, why=SHOWN),
    Holding("record.photowish", (AT_EVENT,), REDUCED, {"note": ""}),
    Holding("record.photoperson", (AT_EVENT,), REDUCED, {"words": ""}),
    Holding("record.statement", ("speaker__person", "joint_speakers__person"), REDUCED, {"ref": NEW_REF}),
    Holding("record.statement_about", (AT_EVENT,), STAYS, why=RECORD),
    Holding("record.statement_joint_speakers", (AT_EVENT,), STAYS, why=RECORD),
    Holding("record.citation", ("cited__person",), STAYS, why=RECORD),
    Holding("record.handover", ("giver__person", "receiver__person"), STAYS, why=RECORD),
    Holding("events.claim", ("claimant__person",), STAYS, why=RECORD),
    Holding("events.involvement", ("person",), STAYS, why=RECORD),
    Holding("programme.contribution", (AT_EVENT,), STAYS, why=RECORD),
    Holding("programme.message", ("author__person", "reader__person"), STAYS, why=RECORD),
    Holding("programme.act", (AT_EVENT, "on_behalf_of__person"), STAYS, why=RECORD),
    Holding(
        "programme.award",
        ("laureate__person", "laureate_with__person", "receiver__person", "presenter__person"),
        STAYS,
        why=RECORD,
    ),
    Holding("seating.plan", ("host__person", "co_host__person"), STAYS, why=RECORD),
    Holding("occasions.campaign", ("initiator",), STAYS, why=SPOKEN),
    Holding("campaign.campaignclaim", ("person",), STAYS, why=SPOKEN),
    Holding("exhibition.work", ("lender_person",), STAYS, why=CONTRACT),
    Holding("custody.subjectrequest", ("person",), STAYS, why=_("Proof that the request was answered.")),
    Holding("directory.tenurestep", ("tenure__person",), STAYS, why=ORDER),
    Holding("directory.tenure", ("person",), STAYS, why=ORDER),
    Holding("events.participation", ("person",), REDUCED, {"ref": NEW_REF, "note": "", "actual_reason": ""}),
    Holding("directory.personname", ("person",), DELETED),
    Holding(
        "directory.person",
        ("pk",),
        REDUCED,
        {
            "ref": NEW_REF,
            "sort_name": LABEL,
            # Filled anew from the name whenever it is among what is saved.
            "sort_key": "",
            "gender": "",
            "honorifics": {},
            "languages": [],
            "pronunciation": "",
            "born": None,
            "died": None,
            "note": "",
        },
    ),
)
