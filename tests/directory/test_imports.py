"""Lists that can be read: what they make, what they fill, and that they can be taken back."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.directory.actions import import_undo, imports
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.models import (
    Body,
    ContactPoint,
    Group,
    Import,
    ImportMapping,
    Office,
    Person,
    PersonName,
    Relation,
    SearchEntry,
    SearchWord,
    Tenure,
)
from chancery.directory.queries.imports import in_words
from chancery.directory.queries.search import search
from tests import make
from tests.conftest import People
from tests.directory import files

FULL = {
    "Nume": "Osmanov",
    "Prenume": "Qudsi",
    "Name in another script": "Гудси Османов",
    "Apelativ": "Dr",
    "Sex": "m",
    "Funcția": "Ambasador al Azerbaidjanului",
    "Clasă": "ambasador",
    "Instituția": "Ambasada Azerbaidjanului",
    "Țara": "Azerbaidjan",
    "Din": "01.03.2022",
    "Scrisori de acreditare": "2022-04-05",
    "E-mail": "office@example.org; q@example.org",
    "Telefon": "+40 21 000 0000",
    "Adresa": "Str. Exemplu 1, București",
    "Limba": "azeră, ro",
    "Observații": "prefers tea",
    "Grup": "Corps; Friends",
    "Asistent": "Tom Helper",
    "Telefon asistent": "+40 21 111 1111",
    "Soție": "Aysel Osmanova",
}


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("mission", languages=["ro", "en"])


def bring(office: Organiser, content: bytes, name: str = "list.csv") -> Import:
    """Bring a list and check it by the columns as they were guessed."""
    made = imports.receive(organiser=office, filename=name, content=content, by=make.actor(office))
    imports.tell_columns(made, mapping=made.mapping, by=make.actor(office))
    made.refresh_from_db()
    return made


def write(batch: Import) -> Import:
    """Write a list that is checked and decided."""
    imports.start_run(batch, by=make.actor(batch.organiser))
    batch.refresh_from_db()
    return batch


def list_of(*rows: dict[str, str]) -> bytes:
    """A list with all columns that any of the rows fills."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return files.csv_of(
        [headings, *([row.get(heading, "") for heading in headings] for row in rows)], sign="\t"
    )


