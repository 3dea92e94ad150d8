"""
How long each kind is kept: what is proposed, within which bounds, and what is deleted when the time is over.

Needs and list versions go by themselves, as the guests were told. Everything else that has a time goes only
once an owner has settled it, so that nothing vanishes that nobody decided (R123).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.custody import ageing
from chancery.custody.holdings import Becomes, Fate
from chancery.events.models import Event
from chancery.privacy import queries as privacy


@dataclass(frozen=True, slots=True)
class Part:
    """
    The rows of one table that go with a kind, found by the `event` path while something is `still` there.

    `columns` are what the columns of a reduced row become; rows that are deleted name none.
    """

    table: str
    event: str
    still: Q
    columns: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fate(self) -> Fate:
        return Fate.REDUCED if self.columns else Fate.DELETED

    def rows(self, organiser: Organiser) -> QuerySet[Model]:
        """The rows of an office in which something is still there."""
        model: type[Model] = apps.get_model(self.table)
        return model._default_manager.filter(self.still, **{f"{self.event}__organiser": organiser})

    def rows_of(self, event: Event) -> QuerySet[Model]:
        """The rows of an event in which something is still there, each once."""
        return self.rows(event.organiser).filter(**{self.event: event}).order_by("pk").distinct()


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One kind of personal data with its time of keeping, in days after the last day of the event.

    `proposed` is the number of days, None for what is kept as an archive on the `ground`; it is in force
    `by_itself`, or once an owner has settled it between `least` and `most` days.
    """

    key: str
    name: Any
    about: Any
    parts: tuple[Part, ...]
    proposed: Callable[[], int | None]
    least: int = 0
    most: Callable[[], int] = lambda: 3650
    by_itself: bool = False
    ground: Any = ""
    lines_about: tuple[str, ...] = ()
    """Rows of the register whose values go from the history, in days after the change itself."""

    @property
    def proposed_days(self) -> int | None:
        return self.proposed()

    @property
    def most_days(self) -> int:
        return self.most()


_INVITED = "invitation__guest__event"
_NEEDS = Part(
    "guests.reply",
    _INVITED,
    Q(consented_at__isnull=False),
    {"sealed_diet": None, "sealed_access": None, "consented_at": None},
)
KINDS: tuple[Kind, ...] = (
    Kind(
        "needs",
        _("Diets and access needs"),
        _("What guests told of their needs; the replies stay."),
        (_NEEDS, Part("guests.consent", _INVITED, Q())),
        lambda: settings.NEEDS_DAYS,
        most=lambda: settings.NEEDS_DAYS,
        by_itself=True,
    ),
    Kind(
        privacy.IDENTITY,
        _("Identities for security"),
        _("Numbers, licence plates and days of birth that security asked for."),
        (Part("guests.securityidentity", _INVITED, Q()),),
        lambda: privacy.IDENTITY_DAYS,
        most=lambda: 30,
        by_itself=True,
    ),
    Kind(
        "letters",
        _("Correspondence"),
        _("Words and addresses of messages; that and when something was sent stays."),
        (
            Part(
                "guests.dispatch",
                _INVITED,
                ~Q(address="", subject="", text="", html="", printed={}),
                {"address": "", "subject": "", "text": "", "html": "", "printed": {}, "remark": ""},
            ),
            Part(
                "guests.incomingmessage",
                _INVITED,
                ~Q(sender="", sender_name="", subject="", sealed_text=b""),
                {"sender": "", "sender_name": "", "subject": "", "words": "", "sealed_text": b""},
            ),
            Part(
                "base.outboxmessage",
                f"dispatch__{_INVITED}",
                ~Q(recipient__endswith="@erased.invalid"),
                {"recipient": Becomes.NO_ADDRESS, "domain": "", "sealed": b"", "answer": ""},
            ),
        ),
        lambda: 730,
        least=30,
    ),
    Kind(
        "deliveries",
        _("Trouble with mails"),
        _("What servers said of mails that were put off, refused or came back."),
        (Part("base.mailevent", f"message__dispatch__{_INVITED}", Q()),),
        lambda: 180,
        least=30,
    ),
    Kind(
        "lists",
        _("Rows of guest lists"),
        _("Tags, notes, names of companions and words of replies; who was invited and what came back stays."),
        (
            Part("guests.invitation", "guest__event", ~Q(tags=[]), {"tags": []}),
            Part(
                "guests.companion",
                _INVITED,
                Q(person=None) & ~Q(name="—"),
                {"name": Becomes.NAMELESS},
            ),
            Part("events.participation", "event", ~Q(note=""), {"note": ""}),
            Part(
                "guests.reply",
                _INVITED,
                ~Q(reason="", message="", speaker_name="", answers={}),
                {
                    "reason": "",
                    "message": "",
                    "speaker_name": "",
                    "answers": {},
                    "companion_names": Becomes.NAMELESS,
                },
            ),
            Part("seating.wish", "event", ~Q(reason=""), {"reason": ""}),
            Part("door.doornote", "participation__event", Q()),
        ),
        lambda: 730,
        least=30,
    ),
    Kind(
        "presence",
        _("Times of coming and going"),
        _("Scans at the doors; who attended stays in the record."),
        (
            Part("door.scan", "event", Q()),
            Part("door.presence", "event", Q(first_at__isnull=False), {"first_at": None, "last_at": None}),
        ),
        lambda: None,
        least=30,
        ground=_("Archive of the mission: who was received when."),
    ),
    Kind(
        "photos",
        _("Photographs nobody chose"),
        _("Photographs that are neither for the press nor public; their files follow as unused ones."),
        (Part("record.photo", "event", Q(is_for_press=False, is_public=False)),),
        lambda: None,
        least=30,
        ground=_("Archive of the mission: how the event was."),
    ),
    Kind(
        "past-people",
        _("Values of people in the history"),
        _("Earlier names, contacts and notes in lines about the directory; who changed what and when stays."),
        (),
        lambda: 1095,
        least=180,
        lines_about=ageing.PEOPLE,
    ),
    Kind(
        "past-guests",
        _("Values of guests in the history"),
        _("What lines about lists, replies, letters, seats and doors hold; who changed what and when stays."),
        (),
        lambda: 1095,
        least=180,
        lines_about=ageing.GUESTS_AND_PHOTOS,
    ),
)
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}
