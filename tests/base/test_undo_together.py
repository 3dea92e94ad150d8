"""Changes that were made together are collected and undone together, or not at all."""

import pytest
from django.db import transaction

from chancery.base import audit, undo
from chancery.directory.models import Person
from tests import make
from tests.conftest import People


def renamed(person: Person, name: str, by: audit.Actor) -> None:
    person.sort_name = name
    audit.update(person, by=by, code="directory.person.changed")


def test_only_the_lines_written_inside_are_collected(people: People) -> None:
    by, person = make.actor(people.office, people.owner), make.person(people.office)
    with transaction.atomic():
        renamed(person, "Before", by)

        with audit.collected() as lines:
            renamed(person, "Inside", by)
            renamed(person, "Again", by)
        renamed(person, "After", by)

    assert [line.changes["sort_name"][1] for line in lines] == ["Inside", "Again"]


def test_changes_made_together_are_undone_from_the_last(people: People) -> None:
    by, person = make.actor(people.office, people.owner), make.person(people.office, sort_name="First")
    with transaction.atomic(), audit.collected() as lines:
        renamed(person, "Second", by)
        renamed(person, "Third", by)

    undo.undo_together(lines, by=by)

    assert Person.objects.get(pk=person.pk).sort_name == "First"


def test_where_one_cannot_be_undone_nothing_is(people: People) -> None:
    by = make.actor(people.office, people.owner)
    one, other = make.person(people.office, sort_name="One"), make.person(people.office, sort_name="Other")
    with transaction.atomic(), audit.collected() as lines:
        renamed(one, "Changed one", by)
        renamed(other, "Changed other", by)
    with transaction.atomic():
        renamed(one, "Changed since", by)

    with pytest.raises(undo.CannotUndo):
        undo.undo_together(lines, by=by)

    assert list(Person.objects.order_by("pk").values_list("sort_name", flat=True)) == [
        "Changed since",
        "Changed other",
    ]