def test_every_column_finds_its_place(office: Organiser) -> None:
    batch = write(bring(office, list_of(FULL)))

    person = Person.objects.get(sort_name="Osmanov, Qudsi")
    tenure = Tenure.objects.get(person=person)
    assert batch.state == Import.State.DONE
    assert [name.printed for name in person.names.order_by("position")] == ["Qudsi Osmanov", "Гудси Османов"]
    assert (person.gender, person.honorifics, person.languages) == ("m", {"ro": "Dr"}, ["az", "ro"])
    assert (tenure.office.titles, tenure.office.office_class) == (
        {"ro": "Ambasador al Azerbaidjanului"},
        "ambassador",
    )
    assert (tenure.office.body.kind, tenure.office.body.state) == (Body.Kind.MISSION, "AZ")
    assert str(tenure.begins) == "2022-03-01"
    assert [(step.kind, str(step.moment)) for step in tenure.steps.all()] == [("credentials", "2022-04-05")]
    assert {group.names["ro"] for group in person.groups.all()} == {"Corps", "Friends"}
    points = {
        (point.kind, point.value, point.via and point.via.sort_name) for point in person.contact_points.all()
    }
    assert points == {
        ("email", "office@example.org", None),
        ("email", "q@example.org", None),
        ("phone", "+40 21 000 0000", None),
        ("phone", "+40 21 111 1111", "Tom Helper"),
        ("post", "Str. Exemplu 1, București", None),
    }
    related = {(row.person.sort_name, row.kind, row.other.sort_name) for row in Relation.objects.all()}
    assert related == {
        ("Tom Helper", "assistant", "Osmanov, Qudsi"),
        ("Osmanov, Qudsi", "spouse", "Aysel Osmanova"),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_encodings_and_signs_are_recognised(office: Organiser, encoding: str, sign: str) -> None:
    rows = [
        ["Nume", "Prenume", "Țara".replace("Ț", "Ţ")],
        ["Bărbulescu", "Ştefan", "Franţa"],
        ["Ţoiu", "Ion", ""],
    ]

    write(bring(office, files.csv_of(rows, encoding=encoding, sign=sign)))

    assert set(PersonName.objects.values_list("printed", flat=True)) == {"Ştefan Bărbulescu", "Ion Ţoiu"}
    assert Person.objects.get(sort_name="Bărbulescu, Ştefan").nationality == "FR"


@pytest.mark.parametrize(
    ("encoding", "heading", "name"),
    [
        ("cp1251", "ФИО", "Вася Семиляну Ґава"),
        ("cp1252", "Nom complet", "François Élisée Crêpin"),
        ("cp1254", "Ad Soyad", "Şükrü Işık Çağlar"),
        ("utf-8", "Ad Soyad", "Qüdsi Əliyev"),
    ],
)
def test_old_encodings_of_the_region_are_recognised(
    office: Organiser, encoding: str, heading: str, name: str
) -> None:
    write(bring(office, files.csv_of([[heading, "E-mail"], [name, "x@example.org"]], encoding=encoding)))

    assert PersonName.objects.get().printed == name


def test_a_workbook_brings_its_dates_and_numbers(office: Organiser) -> None:
    rows: list[list[Any]] = [
        ["Name", "Title", "Body", "Since", "Credentials"],
        ["Ana Sample", "Consul", "Consulate", date(2022, 3, 1), 44656],
    ]

    write(bring(office, files.xlsx_of(rows), "list.xlsx"))

    tenure = Tenure.objects.get()
    assert str(tenure.begins) == "2022-03-01"
    assert [str(step.moment) for step in tenure.steps.all()] == ["2022-04-05"]


def test_columns_come_in_any_order_and_are_remembered(office: Organiser) -> None:
    content = files.csv_of([["Who", "Where from"], ["Ana Sample", "France"]])
    first = imports.receive(organiser=office, filename="a.csv", content=content, by=make.actor(office))
    assert first.mapping == ["", ""]
    imports.tell_columns(first, mapping=["name", "state"], by=make.actor(office))

    again = imports.receive(organiser=office, filename="b.csv", content=content, by=make.actor(office))
    elsewhere = imports.receive(
        organiser=make.organiser("other"), filename="b.csv", content=content, by=make.actor(office)
    )

    assert again.mapping == ["name", "state"]
    assert elsewhere.mapping == ["", ""]
    assert ImportMapping.objects.count() == 1


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (["", ""], "No column holds a name; choose the one that does."),
        (["name", "name"], "Two columns hold the same; choose one of them."),
        (["name", "office"], "An office belongs to a body; choose the column that names the body."),
    ],
)
def test_columns_that_cannot_be_used_are_refused(
    office: Organiser, mapping: list[str], sentence: str
) -> None:
    content = files.csv_of([["A", "B"], ["Ana", "x"]])
    batch = imports.receive(organiser=office, filename="a.csv", content=content, by=make.actor(office))

    with pytest.raises(imports.ColumnsNotClear, match=sentence):
        imports.tell_columns(batch, mapping=mapping, by=make.actor(office))


def test_bodies_and_offices_that_are_there_are_not_made_again(office: Organiser) -> None:
    body = make.body(office, "Embassy of France", state="FR")
    make.post(body, "Ambassador of France")
    rows = [files.HEADINGS, files.ROW, ["Ben Other", "Counsellor", "EMBASSY OF FRANCE", "", "", ""]]

    batch = bring(office, files.csv_of(rows))
    assert (batch.counts["bodies"], batch.counts["offices"]) == (0, 1)
    write(batch)

    assert Body.objects.count() == 1
    assert {each.titles.get("en") or each.titles.get("ro") for each in Office.objects.all()} == {
        "Ambassador of France",
        "Counsellor",
    }


def test_bodies_of_one_name_and_two_states_are_two(office: Organiser) -> None:
    rows = [["Name", "Body", "State"], ["Ana", "Embassy", "France"], ["Ben", "Embassy", "Germany"]]

    write(bring(office, files.csv_of(rows)))

    assert sorted(Body.objects.values_list("state", flat=True)) == ["DE", "FR"]


def test_a_list_can_be_taken_back_whole(office: Organiser) -> None:
    known = make.body(office, "Known Body")
    batch = write(bring(office, list_of(FULL)))

    import_undo.undo_import(batch, by=make.actor(office))

    assert not Person.objects.exists()
    assert list(Body.objects.all()) == [known]
    assert not Office.objects.exists()
    assert not Group.objects.exists()
    assert not SearchEntry.objects.exclude(kind="body").exists()
    assert not SearchWord.objects.filter(word="osmanov").exists()
    batch.refresh_from_db()
    assert batch.state == Import.State.UNDONE


