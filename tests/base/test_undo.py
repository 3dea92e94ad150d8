"""Undo: the inverse of one line, refused in words where something rests on it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit, undo
from chancery.base.models import AuditLine
from chancery.base.undo import CannotUndo
from chancery.directory.models import Body, ContactPoint, Office, Person, PersonName
from chancery.rules.dates import PartialDate
from tests import make


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser()


def change(row: Any, office: Organiser, **values: Any) -> AuditLine:
    for name, value in values.items():
        setattr(row, name, value)
    with transaction.atomic():
        audit.update(row, by=make.actor(office), code="directory.changed")
    return audit.lines_of(row)[0]


def created(row: Any, office: Organiser) -> AuditLine:
    with transaction.atomic():
        audit.create(row, by=make.actor(office), code="directory.created")
    return audit.lines_of(row)[0]


def deleted(row: Any, office: Organiser) -> AuditLine:
    with transaction.atomic():
        audit.delete(row, by=make.actor(office), code="directory.deleted")
    return AuditLine.objects.latest("pk")


def refusal(line: AuditLine, office: Organiser) -> str:
    lines = AuditLine.objects.count()
    with pytest.raises(CannotUndo) as refused:
        undo.undo(line, by=make.actor(office))
    assert AuditLine.objects.count() == lines
    return str(refused.value)


def test_a_change_is_taken_back_with_a_line_of_its_own(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana", born=PartialDate.parse("1970"))
    line = change(person, office, sort_name="Anna", born=None)
    user = make.user()

    undoing = undo.undo(line, by=make.actor(office, user))

    person.refresh_from_db()
    assert (person.sort_name, person.born) == ("Ana", PartialDate.parse("1970"))
    assert undoing.by == user
    assert undoing.code == "base.change.undone"
    assert undoing.changes == {"sort_name": ["Anna", "Ana"], "born": [None, "1970"]}
    line.refresh_from_db()
    assert line.undone_by == undoing


def test_only_what_the_line_changed_is_taken_back(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana")
    line = change(person, office, sort_name="Anna")
    change(person, office, gender="f")

    undo.undo(line, by=make.actor(office))

    person.refresh_from_db()
    assert (person.sort_name, person.gender) == ("Ana", "f")


def test_an_undo_can_be_undone(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana")
    undoing = undo.undo(change(person, office, sort_name="Anna"), by=make.actor(office))

    undo.undo(undoing, by=make.actor(office))

    person.refresh_from_db()
    assert person.sort_name == "Anna"


def test_a_change_is_undone_once(office: Organiser) -> None:
    line = change(make.person(office), office, sort_name="Anna")
    undo.undo(line, by=make.actor(office))

    assert refusal(line, office) == "This change is undone already."


def test_a_later_change_is_never_lost(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana")
    first = change(person, office, sort_name="Anna")
    change(person, office, sort_name="Annette")

    assert refusal(first, office) == "“sort name” has been changed again since; undo the later change first."
    person.refresh_from_db()
    assert person.sort_name == "Annette"


def test_a_new_row_is_taken_away_again(office: Organiser) -> None:
    line = created(Body(organiser=office, names={"en": "Embassy"}), office)

    undo.undo(line, by=make.actor(office))

    assert not Body.objects.exists()


def test_a_new_row_stays_once_something_was_added_to_it(office: Organiser) -> None:
    person = Person(organiser=office, sort_name="Ana")
    line = created(person, office)
    change(person, office, born=PartialDate.parse("1970"))

    assert "has been changed again since" in refusal(line, office)
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_new_row_stays_while_others_rest_on_it(office: Organiser) -> None:
    person = Person(organiser=office, sort_name="Ana")
    line = created(person, office)
    PersonName.objects.create(person=person, printed="Ana")
    PersonName.objects.create(person=person, printed="Anna", position=1)

    assert refusal(line, office) == "2 things rest on it by now (name of a person); take them away first."
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_new_row_stays_while_others_forbid_to_take_it_away(office: Organiser) -> None:
    embassy = Body(organiser=office, names={"en": "Embassy"})
    line = created(embassy, office)
    make.participation(make.event(office), make.person(office))
    make.post(embassy)

    assert "rest on it by now" in refusal(line, office) or "rests on it by now" in refusal(line, office)
    assert Body.objects.filter(pk=embassy.pk).exists()


def test_a_deleted_row_comes_back_as_it_was(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana", born=PartialDate.parse("1970"))
    before = audit.plain_values(person)
    key = person.pk
    line = deleted(person, office)

    undo.undo(line, by=make.actor(office))

    assert audit.plain_values(Person.objects.get(pk=key)) == before


def test_a_deleted_row_does_not_come_back_without_what_it_hung_on(office: Organiser) -> None:
    embassy = make.body(office, "Embassy")
    post = make.post(embassy)
    line = deleted(post, office)
    embassy.delete()

    assert refusal(line, office) == "“body” was deleted since; bring it back first."
    assert not Office.objects.exists()


def test_a_deleted_row_does_not_come_back_where_another_took_its_place(office: Organiser) -> None:
    embassy = make.body(office, "Embassy", ref="embassy")
    line = deleted(embassy, office)
    make.body(office, "Another", ref="embassy")

    assert refusal(line, office) == "What was there before no longer fits the rest; change it by hand."
    assert Body.objects.count() == 1


def test_a_change_of_a_row_that_is_gone_is_not_undone(office: Organiser) -> None:
    person = make.person(office, sort_name="Ana")
    line = change(person, office, sort_name="Anna")
    Person.objects.all().delete()

    assert refusal(line, office).endswith("was deleted since; undo that first.")


def test_what_was_more_than_one_row_is_not_undone_here(office: Organiser) -> None:
    body = make.body(office)
    with transaction.atomic():
        audit.note(body, by=make.actor(office), code="directory.merged", changes={"members": [["Ana"], []]})

    assert "is more than the change of one row" in refusal(audit.lines_of(body)[0], office)


def test_a_key_to_a_row_that_is_gone_is_not_restored(office: Organiser) -> None:
    first, second = make.body(office, "First"), make.body(office, "Second")
    post = make.post(first)
    line = change(post, office, body=second)
    first.delete()

    assert refusal(line, office) == "“body” was deleted since; bring it back first."


@pytest.fixture
def followed() -> Iterator[list[str]]:
    """What an app does after an undo of contacts."""
    seen: list[str] = []

    @undo.after_undo("directory.contactpoint")
    def follow(row: Any, by: audit.Actor) -> None:
        seen.append(row.value)

    yield seen
    undo.AFTER["directory.contactpoint"].remove(follow)


def test_an_app_keeps_up_with_an_undo(office: Organiser, followed: list[str]) -> None:
    contact = ContactPoint.objects.create(person=make.person(office), kind="email", value="a@example.org")

    undo.undo(change(contact, office, value="b@example.org"), by=make.actor(office))

    assert followed == ["a@example.org"]
