"""Statements: who said what, as the record of an event gives it."""

from datetime import datetime
from typing import Annotated

from django.db.models import QuerySet
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.resource import ChangedFilters, Resource
from chancery.api.resources.values import code_of
from chancery.api.shapes import OneOf, Shape, Wording
from chancery.events.access import EventOffice
from chancery.record.models import Statement
from chancery.record.queries import said

Mode = Annotated[str, OneOf(Statement.Mode)]
Approval = Annotated[str, OneOf(Statement.Approval)]


class StatementFilters(ChangedFilters):
    approval: Approval | None = Field(None, description="Only statements whose wording stands so.")


class StatementOut(Shape):
    """What a participant said, as its source gives it. The words are the speaker's, never the office's."""

    code: str
    ref: str
    speaker: str = Field(description="Code of the participation of the speaker.")
    speaker_name: str
    joint_speakers: list[str] = Field(description="Codes of those who said it together with the speaker.")
    capacity_printed: Wording
    item: str | None = Field(description="Code of the item of the programme in which it was said.")
    campaign: str | None = Field(description="Code of the campaign that it serves.")
    mode: Mode
    topics: Wording
    texts: Wording = Field(description="The wording; `language` is the one it was recorded in.")
    language: str
    translated_by: str
    said_elsewhere: str
    said_at: datetime | None
    doubt: str
    is_draft: bool = Field(description="Noted in the hall, and nobody has read it over.")
    approval: Approval
    approved_by_name: str
    approved_at: datetime | None


class Statements(Resource[Statement]):
    """What was said at an event, to be read only: people record words on the pages of the record."""

    name, one, shape, filters = "statements", "statement", StatementOut, StatementFilters
    right, is_in_event = Right.RECORD_VIEW, True
    lookups = {"approval": "approval"}
    history = {"record.statement": "pk"}

    def rows(self, office: EventOffice) -> QuerySet[Statement]:
        return said.with_all_beside(said.statements_of(office.event)).order_by("pk")

    def show(self, row: Statement) -> StatementOut:
        return StatementOut.model_construct(
            speaker=row.speaker.code,
            speaker_name=str(row.speaker),
            joint_speakers=sorted(each.code for each in row.joint_speakers.all()),
            item=code_of(row.item),
            campaign=code_of(row.campaign),
            **{name: getattr(row, name) for name in _PLAIN},
        )


_PLAIN = (
    "code", "ref", "capacity_printed", "mode", "topics", "texts", "language", "translated_by",
    "said_elsewhere", "said_at", "doubt", "is_draft", "approval", "approved_by_name", "approved_at",
)  # fmt: skip