def test_a_list_is_not_taken_back_where_somebody_is_invited(office: Organiser) -> None:
    batch = write(bring(office, list_of({"Name": "Ana Sample"}, {"Name": "Ben Sample"})))
    make.participation(make.event(office), Person.objects.get(sort_name="Ana Sample"))

    with pytest.raises(import_undo.RestsOnImport) as refused:
        import_undo.undo_import(batch, by=make.actor(office))

    assert len(refused.value.rows) == 1
    assert Person.objects.count() == 2


def test_a_list_is_not_taken_back_where_an_entry_was_changed_since(signed_in: Client, people: People) -> None:
    batch = write(bring(people.office, list_of({"Name": "Ana Sample"})))
    person = Person.objects.get()
    signed_in.post(
        reverse("directory:address_why", args=["mission", person.code, "en", "card"]), {"text": "Dear Ana"}
    )

    page = signed_in.post(
        reverse("directory:import_undo", args=["mission", batch.code]), follow=True
    ).content.decode()

    assert "cannot be taken back because later changes or other records rest on it" in page
    assert Person.objects.exists()


def test_an_office_that_others_hold_by_now_keeps_the_list(office: Organiser) -> None:
    batch = write(bring(office, files.csv_of([files.HEADINGS, files.ROW])))
    make.tenure(make.person(office, "Ben Later"), Office.objects.get())

    with pytest.raises(import_undo.RestsOnImport):
        import_undo.undo_import(batch, by=make.actor(office))


def test_a_failure_on_the_way_leaves_the_directory_as_it_was(
    office: Organiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = bring(office, list_of({"Name": "Ana Sample"}, {"Name": "Ben Sample"}))

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(imports, "_keep_apart", broken)
    with pytest.raises(RuntimeError):
        imports.start_run(batch, by=make.actor(office))

    batch.refresh_from_db()
    assert batch.state == Import.State.CHECKED
    assert not Person.objects.exists()
    assert not SearchEntry.objects.exists()


def test_each_new_person_has_a_line_and_is_found(office: Organiser) -> None:
    write(bring(office, list_of({"Name": "Ana Sample"}, {"Name": "Ben Sample"})))

    lines = AuditLine.objects.filter(code="directory.person.brought")
    assert set(lines.values_list("label", flat=True)) == {"Ana Sample", "Ben Sample"}
    hits = search(office, "sample ana")
    assert Person.objects.get(pk=hits[0].object_id).sort_name == "Ana Sample"


def test_columns_of_one_kind_of_dates_decide_a_doubtful_one(office: Organiser) -> None:
    rows = [files.HEADINGS, [*files.ROW[:5], "03/04/2022"], ["Ben", *files.ROW[1:5], "25/04/2022"]]

    batch = bring(office, files.csv_of(rows))
    write(batch)

    assert {str(begins) for begins in Tenure.objects.values_list("begins", flat=True)} == {
        "2022-04-03",
        "2022-04-25",
    }


def test_a_dropped_list_leaves_nothing(office: Organiser, django_capture_on_commit_callbacks: Any) -> None:
    batch = bring(office, list_of({"Name": "Ana Sample"}))
    path = batch.file.path

    with django_capture_on_commit_callbacks(execute=True):
        imports.drop(batch, by=make.actor(office))

    assert not Import.objects.exists()
    with pytest.raises(FileNotFoundError):
        open(path)  # noqa: SIM115  # it must not open


def test_a_problem_is_said_in_words_with_its_place(office: Organiser) -> None:
    batch = bring(office, files.csv_of([["Name", "State"], ["Ana", "Nowhere"]]))

    assert [in_words(problem) for problem in batch.problems.all()] == [
        (
            "Row 2, column “State”",
            "“Nowhere” is no state that is known; write its name or its code of two letters.",
        )
    ]


def test_contact_without_email_is_enough(office: Organiser) -> None:
    write(bring(office, files.csv_of([["Name"], ["Ana Sample"]])))

    assert Person.objects.count() == 1
    assert not ContactPoint.objects.exists()


def test_a_file_of_another_kind_by_its_content_is_refused(office: Organiser) -> None:
    with pytest.raises(UnreadableFile):
        imports.receive(
            organiser=office, filename="list.csv", content=b"%PDF-1.7\0\0\1", by=make.actor(office)
        )
