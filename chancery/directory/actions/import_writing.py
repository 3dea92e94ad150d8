"""Write entries into the directory in bulk: new people, and what is missing of known ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.directory.actions import index
from chancery.directory.actions.import_known import Known, contact_key, fold_key, stored
from chancery.directory.actions.import_rows import PERSON, ImportRows
from chancery.directory.actions.import_targets import Targets
from chancery.directory.importing.entries import Entry
from chancery.directory.models import (
    Body,
    ContactPoint,
    Import,
    Office,
    Person,
    Relation,
    SearchEntry,
    TenureStep,
)
from chancery.directory.queries.imports import language_of
from chancery.directory.queries.words import scope_of, words_in, words_with_scopes

BATCH = 2000
_FILLED = ("gender", "honorifics", "languages", "nationality", "note")
_KINDS = ContactPoint.Kind


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

    A known person keeps every value it has: only what is missing is added. `people` are the keys of the
    rows that the decisions ask for again.
    """

    def __init__(self, of: Import, decisions: Decisions, *, by: Actor) -> None:
        self.of, self.by, self.decisions = of, by, decisions
        self.targets = Targets(of.organiser, language_of(of))
        self.rows = ImportRows(of, by)
        self.written = Written()
        self.people: dict[int, int] = {}
        self._asked_for = decisions.rows_asked_for
        self._words: set[tuple[str, str]] = set()
        self._fresh: set[tuple[str, str]] = set()
        self._scope = scope_of(of.organiser, "own")

    def write(self, entries: Sequence[Entry]) -> None:
        """Write one batch; rows that are the same as an earlier one fill what that one made."""
        self.targets.made.clear()
        self.targets.prepare(entries)
        self._note_targets()
        known = self._known_for(entries)
        for entry in entries:
            self._fill(known[entry.row], entry)
        people = list({id(each): each for each in known.values()}.values())
        for each in people:
            self._finish(each)
        self.rows.insert()
        index.learn_pairs(self._fresh)
        self._words |= self._fresh
        self._fresh = set()
        self._store_changed([each for each in people if each.person is not None and each.is_changed])

    def _note_targets(self) -> None:
        """Note the bodies, offices and groups that were made: history, undo, search."""
        made = self.targets.made
        for kind, name in (("body", "bodies"), ("office", "offices"), ("group", "groups")):
            count = sum(row._meta.model_name == kind for row in made)
            setattr(self.written, name, getattr(self.written, name) + count)
        audit.write(
            audit.line(row, by=self.by, code=f"{row._meta.label_lower}.brought", changes={}) for row in made
        )
        for row in made:
            self.rows.trace(row._meta.label_lower, row.pk, {})
        index.index_rows([row for row in made if isinstance(row, (Body, Office))])

    def _known_for(self, entries: Sequence[Entry]) -> dict[int, Known]:
        keys = {entry.row: self._key_of(entry.row) for entry in entries}
        found = stored([key for key in keys.values() if key is not None])
        known: dict[int, Known] = {}
        for entry in entries:
            key, earlier = keys[entry.row], self.decisions.same_rows.get(entry.row)
            if key is not None:
                known[entry.row] = found[key]
            elif earlier is not None and earlier in known:
                known[entry.row] = known[earlier]
            else:
                known[entry.row] = Known(self.rows.keys[Person].take(), entry.sort_name)
            if entry.row in self._asked_for:
                self.people[entry.row] = known[entry.row].key
        return known

    def _key_of(self, row: int) -> int | None:
        """Return the stored person a row stands for: told so, or made for an earlier batch."""
        while row not in self.decisions.same and row in self.decisions.same_rows:
            row = self.decisions.same_rows[row]
            if row in self.people:
                return self.people[row]
        return self.decisions.same.get(row)

    def _fill(self, known: Known, entry: Entry) -> None:
        """Add what the entry tells and the person lacks."""
        self._fill_columns(known, entry)
        for name in entry.names:
            if fold_key(name[0]) not in known.names:
                known.names.add(fold_key(name[0]))
                key = self.rows.name(known.key, known.name_count, name)
                known.name_count += 1
                known.words += name
                self._added(known, "names", "directory.personname", key, printed=name[0])
        self._fill_office(known, entry)
        self._fill_contacts(known, entry)
        for group in self.targets.groups_of(entry):
            if group.pk not in known.groups:
                known.groups.add(group.pk)
                known.added["directory.group_members"].append(self.rows.member(group.pk, known.key))

    def _fill_columns(self, known: Known, entry: Entry) -> None:
        language = self.targets.language
        wanted: dict[str, Any] = {
            "gender": entry.gender,
            "honorifics": {language: entry.honorific} if entry.honorific else {},
            "languages": list(entry.languages),
            "nationality": entry.state if not entry.body else "",
            "note": entry.note,
        }
        for name, value in wanted.items():
            before = getattr(known.person, name) if known.person else None
            if value and not before and name not in known.columns:
                known.columns[name] = [before, value]

    def _fill_office(self, known: Known, entry: Entry) -> None:
        office = self.targets.office_of(entry)
        if office is None or office.pk in known.offices:
            return
        begins = str(entry.begins) if entry.begins else None
        steps = {TenureStep.Kind.CREDENTIALS.value: str(entry.credentials)} if entry.credentials else {}
        key = self.rows.tenure(known.key, office.pk, begins, len(known.offices), steps)
        known.offices.add(office.pk)
        self._added(known, "tenures", "directory.tenure", key, kind=str(office), begins=begins or "")

    def _fill_contacts(self, known: Known, entry: Entry) -> None:
        for kind, values in (
            (_KINDS.EMAIL, entry.mails),
            (_KINDS.PHONE, entry.phones),
            (_KINDS.MOBILE, entry.mobiles),
            (_KINDS.POST, (entry.address,) if entry.address else ()),
        ):
            for value in values:
                self._add_point(known, kind.value, value, None)
        helper = None
        if entry.assistant:
            helper = self._relative(known, Relation.Kind.ASSISTANT, entry.assistant, is_towards=True)
        if entry.assistant_phone and (helper or not entry.assistant):
            self._add_point(known, _KINDS.PHONE.value, entry.assistant_phone, helper)
        if entry.spouse:
            self._relative(known, Relation.Kind.SPOUSE, entry.spouse, is_towards=False)

    def _add_point(self, known: Known, kind: str, value: str, via: int | None) -> None:
        if (kind, contact_key(value)) in known.contacts:
            return
        known.contacts.add((kind, contact_key(value)))
        key = self.rows.point(known.key, kind, value, via, known.contact_count)
        known.contact_count += 1
        self._added(known, "contact_points", "directory.contactpoint", key, value=value)

    def _relative(self, known: Known, kind: str, printed: str, *, is_towards: bool) -> int | None:
        """Add somebody who is named beside the person only, unless they are related so already."""
        if (kind, fold_key(printed)) in known.relations:
            return None
        known.relations.add((kind, fold_key(printed)))
        other = Known(self.rows.keys[Person].take(), printed, words=[printed])
        self.rows.name(other.key, 0, (printed, "", ""))
        self._finish_new(other, is_counted=False)
        pair = (other.key, known.key) if is_towards else (known.key, other.key)
        key = self.rows.relation(pair[0], kind, pair[1])
        self._added(known, "relations", "directory.relation", key, kind=printed)
        return other.key

    @staticmethod
    def _added(known: Known, section: str, model: str, key: int, /, **told: str) -> None:
        known.told[section].append(told)
        if known.person is not None:
            known.added[model].append(key)

    def _finish(self, known: Known) -> None:
        """Add the person itself where it is new, with history, undo and search."""
        if known.person is None:
            self._finish_new(known, is_counted=True)
        elif known.is_changed:
            self.written.filled += 1
            changes = known.columns | {section: [None, rows] for section, rows in known.told.items()}
            self.rows.line(known.key, "imported", known.sort_name, changes)
            self.rows.trace(PERSON, known.key, {"columns": known.columns, "added": known.added})
        else:
            self.written.unchanged += 1

    def _finish_new(self, known: Known, *, is_counted: bool) -> None:
        self.written.created += is_counted
        self.rows.person(
            known.key, known.sort_name, {name: sides[1] for name, sides in known.columns.items()}
        )
        changes: dict[str, Any] = {"sort_name": [None, known.sort_name], **known.columns}
        changes |= {section: [None, rows] for section, rows in known.told.items()}
        self.rows.line(known.key, "brought", known.sort_name, changes)
        self.rows.trace(PERSON, known.key, {})
        words = words_in([*known.words, known.sort_name])
        entry = SearchEntry(scope=self._scope, kind="person", object_id=known.key, words=" ".join(words))
        self.rows.entry(entry)
        self._fresh |= words_with_scopes([entry]) - self._words

    def _store_changed(self, known: Sequence[Known]) -> None:
        """Fill the columns of people who were there before, and index their new names."""
        people = [each.person for each in known if each.person is not None]
        for each in known:
            for name, (_before, value) in each.columns.items():
                setattr(each.person, name, value)
        if people:
            Person.objects.bulk_update(people, _FILLED, batch_size=500)
            index.index_rows(people)
