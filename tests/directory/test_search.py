"""Search as you type: by any spelling in any script, and never among the rows of others."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.directory.actions import book, index
from chancery.directory.models import Body, Office, Person, PersonName, SearchEntry, SearchWord
from chancery.directory.queries.search import search
from tests import make
from tests.conftest import People


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("mission")


def entered(office: Organiser, printed: str, *further: str, **fields: Any) -> Person:
    """A person who is in the index."""
    person = make.person(office, printed, **fields)
    for number, name in enumerate(further, start=1):
        PersonName.objects.create(person=person, position=number, printed=name)
    book.reindex(person)
    return person


def found(office: Organiser, text: str, **narrowed: Any) -> list[str]:
    """The sort names of the people found, closest first."""
    keys = [hit.object_id for hit in search(office, text, kinds=["person"], **narrowed)]
    people = Person.objects.in_bulk(keys)
    return [people[key].sort_name for key in keys]


@pytest.mark.parametrize(
    "typed",
    [
        "Leyla Əliyeva",
        "leyla aliyeva",
        "Əliyeva",
        "Алиева Лейла",
        "Leila Alieva",
        "Alijewa",
        "leyla əl",
        "Lejla Aliyevа",
        "Leyla Alyieva",
        "ALİYEVA",
        "  əliyeva,  leyla ",
    ],
)
def test_a_person_is_found_by_any_spelling(office: Organiser, typed: str) -> None:
    entered(office, "Leyla Əliyeva")
    entered(office, "Qudsi Osmanov")

    assert found(office, typed) == ["Əliyeva, Leyla"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("محمد بن سلمان", "Mohammed"),
        ("习近平", "Xi Jinping"),
        ("Țoiu Răzvan-Ștefan", "toiu razvan"),
        ("Ґалина Зінченко", "Galina Zinchenko"),
        ("ნინო ბერიძე", "Nino Beridze"),
        ("Ἀθηνᾶ Παπαδοπούλου", "Papadopoulou"),
        ("Nguyễn Thị Minh Khai", "nguyen minh"),
    ],
)
def test_a_name_in_another_script_is_found_in_latin_letters(office: Organiser, name: str, typed: str) -> None:
    person = entered(office, name, sort_name=name)

    assert found(office, typed) == [person.sort_name]


def test_the_very_name_stands_before_other_spellings(office: Organiser) -> None:
    entered(office, "Leyla Alieva")
    entered(office, "Leyla Aliyeva")
    entered(office, "Leyla Aliyeva Mammadova", sort_name="third")

    assert found(office, "Leyla Aliyeva")[0] == "Aliyeva, Leyla"


def test_every_name_of_a_person_finds_it(office: Organiser) -> None:
    entered(office, "Qudsi Osmanov", "Kudsi Osmanoglu")

    assert found(office, "osmanoglu") == ["Osmanov, Qudsi"]


def test_other_organisers_are_never_found(office: Organiser) -> None:
    elsewhere = make.organiser("elsewhere")
    entered(elsewhere, "Leyla Aliyeva")

    assert search(office, "leyla") == []
    assert len(search(elsewhere, "leyla")) == 1


def test_what_a_ministry_shares_is_found_by_its_posts_alone(db: Any) -> None:
    ministry, stranger = make.organiser("ministry"), make.organiser("stranger")
    here, there = make.organiser("here", parent=ministry), make.organiser("there", parent=ministry)
    entered(there, "Leyla Shared", visibility="tree")
    entered(there, "Leyla Private")

    assert {name: len(search(of, "leyla")) for name, of in (("here", here), ("there", there))} == {
        "here": 1,
        "there": 2,
    }
    assert len(search(ministry, "leyla")) == 1
    assert search(stranger, "leyla") == []


def test_what_is_no_longer_shared_is_no_longer_found(db: Any) -> None:
    ministry = make.organiser("ministry")
    here, there = make.organiser("here", parent=ministry), make.organiser("there", parent=ministry)
    person = entered(there, "Leyla Shared", visibility="tree")
    person.visibility = "own"

    book.change(person, sections={}, by=Actor(there.pk))

    assert search(here, "leyla") == []
    assert not SearchWord.objects.filter(scope=f"t{ministry.pk}").exists()


def test_bodies_and_offices_are_found_with_their_kind(office: Organiser) -> None:
    post = make.post(make.body(office, "Embassy of Sampleland"), "Ambassador of Sampleland")
    book.reindex(post.body)

    hits = search(office, "sampleland")

    assert {hit.kind for hit in hits} == {"body", "office"}
    assert [hit.kind for hit in search(office, "sampleland", kinds=["office"])] == ["office"]


def test_an_office_is_found_by_the_new_name_of_its_body(office: Organiser) -> None:
    post = make.post(make.body(office, "Old Name"), "Director")
    body = Body.objects.get()
    body.names = {"en": "Fresh Name"}

    book.change(body, sections={}, by=Actor(office.pk))

    assert [hit.object_id for hit in search(office, "director fresh", kinds=["office"])] == [post.pk]
    assert search(office, "old", kinds=["office"]) == []


def test_a_deleted_row_is_not_found_and_a_restored_one_is(signed_in: Client, people: People) -> None:
    person = entered(people.office, "Leyla Aliyeva")
    line = book.delete(person, by=Actor(people.office.pk))
    assert search(people.office, "leyla") == []

    signed_in.post(reverse("directory:undo", args=["mission", line.pk]))

    assert len(search(people.office, "leyla")) == 1


@pytest.mark.parametrize(
    "typed", ["", " ", "***", "'", '"', "a OR b", "NEAR(", "-", "%", "\\", ":*", "'; --", "(" * 50, "ж" * 300]
)
def test_hostile_text_finds_nothing_and_breaks_nothing(office: Organiser, typed: str) -> None:
    entered(office, "Leyla Aliyeva")

    assert search(office, typed) == []


def test_an_organiser_can_be_indexed_anew(office: Organiser) -> None:
    person = make.person(office, "Leyla Aliyeva")
    Person.objects.filter(pk=person.pk).update(sort_key="")
    Office.objects.all()
    make.post(make.body(office, "Fresh Body"))

    index.index_organiser(office)

    assert SearchEntry.objects.count() == 3
    assert found(office, "aliyeva") == ["Aliyeva, Leyla"]
    assert Person.objects.get().sort_key == "aliyeva leyla"


def test_a_field_asks_for_a_part_and_gets_options(signed_in: Client, people: People) -> None:
    person = entered(people.office, "Leyla <Aliyeva>")
    entered(people.office, "Qudsi Osmanov")
    asked = {"for": "names-0-office", "names-0-office_text": "leyla", "kind": "person"}

    part = signed_in.get(
        reverse("directory:search", args=["mission"]), asked, headers={"HX-Request": "true"}
    ).content.decode()

    assert f'data-value="{person.code}"' in part
    assert "&lt;Aliyeva&gt;" in part
    assert "Osmanov" not in part
    assert "<html" not in part


def test_without_javascript_the_same_address_is_a_page(signed_in: Client, people: People) -> None:
    person = entered(people.office, "Leyla Aliyeva")

    page = signed_in.get(reverse("directory:search", args=["mission"]), {"q": "leyla"}).content.decode()

    assert reverse("directory:person", args=["mission", person.code]) in page


def test_a_search_takes_the_same_queries_for_one_and_three(signed_in: Client, people: People) -> None:
    counts = []
    for added in (1, 2):
        for number in range(added):
            person = entered(people.office, f"Leyla Sample{number}")
            make.tenure(person, make.post(make.body(people.office)))
        signed_in.get(reverse("directory:search", args=["mission"]), {"q": "leyla"})
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(reverse("directory:search", args=["mission"]), {"q": "leyla"})
        counts.append(len(captured))

    assert counts[0] == counts[1]
