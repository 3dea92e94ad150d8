"""The tables an import writes, in an order in which each is stored after what it points at."""

import json
from functools import lru_cache
from typing import Any

from django.utils import timezone

from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.models import AuditLine
from chancery.directory.actions.bulk import Keys, Rows
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
from chancery.rules.names.folding import fold

Member = Group.members.through
_LONGEST_LABEL = 300
_LONGEST_SORT_KEY = 200
PERSON = "directory.person"

# Given names and families come again and again.
_folded = lru_cache(maxsize=100_000)(fold)


class ImportRows:
    """Everything that one batch adds; `insert` writes it."""

    def __init__(self, of: Import, by: Actor) -> None:
        self.of, self.by = of, by
        self.keys = {
            model: Keys(model) for model in (Person, PersonName, Tenure, ContactPoint, Relation, Member)
        }
        named = {"ref": new_code, "code": new_code}
        self._people = Rows(
            Person,
            *("id", "organiser_id", "sort_name", "sort_key"),
            *("gender", "honorifics", "languages", "nationality", "note"),
            made=named,
        )
        self._names = Rows(PersonName, "id", "person_id", "position", "printed", "given", "family", "order")
        self._tenures = Rows(
            Tenure, "id", "person_id", "office_id", "begins", "position", made={"code": new_code}
        )
        self._steps = Rows(TenureStep, "tenure_id", "kind", "moment")
        self._points = Rows(ContactPoint, "id", "person_id", "kind", "value", "via_id", "position")
        self._relations = Rows(Relation, "id", "person_id", "kind", "other_id", made={"code": new_code})
        self._members = Rows(Member, "id", "group_id", "person_id")
        self._lines = Rows(
            AuditLine, "organiser_id", "by_id", "code", "kind", "object_id", "label", "changes", "reason"
        )
        self._traces = Rows(ImportedRow, "of_id", "kind", "object_id", "changes")
        self._entries = Rows(SearchEntry, "scope", "kind", "object_id", "words")
        self.began_at = timezone.now()

    def person(self, key: int, sort_name: str, filled: dict[str, Any]) -> None:
        """Add a person; `filled` are the columns the list tells."""
        self._people.add(
            key,
            self.of.organiser_id,
            sort_name[:200],
            " ".join(filter(None, map(_folded, sort_name.split())))[:_LONGEST_SORT_KEY],
            filled.get("gender", ""),
            json.dumps(filled.get("honorifics", {})),
            json.dumps(filled.get("languages", [])),
            filled.get("nationality", ""),
            filled.get("note", ""),
        )

    def name(self, person: int, position: int, name: tuple[str, str, str]) -> int:
        """Add a name; without parts it is one name, not divided."""
        printed, given, family = name
        is_parted = given or family
        order = PersonName.Order.GIVEN_FIRST if is_parted else PersonName.Order.WHOLE
        key = self.keys[PersonName].take()
        self._names.add(key, person, position, printed, given, family, order.value)
        return key

    def tenure(
        self, person: int, office: int, begins: str | None, position: int, steps: dict[str, str]
    ) -> int:
        """Add an office held, with its dated steps."""
        key = self.keys[Tenure].take()
        self._tenures.add(key, person, office, begins, position)
        for kind, moment in steps.items():
            self._steps.add(key, kind, moment)
        return key

    def point(self, person: int, kind: str, value: str, via: int | None, position: int) -> int:
        """Add a way to reach somebody."""
        key = self.keys[ContactPoint].take()
        self._points.add(key, person, kind, value, via, position)
        return key

    def relation(self, person: int, kind: str, other: int) -> int:
        """Add a relation."""
        key = self.keys[Relation].take()
        self._relations.add(key, person, kind, other)
        return key

    def member(self, group: int, person: int) -> int:
        """Add somebody to a group."""
        key = self.keys[Member].take()
        self._members.add(key, group, person)
        return key

    def line(self, person: int, verb: str, label: str, changes: dict[str, Any]) -> None:
        """Add a line of the history of a person."""
        by = self.by.user.pk if self.by.user else None
        written = json.dumps(changes)
        code, label = f"{PERSON}.{verb}", label[:_LONGEST_LABEL]
        self._lines.add(self.by.organiser_id, by, code, PERSON, person, label, written, self.of.filename)

    def trace(self, kind: str, key: int, changes: dict[str, Any]) -> None:
        """Note for the undo what was made, or what was changed and how."""
        self._traces.add(self.of.pk, kind, key, json.dumps(changes))

    def entry(self, entry: SearchEntry) -> None:
        """Add a search entry of somebody new."""
        self._entries.add(entry.scope, entry.kind, entry.object_id, entry.words)

    def insert(self) -> None:
        """Write everything that was added."""
        for rows in (
            *(self._people, self._names, self._tenures, self._steps, self._points, self._relations),
            *(self._members, self._lines, self._traces, self._entries),
        ):
            rows.insert()
