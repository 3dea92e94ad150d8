"""Recognitions: what bodies adopted, each text a single piece of evidence (R117)."""

from datetime import datetime
from typing import Annotated

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import Field

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.problems import invalid
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved, verb
from chancery.api.resources.values import BodyCode, State, code_of
from chancery.api.shapes import Code, Language, Names, OneOf, PartialDay, Shape, Text, Wording, Written
from chancery.occasions import access
from chancery.occasions.actions import recognitions
from chancery.occasions.models import Campaign, Recognition, RecognitionStep

Level = Annotated[str, OneOf(Recognition.Level)]
Kind = Annotated[str, OneOf(Recognition.Kind)]
Status = Annotated[str, OneOf(RecognitionStep.Status)]
Votes = Annotated[int, Field(ge=0, le=100_000_000)] | None
Within = Annotated[str, Field(max_length=120)]
Said = Annotated[str, Field(max_length=300, description="According to whom.")]


class RecognitionFilters(ChangedFilters):
    campaign: str = Field("", max_length=12, description="Only texts of this campaign; its code.")
    state: str = Field("", max_length=2, description="Only texts of bodies of this state.")
    level: Level | None = Field(None, description="Only texts of this level.")
    kind: Kind | None = Field(None, description="Only texts of this kind.")


class RecognitionStepOut(Shape):
    """What became of a text; one that was taken back counts no more, and stays with its reason."""

    code: str
    status: Status
    on: str | None = Field(description="As far as the day is known.")
    source: str
    recorded_at: datetime
    taken_back_at: datetime | None
    taken_back_because: str


class RecognitionOut(Shape):
    """One text of one body, in the word that it uses itself; it is never a number."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that recorded it and alone may change it.")
    campaign: str = Field(description="Code of the campaign.")
    body: str | None = Field(description="Code of the body, where the directory knows it.")
    printed_body: Wording
    state: str
    region: str
    level: Level
    kind: Kind
    number: str
    titles: Wording
    word: str = Field(description="The word that the text uses, quoted.")
    word_language: str
    votes_for: int | None
    votes_against: int | None
    votes_abstaining: int | None
    votes_absent: int | None
    address: str
    source: str
    note: str
    steps: list[RecognitionStepOut] = Field(
        description="By their day; the last one that stands is the status."
    )
    recorded_at: datetime


class RecognitionIn(Written):
    campaign: Annotated[
        Code,
        Names(lambda office: Campaign.objects.filter(access.seen_by(office.organiser))),
        Field(description="Code of a campaign that the office may serve."),
    ]
    body: BodyCode = None
    printed_body: Wording = Field(default_factory=dict)
    state: State = ""
    region: Within = ""
    level: Level
    kind: Kind
    number: Annotated[str, Field(max_length=80)] = ""
    titles: Wording = Field(default_factory=dict)
    word: Within = ""
    word_language: Language | Annotated[str, Field(max_length=0)] = ""
    votes_for: Votes = None
    votes_against: Votes = None
    votes_abstaining: Votes = None
    votes_absent: Votes = None
    address: Annotated[str, Field(max_length=500)] = ""
    source: Said = ""
    note: Text = ""


class RecognitionStepIn(Written):
    """What became of a text."""

    status: Status
    on: PartialDay | None = None
    source: Said = ""


class TakenBackIn(Written):
    """A step that was wrong, and why."""

    step: Annotated[str, Field(max_length=12, description="Code of the step.")]
    reason: Annotated[str, Field(min_length=1, max_length=200)]


class Recognitions(Resource[Recognition]):
    """Texts that bodies adopted or refused, of every campaign that the office may serve (R117)."""

    name, one, shape, filters = "recognitions", "recognition", RecognitionOut, RecognitionFilters
    right = Right.EVENTS_VIEW
    lookups = {"campaign": "campaign__code", "level": "level", "kind": "kind"}
    history = {"occasions.recognition": "pk", "occasions.recognitionstep": "steps"}

    def rows(self, office: Office) -> QuerySet[Recognition]:
        seen = Recognition.objects.filter(access.seen_by(office.organiser, "campaign__"))
        return seen.select_related("organiser", "campaign", "body").prefetch_related("steps")

    def narrowed(
        self, rows: QuerySet[Recognition], asked: RecognitionFilters, office: Office
    ) -> QuerySet[Recognition]:
        rows = super().narrowed(rows, asked, office)
        if asked.state:
            rows = rows.filter(Q(state__iexact=asked.state) | Q(state="", body__state__iexact=asked.state))
        return rows

    def show(self, row: Recognition) -> RecognitionOut:
        steps = sorted(row.steps.all(), key=lambda step: (str(step.on or ""), step.recorded_at, step.pk))
        return RecognitionOut.model_construct(
            owner=row.organiser.ref,
            campaign=row.campaign.code,
            body=code_of(row.body),
            steps=[_step(step) for step in steps],
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, RecognitionIn)
    def record(self, office: Office, written: RecognitionIn) -> Recognition:
        """Record a text of a body."""
        row = _put(Recognition(organiser=office.organiser), office, written)
        return recognitions.save_recognition(row, by=office.actor)

    @changes(Right.EVENTS_EDIT, RecognitionIn)
    def change(self, office: Office, row: Recognition, written: RecognitionIn) -> None:
        """Change what is known of a text that the office recorded; steps are added or taken back."""
        recognitions.save_recognition(_put(row, office, written), by=office.actor)

    @verb("steps", Right.EVENTS_EDIT, RecognitionStepIn)
    def add_step(self, office: Office, row: Recognition, written: RecognitionStepIn) -> None:
        """Record what became of a text."""
        step = put(RecognitionStep(recognition=row), resolved(written, office))
        recognitions.add_step(step, by=office.actor)

    @verb("take-back", Right.EVENTS_EDIT, TakenBackIn, refuses=[recognitions.StepTakenBackAlready])
    def take_back(self, office: Office, row: Recognition, written: TakenBackIn) -> None:
        """Take a wrong step back; totals as they were known before still count it."""
        step = row.steps.filter(code=written.step).first()
        if step is None:
            raise invalid("step", _("There is no such step; look at the code."))
        recognitions.take_back(step, reason=written.reason, now=timezone.now(), by=office.actor)

    @deletes(Right.EVENTS_EDIT)
    def delete(self, office: Office, row: Recognition) -> None:
        """Delete a text with its steps."""
        recognitions.delete_recognition(row, by=office.actor)


_PLAIN = (
    "code", "ref", "printed_body", "state", "region", "level", "kind", "number", "titles", "word",
    "word_language", "votes_for", "votes_against", "votes_abstaining", "votes_absent", "address", "source",
    "note", "recorded_at",
)  # fmt: skip


def _step(row: RecognitionStep) -> RecognitionStepOut:
    return RecognitionStepOut.model_construct(
        on=str(row.on) if row.on else None,
        **{name: getattr(row, name) for name in _OF_STEP},
    )


_OF_STEP = ("code", "status", "source", "recorded_at", "taken_back_at", "taken_back_because")


def _put(row: Recognition, office: Office, written: Written) -> Recognition:
    put(row, resolved(written, office))
    if row.body is None and not row.printed_body:
        raise invalid("printed_body", _("Name the body: by its code, or as it is printed."))
    if row.word and not row.word_language:
        raise invalid("word_language", _("Say in which language the word stands."))
    return row
