"""Write entries into the directory in bulk: new people, and what is missing of known ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.actions import index
from chancery.directory.actions.import_known import Known, contact_key, fold_key, stored
from chancery.directory.actions.import_targets import Targets
from chancery.directory.importing.entries import Entry
from chancery.directory.models import (
    ContactPoint,
    Group,
    Import,
    ImportedRow,
    Person,
    PersonName,
    Relation,
    SearchEntry,
    Tenure,
    TenureStep,
)
from chancery.directory.queries.words import entries_for, person_entry, spellings_in

Member = Group.members.through
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Decisions:
    """
    What the office decided on rows that may be known: `same` by row the key of the person, `same_rows` by row
    the earlier row, `different` the pairs of a row with a person (by key) or with an earlier row, for good.
    """

    same: Mapping[int, int]
    same_rows: Mapping[int, int]
    different: Sequence[tuple[int, int | None, int | None]]

    @property
    def rows_asked_for(self) -> set[int]:
        """The rows whose person is needed again after their batch."""
        rows = {row for pair in self.different for row in (pair[0], pair[2]) if row is not None}
        return rows | set(self.same_rows.values())


@dataclass(slots=True)
class Written:
    """What an import did, in numbers."""

    created: int = 0
    filled: int = 0
    unchanged: int = 0
    bodies: int = 0
    offices: int = 0
    groups: int = 0


class Writer:
    """
    Writes entries batch by batch, inside the caller's transaction.

    A known person keeps every value it has: only what is missing is added. `people` are those of the rows
    that the decisions ask for again.
    """

    def __init__(self, of: Import, decisions: Decisions, *, by: Actor) -> None:
        self.of, self.by, self.decisions = of, by, decisions
        self.targets = Targets(of.organiser, language=(of.organiser.languages or ["en"])[0])
        self.written = Written()
        self.people: dict[int, Person] = {}
        self._asked_for = decisions.rows_asked_for
        self._words: set[tuple[str, str]] = set()

    def write(self, entries: Sequence[Entry]) -> None:
        """Write one batch; rows that are the same as an earlier one fill what that one made."""
        self.targets.made.clear()
        self.targets.prepare(entries)
        self._note_targets()
        known = self._known_for(entries)
        for entry in entries:
            self._fill(known[entry.row], entry)
        unique = list({id(each): each for each in known.values()}.values())
        self._store(unique)
        self._say(unique)

    def _note_targets(self) -> None:
        made = self.targets.made
        for kind, name in (("body", "bodies"), ("office", "offices"), ("group", "groups")):
            count = sum(row._meta.model_name == kind for row in made)
            setattr(self.written, name, getattr(self.written, name) + count)
        lines = [
            audit.line(row, by=self.by, code=f"{row._meta.label_lower}.brought", changes={}) for row in made
        ]
        audit.write(lines)
        ImportedRow.objects.bulk_create(self._imported(row, {}) for row in made)
        found = entries_for([row for row in made if not isinstance(row, Group)])  # type: ignore[misc]  # bodies and offices
        self._index(found)

    def _index(self, entries: list[SearchEntry]) -> None:
        SearchEntry.objects.bulk_create(
            entries,
            batch_size=1000,
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=["scope", "words"],
        )
        pairs = spellings_in(entries) - self._words
        index.learn_pairs(pairs)
        self._words |= pairs

    def _known_for(self, entries: Sequence[Entry]) -> dict[int, Known]:
        keys = {entry.row: self._key_of(entry.row) for entry in entries}
        found = stored([key for key in keys.values() if key is not None])
        known: dict[int, Known] = {}
        for entry in entries:
            key = keys[entry.row]
            earlier = self.decisions.same_rows.get(entry.row)
            if key is not None:
                known[entry.row] = found[key]
            elif earlier is not None and earlier in known:
                known[entry.row] = known[earlier]
            else:
                known[entry.row] = Known(self._new_person(entry), is_new=True)
        return known

    def _key_of(self, row: int) -> int | None:
        """Return the stored person a row stands for: told so, or made for an earlier batch."""
        while row not in self.decisions.same and row in self.decisions.same_rows:
            row = self.decisions.same_rows[row]
            if row in self.people:
                return self.people[row].pk
        return self.decisions.same.get(row)

    def _new_person(self, entry: Entry) -> Person:
        return Person(organiser=self.of.organiser, sort_name=entry.sort_name)

    def _fill(self, known: Known, entry: Entry) -> None:
        """Note what the entry adds, unsaved."""
        if entry.row in self._asked_for:
            self.people[entry.row] = known.person
        self._fill_columns(known, entry)
        for printed, given, family in entry.names:
            if fold_key(printed) not in known.names:
                known.names.add(fold_key(printed))
                name = PersonName(person=known.person, printed=printed, given=given, family=family)
                name.order = PersonName.Order.GIVEN_FIRST if given or family else PersonName.Order.WHOLE
                name.position = known.name_count
                known.name_count += 1
                known.added.append(name)
        self._fill_office(known, entry)
        self._fill_contacts(known, entry)
        for group in self.targets.groups_of(entry):
            if group.pk not in known.groups:
                known.groups.add(group.pk)
                known.added.append(Member(group=group, person=known.person))

    def _fill_columns(self, known: Known, entry: Entry) -> None:
        person = known.person
        language = self.targets.language
        wanted: dict[str, Any] = {
            "gender": entry.gender,
            "honorifics": {language: entry.honorific} if entry.honorific else {},
            "languages": list(entry.languages),
            "nationality": entry.state if not entry.body else "",
            "note": entry.note,
        }
        for name, value in wanted.items():
            before = getattr(person, name)
            if value and not before:
                setattr(person, name, value)
                known.columns.setdefault(name, [before, value])[1] = value

    def _fill_office(self, known: Known, entry: Entry) -> None:
        office = self.targets.office_of(entry)
        if office is None:
            return
        tenure = known.tenures.get(office.pk)
        if tenure is None:
            tenure = Tenure(person=known.person, office=office, position=len(known.tenures))
            tenure.begins = entry.begins
            known.tenures[office.pk] = tenure
            known.added.append(tenure)
            if entry.credentials:
                step = TenureStep(tenure=tenure, kind=TenureStep.Kind.CREDENTIALS)
                step.moment = entry.credentials
                known.added.append(step)

    def _fill_contacts(self, known: Known, entry: Entry) -> None:
        kinds = ContactPoint.Kind
        wanted = [
            *((kinds.EMAIL, value) for value in entry.mails),
            *((kinds.PHONE, value) for value in entry.phones),
            *((kinds.MOBILE, value) for value in entry.mobiles),
            *((kinds.POST, value) for value in [entry.address] if value),
        ]
        for kind, value in wanted:
            self._add_contact(known, kind, value, None)
        if entry.assistant:
            helper = self._relative(known, Relation.Kind.ASSISTANT, entry.assistant, is_towards=True)
            if helper is not None and entry.assistant_phone:
                self._add_contact(known, kinds.PHONE, entry.assistant_phone, helper)
        elif entry.assistant_phone:
            self._add_contact(known, kinds.PHONE, entry.assistant_phone, None)
        if entry.spouse:
            self._relative(known, Relation.Kind.SPOUSE, entry.spouse, is_towards=False)

    @staticmethod
    def _add_contact(known: Known, kind: str, value: str, via: Person | None) -> None:
        if (kind, contact_key(value)) in known.contacts:
            return
        known.contacts.add((kind, contact_key(value)))
        point = ContactPoint(
            person=known.person, kind=kind, value=value, via=via, position=known.contact_count
        )
        known.contact_count += 1
        known.added.append(point)

    def _relative(self, known: Known, kind: str, printed: str, *, is_towards: bool) -> Person | None:
        """Add somebody who is named beside the person only, unless they are related so already."""
        if (kind, fold_key(printed)) in known.relations:
            return None
        known.relations.add((kind, fold_key(printed)))
        other = Person(organiser=self.of.organiser, sort_name=printed)
        name = PersonName(person=other, printed=printed, order=PersonName.Order.WHOLE)
        pair = (other, known.person) if is_towards else (known.person, other)
        known.added += [other, name, Relation(person=pair[0], kind=kind, other=pair[1])]
        return other

    def _store(self, known: Sequence[Known]) -> None:
        """Insert and update, kind after kind: who is pointed at before who points."""
        relatives = [row for each in known for row in each.added if isinstance(row, Person)]
        Person.objects.bulk_create(
            [*(each.person for each in known if each.is_new), *relatives], batch_size=500
        )
        changed = [each.person for each in known if not each.is_new and each.columns]
        if changed:
            columns = ["gender", "honorifics", "languages", "nationality", "note"]
            Person.objects.bulk_update(changed, columns, batch_size=500)
        for model in _ADDED:
            rows = [row for each in known for row in each.added if type(row) is model]
            for row in rows:
                _follow_keys(row)
            model._default_manager.bulk_create(rows, batch_size=1000)
        self._index_people(known, relatives)

    def _index_people(self, known: Sequence[Known], relatives: Sequence[Person]) -> None:
        fresh: dict[int, list[str]] = defaultdict(list)
        people = {each.person.pk: each.person for each in known if each.is_new} | {
            row.pk: row for row in relatives
        }
        for each in known:
            for row in each.added:
                if isinstance(row, PersonName) and row.person_id in people:
                    fresh[row.person_id] += [row.printed, row.given, row.family]
        entries = [person_entry(person, fresh[key]) for key, person in people.items()]
        named = [
            each.person
            for each in known
            if not each.is_new and any(type(r) is PersonName for r in each.added)
        ]
        self._index([*entries, *entries_for(named)])

    def _say(self, known: Sequence[Known]) -> None:
        """Write the lines of the history and what an undo needs."""
        lines: list[AuditLine] = []
        imported: list[ImportedRow] = []
        for each in known:
            lines += self._lines(each)
            imported += self._traces(each)
        audit.write(lines)
        ImportedRow.objects.bulk_create(imported, batch_size=1000)

    def _lines(self, known: Known) -> list[AuditLine]:
        relatives = [row for row in known.added if isinstance(row, Person)]
        lines = [self._line(row, "brought", {"sort_name": [None, row.sort_name]}) for row in relatives]
        changes = {name: list(sides) for name, sides in known.columns.items()}
        for name, model in _SECTIONS.items():
            rows = [row for row in known.added if type(row) is model]
            if rows:
                changes[name] = [None, [_told(row) for row in rows]]
        if known.is_new:
            self.written.created += 1
            return [
                self._line(known.person, "brought", {"sort_name": [None, known.person.sort_name], **changes}),
                *lines,
            ]
        if not changes:
            self.written.unchanged += 1
            return lines
        self.written.filled += 1
        return [self._line(known.person, "imported", changes), *lines]

    def _line(self, row: models.Model, verb: str, changes: audit.Changes) -> AuditLine:
        return audit.line(
            row, by=self.by, code=f"directory.person.{verb}", changes=changes, reason=self.of.filename
        )

    def _traces(self, known: Known) -> Iterable[ImportedRow]:
        for row in known.added:
            if isinstance(row, Person):
                yield self._imported(row, {})
        if known.is_new:
            yield self._imported(known.person, {})
        elif known.columns or known.added:
            added: dict[str, list[int]] = defaultdict(list)
            for row in known.added:
                if not isinstance(row, Person):
                    added[row._meta.label_lower].append(row.pk)
            yield self._imported(known.person, {"columns": known.columns, "added": added})

    def _imported(self, row: models.Model, changes: dict[str, Any]) -> ImportedRow:
        return ImportedRow(of=self.of, kind=row._meta.label_lower, object_id=row.pk, changes=changes)


# In an order in which each is stored after what it points at.
_ADDED: tuple[type[models.Model], ...] = (PersonName, Tenure, TenureStep, ContactPoint, Relation, Member)
_SECTIONS: dict[str, type[models.Model]] = {
    "names": PersonName,
    "tenures": Tenure,
    "contact_points": ContactPoint,
    "relations": Relation,
}
_TOLD = ("printed", "value", "kind", "begins")


def _told(row: models.Model) -> dict[str, str]:
    return {name: str(value) for name in _TOLD if (value := getattr(row, name, None))}


def _follow_keys(row: models.Model) -> None:
    """Tell a row the keys that what it points at got when it was stored."""
    for column in row._meta.concrete_fields:
        if isinstance(column, models.ForeignKey) and column.is_cached(row):
            other = getattr(row, column.name)
            setattr(row, column.attname, other.pk if other is not None else None)
