"""Notes of what is said, taken in the hall while it is said."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.actions.said import save_statement
from chancery.record.models import Statement


class NoteRefused(Exception):
    """The note cannot be kept as it was sent; the words are one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted: `key` is made where it is written, and the same one is never stored twice."""

    event: Event
    key: UUID
    speaker: Participation
    item: Item | None
    mode: str
    language: str
    text: str
    said_at: datetime


@transaction.atomic
def keep_note(note: Note, *, by: Actor) -> Statement:
    """
    Store a note as a draft, or the change that its author made to it; sent twice it is stored once.

    Errors: NoteRefused for the key of somebody else's note, and for a note that was read over since.
    """
    known = _known(note)
    if known is None:
        try:
            with transaction.atomic():
                return _new(note, by=by)
        except IntegrityError:
            # The same note came by another way at the same moment.
            known = _known(note)
            if known is None:
                raise
    return _changed(known, note, by=by)


def _known(note: Note) -> Statement | None:
    return Statement.objects.select_for_update().filter(note_key=note.key).first()


def _new(note: Note, *, by: Actor) -> Statement:
    statement = Statement(
        event=note.event,
        speaker=note.speaker,
        item=note.item,
        mode=note.mode,
        language=note.language,
        texts={note.language: note.text},
        said_at=note.said_at,
        is_draft=True,
        noted_by=by.user,
        note_key=note.key,
    )
    save_statement(statement, by=by)
    return statement


def _changed(known: Statement, note: Note, *, by: Actor) -> Statement:
    """Write the author's later words into the note; its moment stays that of the first."""
    if known.event_id != note.event.pk or by.user is None or known.noted_by_id != by.user.pk:
        raise NoteRefused(_("This note belongs to somebody else; write it anew."))
    texts = {code: words for code, words in known.texts.items() if code != known.language}
    texts[note.language] = note.text
    known.texts, known.language = texts, note.language
    known.speaker, known.item, known.mode = note.speaker, note.item, note.mode
    if not known.is_draft:
        if audit.plain_values(Statement.objects.get(pk=known.pk)) == audit.plain_values(known):
            return known
        raise NoteRefused(_("This note was read over in the office meanwhile; change it there."))
    audit.update(known, by=by, code="record.note.changed")
    return known
