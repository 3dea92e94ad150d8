"""Lists on their way into the directory: received, their columns told, checked, decided, written."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import batched

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import audit, jobs
from chancery.base.audit import Actor
from chancery.base.jobs import Progress
from chancery.base.models import Job
from chancery.directory.actions import import_undo
from chancery.directory.actions.import_targets import Targets
from chancery.directory.actions.import_writing import BATCH, Decisions, Writer
from chancery.directory.importing.columns import digest_of, guessed, missing_in
from chancery.directory.importing.entries import Entry
from chancery.directory.importing.problems import Problem, UnreadableFile
from chancery.directory.importing.tables import recognised, table_of
from chancery.directory.models import Import, ImportMapping, ImportPair, ImportProblem, Relation
from chancery.directory.queries.duplicates import pairs_of
from chancery.directory.queries.imports import entries_of, language_of, open_pairs, plain_entry

# A file above this takes longer than a page may, and becomes a job.
SMALL_BYTES = 200_000
SMALL_ROWS = 2000
MOST_PROBLEMS = 500
SAMPLES = 8
_KEYS_AT_ONCE = 5000
CHECK, RUN, UNDO = "directory.import.check", "directory.import.run", "directory.import.undo"


class ColumnsNotClear(Exception):
    """The columns that were told cannot be used; the message is the English sentence that says why."""


class NotReady(Exception):
    """The import is not in the state for this step; somebody else may have gone on with it."""


class StillOpen(Exception):
    """Pairs are not decided yet; the argument is their number."""


class SaidToBeTwo(Exception):
    """A row is said to be two people; the argument is its number."""


@transaction.atomic
def receive(*, organiser: Organiser, filename: str, content: bytes, by: Actor) -> Import:
    """
    Keep a file and propose what its columns hold: as told last time for the same headings, else as guessed.

    Errors: UnreadableFile; nothing is kept then.
    """
    written = recognised(content)
    headings = list(table_of(content, written).headings)
    known = ImportMapping.objects.filter(organiser=organiser, headings_digest=digest_of(headings)).first()
    made = Import(
        organiser=organiser,
        filename=filename[:200],
        kind=written.kind,
        encoding=written.encoding,
        delimiter=written.delimiter,
        headings=headings,
        mapping=known.mapping if known else guessed(headings),
        uploaded_by=by.user,
    )
    made.file.save(f"{made.code}.{written.kind}", ContentFile(content), save=False)
    made.save()
    return made


@transaction.atomic
def tell_columns(of: Import, *, mapping: Sequence[str], by: Actor) -> Job | None:
    """
    Note what each column holds, remember it for the same headings, and check the file.

    Returns the job of a large file; a small one is checked at once. Errors: ColumnsNotClear, NotReady.
    """
    if refusal := missing_in(mapping):
        raise ColumnsNotClear(refusal)
    _turn(of, to=Import.State.CHECKING, since=[Import.State.UPLOADED, Import.State.CHECKED])
    Import.objects.filter(pk=of.pk).update(mapping=list(mapping))
    ImportMapping.objects.update_or_create(
        organiser=of.organiser,
        headings_digest=digest_of(of.headings),
        defaults={"mapping": list(mapping)},
    )
    return _begin(of, CHECK, by)


def check(of: Import, progress: Progress | None = None) -> dict[str, int]:
    """
    Read the whole file; note what is wrong, who may be known already, and what would be made.

    Nothing of the directory is changed. Decisions of an earlier check stay where the pair is the same.
    """
    of.refresh_from_db()
    entries, problems = _read(of, progress)
    found = [] if problems else list(pairs_of(of.organiser, entries, progress))
    with transaction.atomic():
        _note_problems(of, problems)
        _note_pairs(of, found)
        counts = {"rows": len(entries), "problems": len(problems), "pairs": len(found)}
        if not problems:
            counts |= _would_make(of, entries)
        samples = [plain_entry(entry) for entry in entries[:SAMPLES]]
        Import.objects.filter(pk=of.pk).update(
            state=Import.State.CHECKED, counts={**counts, "samples": samples}
        )
    return counts


def _read(of: Import, progress: Progress | None) -> tuple[list[Entry], list[Problem]]:
    with of.file.open("rb") as file:
        content = file.read()
    try:
        return entries_of(of, content, progress)
    except UnreadableFile as error:
        return [], [error.problem]


def _note_problems(of: Import, problems: Sequence[Problem]) -> None:
    of.problems.all().delete()
    ImportProblem.objects.bulk_create(
        ImportProblem(
            of=of, row=each.row, column=each.column[:200], template=each.template, values=dict(each.values)
        )
        for each in problems[:MOST_PROBLEMS]
    )


def _note_pairs(of: Import, found: Sequence[ImportPair]) -> None:
    before = {(pair.row, pair.person_id, pair.other_row): pair.decision for pair in of.pairs.all()}
    of.pairs.all().delete()
    for pair in found:
        pair.of = of
        pair.decision = before.get((pair.row, pair.person_id, pair.other_row), ImportPair.Decision.OPEN)
    ImportPair.objects.bulk_create(found, batch_size=1000)


def _would_make(of: Import, entries: Sequence[Entry]) -> dict[str, int]:
    """Count the bodies, offices and groups a list needs by making them and taking it all back."""
    with transaction.atomic():
        targets = Targets(of.organiser, language_of(of))
        targets.prepare(entries)
        made = Counter(str(row._meta.model_name) for row in targets.made)
        transaction.set_rollback(True)
    return {"bodies": made["body"], "offices": made["office"], "groups": made["group"]}


@transaction.atomic
def decide(of: Import, decisions: Mapping[str, str]) -> None:
    """Note what pairs are, by their codes. Errors: SaidToBeTwo; nothing is noted then."""
    for pair in ImportPair.objects.filter(of=of, code__in=decisions):
        ImportPair.objects.filter(pk=pair.pk).update(decision=decisions[pair.code])
    same = ImportPair.objects.filter(of=of, decision=ImportPair.Decision.SAME).order_by("row", "id")
    seen: set[int] = set()
    for row in same.values_list("row", flat=True):
        if row in seen:
            raise SaidToBeTwo(row)
        seen.add(row)


@transaction.atomic
def decide_all(of: Import, *, decision: str, is_sure: bool) -> int:
    """Decide every open pair of one kind at once; of several sure ones of a row the closest is taken."""
    pairs = open_pairs(of).filter(is_sure=is_sure).order_by("row", "-score", "id").values_list("row", "pk")
    chosen = [key for _row, key in pairs]
    if decision == ImportPair.Decision.SAME:
        # the first of a row stays: a row is one person
        chosen = list(dict(reversed(list(pairs))).values())
    return sum(
        ImportPair.objects.filter(pk__in=keys).update(decision=decision)
        for keys in batched(chosen, _KEYS_AT_ONCE)
    )


@transaction.atomic
def start_run(of: Import, *, by: Actor) -> Job | None:
    """
    Write the list into the directory, all of it or nothing.

    Returns the job of a large file. Errors: NotReady while the file has problems, StillOpen.
    """
    if of.problems.exists():
        raise NotReady
    if count := open_pairs(of).count():
        raise StillOpen(count)
    _turn(of, to=Import.State.RUNNING, since=[Import.State.CHECKED])
    return _begin(of, RUN, by)


@transaction.atomic
def write(of: Import, *, by: Actor) -> dict[str, int]:
    """Write every entry in one transaction; a failure leaves the directory as it was."""
    with of.file.open("rb") as file:
        entries, _problems = entries_of(of, file.read())
    writer = Writer(of, _decisions(of), by=by)
    for batch in batched(entries, BATCH):
        writer.write(batch)
    _keep_apart(writer, by)
    counts = {name: getattr(writer.written, name) for name in writer.written.__slots__}
    audit.note(
        of, by=by, code="directory.import.done", changes={name: [0, count] for name, count in counts.items()}
    )
    Import.objects.filter(pk=of.pk).update(
        state=Import.State.DONE, done_at=timezone.now(), counts=of.counts | {"written": counts}
    )
    transaction.on_commit(lambda: of.file.delete(save=False))
    return counts


@transaction.atomic
def start_undo(of: Import, *, by: Actor) -> Job | None:
    """
    Take a whole import back; returns the job of a large one.

    Errors: NotDone, and for a small one RestsOnImport.
    """
    if of.state != Import.State.DONE:
        raise import_undo.NotDone
    if of.counts.get("rows", 0) <= SMALL_ROWS:
        import_undo.undo_import(of, by=by)
        return None
    job = jobs.start(UNDO, by=by, of=of.pk)
    Import.objects.filter(pk=of.pk).update(job=job)
    return job


@transaction.atomic
def drop(of: Import, *, by: Actor) -> None:
    """Forget an import that was not written. Errors: NotReady."""
    if of.state not in {Import.State.UPLOADED, Import.State.CHECKED, Import.State.CHECKING}:
        raise NotReady
    audit.note(of, by=by, code="directory.import.dropped")
    transaction.on_commit(lambda: of.file.delete(save=False))
    of.delete()


def _turn(of: Import, *, to: Import.State, since: Sequence[Import.State]) -> None:
    """Turn the state, unless somebody else did so meanwhile."""
    if not Import.objects.filter(pk=of.pk, state__in=since).update(state=to):
        raise NotReady
    of.state = to


def _begin(of: Import, work: str, by: Actor) -> Job | None:
    """Do a small file's work at once, and start a job for a large one."""
    if of.file.size <= SMALL_BYTES:
        _AT_ONCE[work](of, by)
        return None
    job = jobs.start(work, by=by, of=of.pk)
    Import.objects.filter(pk=of.pk).update(job=job)
    return job


