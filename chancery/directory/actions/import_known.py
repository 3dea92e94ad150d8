"""What the directory holds of the people an import fills."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from chancery.directory.models import ContactPoint, Group, Person, PersonName, Relation, Tenure

Member = Group.members.through


@dataclass(slots=True)
class Known:
    """What the directory holds of a person who is filled, and what was added in this import."""

    person: Person
    is_new: bool
    names: set[str] = field(default_factory=set)
    contacts: set[tuple[str, str]] = field(default_factory=set)
    tenures: dict[int, Tenure] = field(default_factory=dict)
    groups: set[int] = field(default_factory=set)
    relations: set[tuple[str, str]] = field(default_factory=set)
    name_count: int = 0
    contact_count: int = 0
    columns: dict[str, list[Any]] = field(default_factory=dict)
    added: list[models.Model] = field(default_factory=list)


def fold_key(printed: str) -> str:
    """Return what a name is the same by within one person: its very letters, but not their case."""
    return printed.casefold()


def contact_key(value: str) -> str:
    """Return what an address or number is the same by: spaces, hyphens and case tell nothing."""
    return "".join(letter for letter in value.casefold() if letter not in " -()./")


def stored(keys: Sequence[int]) -> dict[int, Known]:
    """Load the people with `keys` and all that an import could add to them, with few queries."""
    people = Person.objects.filter(pk__in=keys).select_related("organiser").order_by("pk")
    known = {person.pk: Known(person, is_new=False) for person in people}
    for name in PersonName.objects.filter(person__in=known).order_by("position", "pk"):
        known[name.person_id].names.add(fold_key(name.printed))
        known[name.person_id].name_count = max(known[name.person_id].name_count, name.position + 1)
    for point in ContactPoint.objects.filter(person__in=known).order_by("pk"):
        assert point.person_id is not None
        known[point.person_id].contacts.add((point.kind, contact_key(point.value)))
        known[point.person_id].contact_count += 1
    for tenure in Tenure.objects.filter(person__in=known).order_by("pk"):
        known[tenure.person_id].tenures.setdefault(tenure.office_id, tenure)
    for group_id, person_id in Member.objects.filter(person__in=known).values_list("group_id", "person_id"):
        known[person_id].groups.add(group_id)
    _note_relations(known)
    return known


def _note_relations(known: dict[int, Known]) -> None:
    for relation in Relation.objects.filter(other__in=known, kind=Relation.Kind.ASSISTANT).prefetch_related(
        "person__names"
    ):
        for name in relation.person.names.all():
            known[relation.other_id].relations.add((relation.kind, fold_key(name.printed)))
    spouses = Relation.objects.filter(kind=Relation.Kind.SPOUSE)
    for relation in spouses.filter(person__in=known).prefetch_related("other__names"):
        for name in relation.other.names.all():
            known[relation.person_id].relations.add((relation.kind, fold_key(name.printed)))
    for relation in spouses.filter(other__in=known).prefetch_related("person__names"):
        for name in relation.person.names.all():
            known[relation.other_id].relations.add((relation.kind, fold_key(name.printed)))
