"""Make two entries of one person one, and part them again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.directory.actions import book, index
from chancery.directory.actions.undo import restore
from chancery.directory.actions.writing import set_columns
from chancery.directory.models import (
    ImportPair,
    MergeRecord,
    Person,
    PersonName,
    Relation,
    SearchEntry,
)
from chancery.directory.queries.dependents import is_of_the_directory, links_to, values_of
from chancery.directory.queries.snapshots import Plain, columns_in, differences

# Columns in which the office chooses between the two; all else of the one that goes is kept for the undo.
CHOOSABLE = (
    "sort_name",
    "gender",
    "honorifics",
    "languages",
    "pronunciation",
    "nationality",
    "born",
    "died",
    "note",
    "is_sample",
)
_NOT_MOVED = frozenset({MergeRecord, ImportPair})


class NotTheSame(Exception):
    """The two are noted as not the same person; the note must go first."""


class StandsInTheWay(Exception):
    """Both take part in the same thing, of which there can be one row only: the argument is the row."""


class ChangedSinceMerge(Exception):
    """Something that the merge moved was changed since; the argument says what in a word or two."""


class PartedAlready(Exception):
    """The merge was taken back before."""


@transaction.atomic
def merge(*, kept: Person, gone: Person, values: Mapping[str, Any], by: Actor) -> MergeRecord:
    """
    Make `gone` part of `kept`, whose columns become `values`; what points at `gone` points at `kept` then.

    Rows of the directory that `kept` has already are dropped and remembered; rows of other apps are never
    dropped. Errors: NotTheSame, StandsInTheWay; nothing is changed then.
    """
    if kept.pk == gone.pk or _not_the_same(kept, gone).exists():
        raise NotTheSame
    before = columns_in(kept)
    record = MergeRecord(
        organiser=kept.organiser,
        kept=kept,
        kept_before=before,
        gone=values_of(gone),
        gone_name=str(gone)[:300],
        merged_by=by.user,
    )
    _append_names(kept, gone)
    for link in links_to(Person):
        if link.model not in _NOT_MOVED:
            _move(link, kept, gone, record)
    index.forget_rows(SearchEntry.Kind.PERSON, [gone.pk])
    gone.delete()
    set_columns(kept, values)
    kept.save()
    record.kept_after = columns_in(kept)
    record.save()
    book.reindex(kept)
    changes = {"merged": [None, record.gone_name], **differences(before, record.kept_after)}
    book.say(kept, "merged", by=by, changes=changes)
    return record


@transaction.atomic
def part(record: MergeRecord, *, by: Actor) -> Person:
    """
    Take a merge back: the one that went comes back with its key, its code and all that pointed at it.

    Errors: PartedAlready; ChangedSinceMerge where the columns of the kept one, or a row that was moved, are
    not as the merge left them; nothing is changed then.
    """
    if not MergeRecord.objects.filter(pk=record.pk, undone_at=None).update(undone_at=timezone.now()):
        raise PartedAlready
    kept = Person.objects.get(pk=record.kept_id)
    _demand_unchanged(record, kept)
    restore({"model": "directory.person", "values": record.gone})
    gone = Person.objects.get(pk=record.gone["id"])
    for moved in record.moved:
        model = apps.get_model(moved["model"])
        rows = model._default_manager.filter(pk__in=moved["keys"])
        rows.update(**{moved["field"]: gone})
    for dropped in record.dropped:
        restore(dropped)
    for person in (kept, gone):
        _number_names(person)
    set_columns(kept, record.kept_before)
    kept.save()
    book.reindex(kept)
    book.reindex(gone)
    book.say(kept, "parted", by=by, changes={"merged": [record.gone_name, None]})
    book.say(gone, "restored", by=by, changes={})
    return gone


def _not_the_same(one: Person, other: Person) -> models.QuerySet[Relation]:
    between = Q(person=one, other=other) | Q(person=other, other=one)
    return Relation.objects.filter(between, kind=Relation.Kind.NOT_THE_SAME)


def _append_names(kept: Person, gone: Person) -> None:
    """Number the names of the one that goes after those of the kept one, whose main name stays."""
    last = kept.names.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    if first:
        # far away first, so that no number is met twice on the way
        for shift in (10_000, first - 10_000):
            gone.names.update(position=models.F("position") + shift)


def _number_names(person: Person) -> None:
    for number, name in enumerate(person.names.order_by("position", "id")):
        # rising numbers never meet one that is still to come
        person.names.filter(pk=name.pk).update(position=number)


def _move(link: models.Field[Any, Any], kept: Person, gone: Person, record: MergeRecord) -> None:
    """Turn every row that points at `gone` by one key to `kept`."""
    moved: list[int] = []
    for row in link.model._default_manager.filter(**{link.name: gone}).order_by("pk"):
        if _is_there_already(row, kept):
            record.dropped.append({"model": row._meta.label_lower, "values": values_of(row)})
            row.delete()
            continue
        try:
            with transaction.atomic():
                link.model._default_manager.filter(pk=row.pk).update(**{link.name: kept})
        except IntegrityError:
            if not is_of_the_directory(link.model):
                raise StandsInTheWay(row) from None
            record.dropped.append({"model": row._meta.label_lower, "values": values_of(row)})
            row.delete()
        else:
            moved.append(row.pk)
    if moved:
        record.moved.append({"model": link.model._meta.label_lower, "field": link.name, "keys": moved})


def _is_there_already(row: models.Model, kept: Person) -> bool:
    """Whether the kept one has a name printed just so: it would only stand twice."""
    return (
        isinstance(row, PersonName) and kept.names.filter(printed=row.printed, language=row.language).exists()
    )


def _demand_unchanged(record: MergeRecord, kept: Person) -> None:
    if columns_in(kept) != record.kept_after:
        raise ChangedSinceMerge(str(kept))
    for model, field, key in _moved_rows(record.moved):
        row = model._default_manager.filter(pk=key).first()
        if row is None or getattr(row, f"{field}_id") != kept.pk:
            raise ChangedSinceMerge(str(model._meta.verbose_name))


def _moved_rows(moved: Sequence[Mapping[str, Any]]) -> Iterator[tuple[type[models.Model], str, int]]:
    for each in moved:
        for key in each["keys"]:
            yield apps.get_model(each["model"]), each["field"], key


def chosen_values(kept: Person, gone: Person, from_gone: Sequence[str]) -> Plain:
    """Return the columns of the merged entry: those of `kept`, but of `gone` where its side was chosen."""
    sides = {name: (gone if name in from_gone else kept) for name in CHOOSABLE}
    return {name: columns_in(side)[name] for name, side in sides.items()}
