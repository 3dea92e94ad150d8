"""What is known of the people of a list: what the directory holds, and what this import adds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from chancery.directory.models import ContactPoint, Group, Person, PersonName, Relation, Tenure

Member = Group.members.through


@dataclass(slots=True)
class Known:
    """
    A person of the list. `person` is the stored row, None for somebody new.

    `columns` are those that the list fills, as from and to; `told` what the history says of the added rows,
    by section, and `added` their keys, by kind, where the person was there before.
    """

    key: int
    sort_name: str
    person: Person | None = None
    names: set[str] = field(default_factory=set)
    contacts: set[tuple[str, str]] = field(default_factory=set)
    offices: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    relations: set[tuple[str, str]] = field(default_factory=set)
    name_count: int = 0
    contact_count: int = 0
    columns: dict[str, list[Any]] = field(default_factory=dict)
    told: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    added: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether the list adds anything."""
        return bool(self.columns or self.told or self.added)


def fold_key(printed: str) -> str:
    """Return what a name is the same by within one person: its very letters, but not their case."""
    return printed.casefold()


def contact_key(value: str) -> str:
    """Return what an address or number is the same by: spaces, hyphens and case tell nothing."""
    return "".join(letter for letter in value.casefold() if letter not in " -()./")


def stored(keys: Sequence[int]) -> dict[int, Known]:
    """Load the people with `keys` and all that an import could add to them, with few queries."""
    people = Person.objects.filter(pk__in=keys).select_related("organiser").order_by("pk")
    known = {person.pk: Known(person.pk, person.sort_name, person) for person in people}
    if known:
        _note_rows(known)
        _note_relations(known)
    return known


def _note_rows(known: dict[int, Known]) -> None:
    for name in PersonName.objects.filter(person__in=known).order_by("position", "pk"):
        known[name.person_id].names.add(fold_key(name.printed))
        known[name.person_id].name_count = max(known[name.person_id].name_count, name.position + 1)
    for point in ContactPoint.objects.filter(person__in=known).order_by("pk"):
        assert point.person_id is not None
        known[point.person_id].contacts.add((point.kind, contact_key(point.value)))
        known[point.person_id].contact_count += 1
    for tenure in Tenure.objects.filter(person__in=known).order_by("pk"):
        known[tenure.person_id].offices.add(tenure.office_id)
    for group_id, person_id in Member.objects.filter(person__in=known).values_list("group_id", "person_id"):
        known[person_id].groups.add(group_id)


def _note_relations(known: dict[int, Known]) -> None:
    helping = Relation.objects.filter(kind=Relation.Kind.ASSISTANT, other__in=known)
    spouses = Relation.objects.filter(kind=Relation.Kind.SPOUSE)
    for rows, mine, other in (
        (helping, "other_id", "person"),
        (spouses.filter(person__in=known), "person_id", "other"),
        (spouses.filter(other__in=known), "other_id", "person"),
    ):
        for relation in rows.select_related(other).prefetch_related(f"{other}__names").order_by("pk"):
            for name in getattr(relation, other).names.all():
                known[getattr(relation, mine)].relations.add((relation.kind, fold_key(name.printed)))
