"""Rows that may be known already: shown, decided one by one, and never merged by themselves."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.directory.actions import import_undo, imports
from chancery.directory.models import ContactPoint, Import, ImportPair, Person, Relation
from tests import make
from tests.conftest import People
from tests.directory import files
from tests.directory.test_imports import bring, write


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("mission")


def known(office: Organiser, printed: str = "Qudsi Osmanov", mail: str = "q@example.org") -> Person:
    """Somebody with an e-mail address."""
    person = make.person(office, printed)
    ContactPoint.objects.create(person=person, kind="email", value=mail)
    return person


def listed(*rows: list[str]) -> bytes:
    return files.csv_of([["Name", "E-mail", "Phone"], *rows])


def decided(batch: Import, decision: str) -> None:
    """Decide every pair alike."""
    imports.decide(batch, {pair.code: decision for pair in batch.pairs.all()})


@pytest.mark.parametrize("printed", ["Qudsi Osmanov", "Гудси Османов", "Kudsi Osmanov", "OSMANOV Qudsi"])
def test_somebody_of_the_directory_is_recognised_across_scripts(office: Organiser, printed: str) -> None:
    person = known(office)

    batch = bring(office, listed([printed, "q@example.org", ""]))

    pair = ImportPair.objects.get()
    assert (pair.row, pair.person, pair.decision) == (2, person, "")
    assert pair.here["name"] == printed
    assert pair.there["name"] == "Qudsi Osmanov"
    assert pair.reasons
    assert batch.counts["pairs"] == 1


def test_a_row_that_would_surely_be_two_people_is_a_question(office: Organiser) -> None:
    known(office), known(office, "Кудси Османов")

    bring(office, listed(["Qudsi Osmanov", "q@example.org", ""]))

    assert [pair.is_sure for pair in ImportPair.objects.all()] == [False, False]


def test_two_rows_of_one_person_are_shown_together(office: Organiser) -> None:
    bring(
        office,
        listed(["Leyla Əliyeva", "l@example.org", ""], ["Лейла Алиева", "l@example.org", "+40 21 555"]),
    )

    pair = ImportPair.objects.get()
    assert (pair.row, pair.other_row, pair.person) == (3, 2, None)


def test_nothing_is_written_before_every_pair_is_decided(office: Organiser) -> None:
    known(office)
    batch = bring(office, listed(["Qudsi Osmanov", "q@example.org", ""], ["Ana Other", "", ""]))

    with pytest.raises(imports.StillOpen):
        imports.start_run(batch, by=make.actor(office))

    assert Person.objects.count() == 1


def test_the_same_person_is_filled_and_keeps_what_was_there(office: Organiser) -> None:
    person = known(office)
    batch = bring(office, listed(["Гудси Османов", "q@example.org", "+40 21 555"]))
    decided(batch, "same")

    written = write(batch).counts["written"]

    assert (written["created"], written["filled"]) == (0, 1)
    assert Person.objects.get() == person
    assert [name.printed for name in person.names.order_by("position")] == ["Qudsi Osmanov", "Гудси Османов"]
    assert {point.value for point in person.contact_points.all()} == {"q@example.org", "+40 21 555"}
    assert AuditLine.objects.filter(object_id=person.pk, code="directory.person.imported").count() == 1


def test_a_filled_person_is_emptied_again_when_the_list_is_taken_back(office: Organiser) -> None:
    person = known(office)
    batch = bring(office, listed(["Гудси Османов", "q@example.org", "+40 21 555"]))
    decided(batch, "same")
    write(batch)

    import_undo.undo_import(batch, by=make.actor(office))

    assert [name.printed for name in person.names.all()] == ["Qudsi Osmanov"]
    assert {point.value for point in person.contact_points.all()} == {"q@example.org"}


def test_a_new_person_of_the_same_name_is_entered_beside(office: Organiser) -> None:
    known(office)
    batch = bring(office, listed(["Qudsi Osmanov", "q@example.org", ""]))
    decided(batch, "new")

    write(batch)

    assert Person.objects.count() == 2
    assert not Relation.objects.exists()


def test_who_is_not_the_same_is_noted_and_not_asked_again(office: Organiser) -> None:
    known(office)
    content = listed(["Qudsi Osmanov", "q@example.org", ""])
    batch = bring(office, content)
    decided(batch, "different")

    write(batch)

    relation = Relation.objects.get()
    assert relation.kind == Relation.Kind.NOT_THE_SAME
    assert Person.objects.count() == 2


def test_rows_that_are_one_make_one_person(office: Organiser) -> None:
    rows = ["Leyla Əliyeva", "l@example.org", ""], ["Лейла Алиева", "l@example.org", "+40 21 555"]
    batch = bring(office, listed(*rows))
    decided(batch, "same")

    write(batch)

    person = Person.objects.get()
    assert {name.printed for name in person.names.all()} == {"Leyla Əliyeva", "Лейла Алиева"}
    assert {point.value for point in person.contact_points.all()} == {"l@example.org", "+40 21 555"}


def test_a_row_is_not_two_people(office: Organiser) -> None:
    known(office)
    known(office)
    batch = bring(office, listed(["Qudsi Osmanov", "q@example.org", ""]))
    assert batch.pairs.count() == 2

    with pytest.raises(imports.SaidToBeTwo):
        decided(batch, "same")

    assert set(ImportPair.objects.values_list("decision", flat=True)) == {""}


def test_the_page_shows_both_sides_and_takes_the_decision(signed_in: Client, people: People) -> None:
    known(people.office)
    batch = bring(people.office, listed(["Гудси Османов", "q@example.org", ""]))
    pair = ImportPair.objects.get()
    preview = reverse("directory:import_preview", args=["mission", batch.code])

    page = signed_in.get(preview).content.decode()
    signed_in.post(
        reverse("directory:import_pairs", args=["mission", batch.code]), {f"pair-{pair.code}": "same"}
    )
    signed_in.post(reverse("directory:import_write", args=["mission", batch.code]))

    assert "Гудси Османов" in page
    assert "Qudsi Osmanov" in page
    assert "1 pair is still to be decided." in page
    assert Person.objects.count() == 1


def test_another_organiser_is_never_compared_with(office: Organiser) -> None:
    known(make.organiser("elsewhere"))

    bring(office, listed(["Qudsi Osmanov", "q@example.org", ""]))

    assert not ImportPair.objects.exists()
