"""What changes the record of what was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Max

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.events import people_actions
from chancery.events.models import Participation
from chancery.record.models import Citation, Statement

# The people who stand beside the speaker, by the name of the relation.
BESIDE = ("about", "joint_speakers")

type Beside = Mapping[str, Sequence[Participation]]


@dataclass(frozen=True, slots=True)
class Within:
    """
    What hangs on a statement: citations in their order, those taken out, the people beside the speaker, and a
    recording or text that came with it.

    Shape: `beside` gives for each name of `BESIDE` all who stand there; a missing name stays as it is.
    """

    citations: Sequence[Citation] = ()
    dropped: Iterable[Citation] = ()
    beside: Beside = field(default_factory=dict)
    upload: UploadedFile[bytes] | None = None
    upload_kind: str = StoredFile.Kind.SOUND


NOTHING_WITHIN = Within()


@transaction.atomic
def save_statement(statement: Statement, within: Within = NOTHING_WITHIN, *, by: Actor) -> bool:
    """
    Save a new statement as the last one, or a changed one; whoever is new in it takes part from now on.

    Returns whether an approval fell away because the wording it was asked for has changed.
    Errors: MediaRefused where the recording is none; nothing is saved then.
    """
    statement.speaker = people_actions.take_part(statement.speaker, by=by)
    if within.upload is not None:
        statement.recording = media.receive(within.upload, kind=within.upload_kind, by=by)
    fell_away = _drop_approval_of_another_wording(statement)
    if statement.pk is None:
        statement.position = _next_position(statement)
        audit.create(statement, by=by, code="record.statement.added")
    else:
        audit.update(statement, by=by, code="record.statement.changed")
    for citation in within.citations:
        citation.statement = statement
        citation.cited = people_actions.take_part(citation.cited, by=by) if citation.cited else None
    audit.save_rows(within.citations, within.dropped, by=by, code="record.citation")
    for name, people in within.beside.items():
        _set_beside(statement, name, people, by=by)
    return fell_away


def _next_position(statement: Statement) -> int:
    last = Statement.objects.filter(event=statement.event).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _drop_approval_of_another_wording(statement: Statement) -> bool:
    """Set an approval back where a wording that was there reads otherwise; one more language keeps it."""
    if statement.pk is None or statement.approval == Statement.Approval.NOT_ASKED:
        return False
    before = Statement.objects.values_list("texts", flat=True).get(pk=statement.pk)
    if all(statement.texts.get(language) == words for language, words in before.items()):
        return False
    statement.approval, statement.approved_by_name = Statement.Approval.NOT_ASKED, ""
    statement.approval_asked_at = statement.approved_at = None
    return True


def _set_beside(statement: Statement, name: str, people: Sequence[Participation], *, by: Actor) -> None:
    """Let exactly these people stand beside the speaker, each change with its own line."""
    rows = _beside(statement, name)
    wanted = {who.pk: who for who in (people_actions.take_part(each, by=by) for each in people)}
    for row in [row for row in rows if row.participation_id not in wanted]:
        _take_from_beside(row, name, by=by)
    there = {row.participation_id for row in rows}
    for key, who in wanted.items():
        if key not in there:
            row = _through(name)(statement=statement, participation=who)
            row.save(force_insert=True)
            changes = {column: [None, value] for column, value in audit.plain_values(row).items()}
            _write_beside(row, who, f"record.statement.{name}.added", changes, by=by)


def _take_from_beside(row: Any, name: str, *, by: Actor) -> None:
    changes = {column: [value, None] for column, value in audit.plain_values(row).items()}
    _write_beside(row, row.participation, f"record.statement.{name}.deleted", changes, by=by)
    row.delete()


def _write_beside(row: models.Model, who: Participation, code: str, changes: Any, *, by: Actor) -> None:
    """Write the line of a row that has no name of its own under the name of the person."""
    line = audit.line(row, by=by, code=code, changes=changes)
    line.label = who.name_printed
    audit.write([line])


def _through(name: str) -> Any:
    return getattr(Statement, name).through


def _beside(statement: Statement, name: str) -> list[Any]:
    rows = _through(name).objects.filter(statement=statement).select_related("participation__person")
    return list(rows.order_by("pk"))


@transaction.atomic
def read_over(statement: Statement, *, by: Actor) -> None:
    """Let a note of the hall stand as it is: somebody has read it over."""
    statement.is_draft = False
    audit.update(statement, by=by, code="record.statement.read_over")


@transaction.atomic
def delete_statement(statement: Statement, *, by: Actor) -> None:
    """
    Take a statement out of the record with what hangs on it.

    Every row leaves its own line, so that the history can bring each of them back.
    """
    for name in BESIDE:
        for row in _beside(statement, name):
            _take_from_beside(row, name, by=by)
    for citation in Citation.objects.filter(statement=statement).order_by("position", "id"):
        audit.delete(citation, by=by, code="record.citation.deleted")
    audit.delete(statement, by=by, code="record.statement.deleted")
