"""What changes the text of a communiqué: drafting from the record, editing, moving, reviewing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import models, transaction
from django.db.models import F

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.record.models import Communique, Edition, Sentence
from chancery.record.queries.drafts import Draft, Recorded, draft_of, sentences_of
from chancery.record.queries.facts import facts_of
from chancery.rules.communique import Composed
from chancery.rules.drafting import Merged


@transaction.atomic
def compose_edition(event: Event, language: str, *, by: Actor, now: datetime) -> Edition:
    """
    Make the edition of a language from the record, or make it anew.

    What nobody edited follows the record; what somebody edited, moved or wrote stays in its place. Where
    anything changes the review no longer counts.
    """
    edition = _edition(event, language, by=by)
    draft = draft_of(edition, facts_of(event))
    if _renewed(draft, by=by):
        raise_revision(edition)
        Edition.objects.filter(pk=edition.pk).update(composed_at=now)
    edition.refresh_from_db()
    return edition


def _edition(event: Event, language: str, *, by: Actor) -> Edition:
    """The edition of a language, held until the transaction ends."""
    communique = Communique.objects.filter(event=event).first()
    if communique is None:
        communique = audit.create(opening_of(event), by=by, code="record.communique.created")
    edition = Edition.objects.select_for_update().filter(communique=communique, language=language).first()
    if edition is not None:
        return edition
    made = Edition(communique=communique, language=language, revision=0)
    return audit.create(made, by=by, code="record.edition.created")


def opening_of(event: Event) -> Communique:
    """A communiqué not yet saved, with contact and boilerplate of the office's last one."""
    before = Communique.objects.filter(event__organiser_id=event.organiser_id).order_by("-pk").first()
    if before is None:
        return Communique(event=event)
    return Communique(event=event, contact=before.contact, boilerplate=before.boilerplate)


def _renewed(draft: Draft, *, by: Actor) -> bool:
    """Bring the rows of an edition to the merged draft; return whether a word or the order changed."""
    kept = [_row(draft, line, place) for place, line in enumerate(draft.lines)]
    standing = {row.pk for row in kept}
    gone = [row for row in draft.sentences.values() if row.pk not in standing]
    for row in gone:
        audit.delete(row, by=by, code="record.sentence.gone")
    made = audit.create_all([row for row in kept if row.pk is None], by=by, code="record.sentence.composed")
    changed = audit.update_all(
        [row for row in kept if row not in made], by=by, code="record.sentence.renewed"
    )
    return bool(gone or made or changed)


def _row(draft: Draft, line: Merged, place: int) -> Sentence:
    """The row of a merged line, changed as the record wants it but not yet saved."""
    row = Sentence(edition=draft.edition) if line.stored is None else draft.sentences[line.stored.key]
    row.position = place
    if line.composed is None:
        return row
    row.text = line.text
    row.composed, row.part = line.composed.text, str(line.composed.part)
    if row.text == row.composed:
        _follow(row, line.composed, draft.recorded)
    return row


def _follow(row: Sentence, composed: Composed, recorded: Recorded) -> None:
    """Let a sentence rest on the facts as they are now."""
    row.opens_paragraph = composed.opens_paragraph
    row.facts = recorded.pinned(composed.rests_on)


@transaction.atomic
def edit_sentence(sentence: Sentence, text: str, *, opens_paragraph: bool, by: Actor) -> None:
    """Write other words in the place of a sentence; its facts count as looked at."""
    sentence.text, sentence.opens_paragraph = text.strip(), opens_paragraph
    _look_at(sentence)
    _save(sentence, by=by, code="record.sentence.edited")


@transaction.atomic
def confirm_sentence(sentence: Sentence, *, by: Actor) -> None:
    """
    Say that the words of a sentence are right for the facts as they are now.

    One that the record no longer gives becomes the editor's own.
    """
    if not _look_at(sentence):
        sentence.composed = ""
    _save(sentence, by=by, code="record.sentence.confirmed")


@transaction.atomic
def restore_sentence(sentence: Sentence, *, by: Actor) -> None:
    """Go back to the words of the record; a sentence that was taken out is put back by it."""
    _look_at(sentence)
    sentence.text = sentence.composed
    _save(sentence, by=by, code="record.sentence.restored")


