"""People given out: as CSV and XLSX that come in again, as cards that an address book reads."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from chancery.directory.documents.vcard import card, plain, structured
from chancery.directory.models import ContactPoint, Person, PersonName, Relation
from tests import make
from tests.conftest import People
from tests.directory.test_imports import bring, write

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


@pytest.fixture
def osmanov(people: People) -> Person:
    person = make.person(
        people.office, "Qudsi Osmanov", gender="m", languages=["az", "ro"], honorifics={"en": "Dr"}
    )
    PersonName.objects.create(person=person, position=1, printed="Гудси Османов", language="ru")
    body = make.body(people.office, "Embassy of Azerbaijan", state="AZ")
    make.tenure(
        person,
        make.post(body, "Ambassador; of Azerbaijan"),
        begins="2022-03",
        steps={"credentials": "2022-04-05"},
    )
    helper = make.person(people.office, "Tom Helper")
    Relation.objects.create(person=helper, kind="assistant", other=person)
    for kind, value, via in [
        ("email", "q@example.org", None),
        ("mobile", "+40 700 000 000", None),
        ("phone", "+40 21 000 0000", helper),
        ("post", "Str. Exemplu 1\nBucurești", None),
    ]:
        ContactPoint.objects.create(person=person, kind=kind, value=value, via=via)
    return person


def parsed(text: str) -> list[tuple[str, str]]:
    """Read cards back as RFC 6350 says: unfold, then name with parameters and value."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    pairs = []
    for line in filter(None, lines):
        is_quoted = False
        for place, letter in enumerate(line):
            is_quoted ^= letter == '"'
            if letter == ":" and not is_quoted:
                pairs.append((line[:place], line[place + 1 :]))
                break
    return pairs


def test_a_card_holds_names_offices_and_every_way_to_reach_somebody(
    signed_in: Client, people: People, osmanov: Person
) -> None:
    answer = signed_in.get(reverse("directory:person_vcard", args=["mission", osmanov.code]))

    lines = parsed(answer.content.decode())
    assert lines[:2] == [("BEGIN", "VCARD"), ("VERSION", "4.0")]
    assert ("KIND", "individual") in lines
    assert ("N", "Osmanov;Qudsi;;Dr;") in lines
    assert ("FN;PREF=1", "Qudsi Osmanov") in lines
    assert ("FN;LANGUAGE=ru", "Гудси Османов") in lines
    assert ("ORG", "Embassy of Azerbaijan") in lines
    assert ("TITLE", "Ambassador\\; of Azerbaijan") in lines
    assert ("EMAIL", "q@example.org") in lines
    assert ("TEL;VALUE=text;TYPE=cell", "+40 700 000 000") in lines
    assert ('TEL;VALUE=text;TYPE=voice;X-ANSWERED-BY="Helper, Tom"', "+40 21 000 0000") in lines
    assert ("ADR;LABEL=Str. Exemplu 1^nBucurești", ";;Str. Exemplu 1\\nBucurești;;;;") in lines
    assert [value for name, value in lines if name == "LANG"] == ["az", "ro"]
    assert lines[-1] == ("END", "VCARD")


@given(TEXT, TEXT)
def test_whatever_is_written_comes_back_from_a_card(first: str, second: str) -> None:
    lines = dict(parsed(card([structured("N", first, second), plain("NOTE", first), plain("FN", second)])))

    def restored(text: str) -> str:
        signs = iter(text)
        return "".join(
            {"n": "\n"}.get(sign := next(signs), sign) if letter == "\\" else letter for letter in signs
        )

    assert restored(lines.get("NOTE", "")) == first
    assert restored(lines.get("FN", "")) == second


def test_a_list_comes_in_again_as_it_went_out(signed_in: Client, people: People, osmanov: Person) -> None:
    content = signed_in.get(reverse("directory:export_csv", args=["mission"])).content
    elsewhere = make.organiser("copy")

    write(bring(elsewhere, content))

    person = Person.objects.get(organiser=elsewhere, sort_name="Osmanov, Qudsi")
    assert [name.printed for name in person.names.order_by("position")] == ["Qudsi Osmanov", "Гудси Османов"]
    tenure = person.tenures.get()
    assert (str(tenure.begins), tenure.office.office_class, tenure.office.body.state) == (
        "2022-03",
        "ambassador",
        "AZ",
    )
    assert {(point.kind, point.value) for point in person.contact_points.all()} >= {
        ("email", "q@example.org"),
        ("mobile", "+40 700 000 000"),
        ("phone", "+40 21 000 0000"),
    }


def test_a_formula_in_a_name_is_only_text_in_the_list(signed_in: Client, people: People) -> None:
    make.person(people.office, "=cmd|' /C calc'!A0")

    answer = signed_in.get(reverse("directory:export_csv", args=["mission"]))

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][0].startswith("'=")


def test_the_workbook_holds_the_people_of_the_filter(
    signed_in: Client, people: People, osmanov: Person
) -> None:
    answer = signed_in.get(reverse("directory:export_xlsx", args=["mission"]), {"state": "AZ"})

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:]] == ["Qudsi Osmanov"]


def test_the_cards_of_all_people_are_one_file(signed_in: Client, people: People, osmanov: Person) -> None:
    answer = signed_in.get(reverse("directory:export_vcard", args=["mission"]))

    assert b"".join(answer).decode().count("BEGIN:VCARD") == 2
