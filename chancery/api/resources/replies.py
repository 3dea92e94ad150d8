"""Replies of guests; what was said is never changed."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import QuerySet
from django.utils import timezone
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.resource import ChangedFilters, Resource, creates, resolved, verb
from chancery.api.resources.guests import StandIn
from chancery.api.resources.values import PersonCode, code_of
from chancery.api.shapes import Code, Line, Moment, Names, OneOf, Shape, Text, Written
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.guests.actions import replies as actions
from chancery.guests.models import Reply, Standing
from chancery.guests.queries import parties

Said = Annotated[str, OneOf(Standing)]
Channel = Annotated[str, OneOf(Reply.Channel)]
Speaker = Annotated[str, OneOf(Reply.Speaker)]
MOST_COMPANIONS = 30


class _Answers(OneOf):
    """What can be answered."""

    def __init__(self) -> None:
        self.values = [standing.value for standing in actions.ANSWERS]


class ReplyFilters(ChangedFilters):
    guest: str = Field("", max_length=12, description="Only replies of this guest; a code.")
    standing: Said | None = Field(None, description="Only replies of this kind.")
    given_since: Moment | None = Field(None, description="Only replies given at this moment or later.")


class ReplyOut(Shape):
    """One answer to an invitation. Needs of diet and access are not told here."""

    code: str
    guest: str = Field(description="Code of the guest.")
    standing: Said
    channel: Channel
    given_at: datetime
    entered_at: datetime
    speaker: Speaker
    speaker_name: str
    is_late: bool
    unnamed_companions: int
    companion_names: list[str]
    representative: str | None = Field(
        description="Code of the representative, where the directory knows them."
    )
    representative_name: str
    representative_office: str
    stands_in: StandIn
    reason: str
    message: str = Field(description="Message to the host.")
    answers: dict[str, Any] = Field(description="Answers to the questions of the event by their short names.")
    why_open: Annotated[str, OneOf(Reply.WhyOpen)] = Field(
        description="What the office has to decide before it counts; empty where there is nothing."
    )
    decision: Annotated[str, OneOf(Reply.Decision)]
    counts: bool
    corrects: str | None = Field(description="Code of the wrong entry that this one puts right.")


class ReplyIn(Written):
    guest: Annotated[Code, Names(lambda office: parties.guests_of(office.event))] = Field(
        description="Code of the guest."
    )
    standing: Annotated[str, _Answers()]
    channel: Channel = Reply.Channel.PAGE.value
    speaker: Speaker = Reply.Speaker.GUEST.value
    speaker_name: Line = ""
    given_at: Moment | None = Field(None, description="Left out: now.")
    unnamed_companions: Annotated[int, Field(ge=0, le=MOST_COMPANIONS)] = 0
    companion_names: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        default_factory=list, max_length=MOST_COMPANIONS
    )
    representative: PersonCode = None
    representative_name: Line = ""
    representative_office: Line = ""
    stands_in: StandIn = Participation.StandIn.DELEGATE.value
    reason: Line = ""
    message: Text = ""


class Decided(Written):
    """Whether a reply that was open counts."""

    is_taken: bool


class TakenBack(Written):
    """Why an entry was wrong."""

    reason: Line = ""


class Replies(Resource[Reply]):
    """Answers to the invitations of an event, in the order in which they were entered."""

    name, one, shape, filters, is_in_event = "replies", "reply", ReplyOut, ReplyFilters, True
    right = Right.GUESTS_VIEW
    lookups = {"guest": "invitation__guest__code", "standing": "standing", "given_since": "given_at__gte"}
    history = {"guests.invitation": "invitation"}

    def rows(self, office: EventOffice) -> QuerySet[Reply]:
        found = Reply.objects.filter(invitation__guest__event=office.event)
        return found.select_related("invitation__guest", "representative", "corrects")

    def show(self, row: Reply) -> ReplyOut:
        told: dict[str, Any] = {
            "guest": row.invitation.guest.code,
            "representative": code_of(row.representative),
            "corrects": code_of(row.corrects),
        }
        plain = [name for name in ReplyOut.model_fields if name not in told]
        return ReplyOut.model_construct(**told, **{name: getattr(row, name) for name in plain})

    @creates(Right.GUESTS_EDIT, ReplyIn, refuses=[actions.ReplyRefused])
    def record(self, office: EventOffice, written: ReplyIn) -> Reply:
        """Record an answer of a guest, however it was given."""
        values, now = resolved(written, office), timezone.now()
        guest: Participation = values.pop("guest")
        said = {name: values.pop(name) for name in ("speaker", "speaker_name") if name in values}
        given_at = values.pop("given_at", None) or now
        values.pop("channel", None)
        invitation = actions.invitations_of([guest], by=office.actor)[0]
        return actions.record(
            invitation,
            actions.Answer(**values),
            channel=written.channel,
            **said,
            given_at=given_at,
            by=office.actor,
            now=now,
        )

    @verb("decide", Right.GUESTS_EDIT, Decided, refuses=[actions.ReplyRefused])
    def decide(self, office: EventOffice, row: Reply, written: Decided) -> None:
        """Decide whether a reply that was open counts."""
        actions.decide(row, is_taken=written.is_taken, by=office.actor, now=timezone.now())

    @verb("take-back", Right.GUESTS_EDIT, TakenBack, refuses=[actions.ReplyRefused])
    def take_back(self, office: EventOffice, row: Reply, written: TakenBack) -> Reply:
        """Take a wrong entry back by a further one, which is answered."""
        return actions.take_back(row, by=office.actor, now=timezone.now(), reason=written.reason)