@transaction.atomic
def take_out_sentence(sentence: Sentence, *, by: Actor) -> None:
    """
    Take a sentence out of the text.

    One of the record is remembered, so that drafting anew does not bring it back; the editor's own goes.
    """
    if not sentence.composed:
        edition = sentence.edition
        audit.delete(sentence, by=by, code="record.sentence.deleted")
        raise_revision(edition)
        return
    sentence.text = ""
    _save(sentence, by=by, code="record.sentence.taken-out")


@transaction.atomic
def add_sentence(
    edition: Edition, text: str, *, after: Sentence | None, opens_paragraph: bool, by: Actor
) -> Sentence:
    """Add a sentence of the editor's own behind another one, or at the head of the text."""
    rows = sentences_of(edition)
    place = rows.index(after) + 1 if after is not None else 0
    made = Sentence(
        edition=edition,
        part=after.part if after is not None else "",
        text=text.strip(),
        opens_paragraph=opens_paragraph,
    )
    _place([*rows[:place], made, *rows[place:]], by=by, code="record.sentence.added")
    raise_revision(edition)
    return made


@transaction.atomic
def move_sentence(sentence: Sentence, *, by_places: int, by: Actor) -> bool:
    """Move a sentence up (negative) or down among those that are read; return whether it moved."""
    rows = sentences_of(sentence.edition)
    read = [row for row in rows if row.text]
    place = read.index(sentence) + by_places
    if sentence not in read or not 0 <= place < len(read):
        return False
    neighbour = read[place]
    rows.remove(sentence)
    rows.insert(rows.index(neighbour) + (by_places > 0), sentence)
    moved = rows[rows.index(sentence)]
    moved.is_moved = True
    _place(rows, by=by, code="record.sentence.moved")
    raise_revision(sentence.edition)
    return True


def _place(rows: Sequence[Sentence], *, by: Actor, code: str) -> None:
    for place, row in enumerate(rows):
        row.position = place
    new = [row for row in rows if row.pk is None]
    audit.create_all(new, by=by, code=code)
    audit.update_all([row for row in rows if row not in new], by=by, code="record.sentence.moved")


def _look_at(sentence: Sentence) -> bool:
    """
    Pin the facts of a sentence as they are now: those of the record's sentence, else those it had.

    Returns whether the record gives this sentence.
    """
    draft = draft_of(sentence.edition, facts_of(sentence.edition.communique.event))
    recorded = draft.recorded
    line = next((one for one in draft.lines if one.stored and one.stored.key == sentence.code), None)
    if line is None or line.composed is None:
        sentence.facts = recorded.pinned([fact["key"] for fact in sentence.facts])
        return False
    sentence.composed = line.composed.text
    sentence.facts = recorded.pinned(line.composed.rests_on)
    return True


def _save(sentence: Sentence, *, by: Actor, code: str) -> None:
    if audit.update(sentence, by=by, code=code):
        raise_revision(sentence.edition)


@transaction.atomic
def review_edition(edition: Edition, *, shown: int, by: Actor, now: datetime) -> bool:
    """
    Say that a person has read an edition over, as it was when it was `shown` to them.

    Returns whether it still was: a text that changed meanwhile is not reviewed.
    """
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if locked.revision != shown:
        return False
    locked.reviewed_revision, locked.reviewed_at = locked.revision, now
    locked.reviewed_by = by.user
    audit.update(locked, by=by, code="record.edition.reviewed")
    return True


@transaction.atomic
def save_communique(communique: Communique, *, by: Actor) -> None:
    """Keep contact, boilerplate and embargo; drafts follow what stands in them when they are made anew."""
    if communique.pk is None:
        audit.create(communique, by=by, code="record.communique.created")
    else:
        audit.update(communique, by=by, code="record.communique.changed")


def raise_revision(edition: Edition) -> None:
    """The text is another: what somebody read over is to be read again."""
    Edition.objects.filter(pk=edition.pk).update(revision=F("revision") + 1)


@undo.after_undo("record.sentence")
def _follow_sentence(row: models.Model, by: Actor) -> None:
    if isinstance(row, Sentence):
        raise_revision(row.edition)