_AT_ONCE: dict[str, Callable[[Import, Actor], object]] = {
    CHECK: lambda of, by: check(of),
    RUN: lambda of, by: write(of, by=by),
}


def _decisions(of: Import) -> Decisions:
    decided = (
        ImportPair.objects.filter(of=of).exclude(decision=ImportPair.Decision.OPEN).order_by("row", "id")
    )
    same = decided.filter(decision=ImportPair.Decision.SAME)
    different = decided.filter(decision=ImportPair.Decision.DIFFERENT)
    return Decisions(
        same={pair.row: pair.person_id for pair in same if pair.person_id is not None},
        same_rows={pair.row: pair.other_row for pair in same if pair.other_row is not None},
        different=[(pair.row, pair.person_id, pair.other_row) for pair in different],
    )


def _keep_apart(writer: Writer, by: Actor) -> None:
    """Note for good who is not the same person, once for each two."""
    for row, person_id, other_row in writer.decisions.different:
        one = writer.people[row]
        other = person_id if other_row is None else writer.people[other_row]
        between = Q(person=one, other=other) | Q(person=other, other=one)
        known = Relation.objects.filter(between, kind=Relation.Kind.NOT_THE_SAME)
        if other is not None and one != other and not known.exists():
            Relation.objects.create(person_id=one, other_id=other, kind=Relation.Kind.NOT_THE_SAME)
