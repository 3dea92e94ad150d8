"""People: the list, the page, entering, changing, deleting and taking back."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.directory.models import (
    AddressForm,
    ContactPoint,
    Person,
    PersonName,
    Relation,
    SearchWord,
    Tenure,
)
from tests import make
from tests.conftest import People
from tests.directory import written

HOSTILE = [
    "<script>alert(1)</script> Ion",
    "\u202eIon Popescu\u202c",
    "Ion \"Popescu\" & 'Ionescu'",
    "محمد بن سلمان",
    "Ж" * 200,
    "{{ person.note }} {% debug %}",
]


def test_the_list_shows_people_with_the_office_they_hold_today(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office), "Ambassador of Sampleland")
    make.tenure(make.person(people.office, "Ana Sample"), post, begins="2020")
    make.tenure(make.person(people.office, "Ben Before"), post, begins="2010", ends="2019")

    page = signed_in.get(reverse("directory:people", args=["mission"])).content.decode()

    assert page.count("Ambassador of Sampleland") == 1
    assert page.index("Ben Before") < page.index("Ana Sample")


def test_the_list_takes_the_same_queries_for_one_and_three(signed_in: Client, people: People) -> None:
    counts = []
    for added in (1, 2):
        for number in range(added):
            post = make.post(make.body(people.office))
            make.tenure(make.person(people.office, f"Ana Sample{number}"), post)
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(reverse("directory:people", args=["mission"]))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_list_does_not_grow_with_the_directory(signed_in: Client, people: People) -> None:
    counts, sizes = [], []
    for wanted in (100, 500):
        have = Person.objects.count()
        fresh = [
            Person(organiser=people.office, sort_name=f"Sample{number}, Ana")
            for number in range(have, wanted)
        ]
        Person.objects.bulk_create(fresh)
        with CaptureQueriesContext(connection) as captured:
            page = signed_in.get(reverse("directory:people", args=["mission"]))
        counts.append(len(captured))
        sizes.append(page.content.decode().count("Ana Sample") + page.content.decode().count(", Ana"))

    assert counts[0] == counts[1]
    assert sizes[0] == sizes[1] > 0


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": "mission"}, {"Ana Sample"}),
        ({"state": "FR"}, {"Ana Sample"}),
        ({"state": "RO"}, {"Ben Sample"}),
        ({"office_class": "ambassador"}, {"Ana Sample"}),
        ({"kind": "media"}, set()),
        ({"kind": "nonsense"}, {"Ana Sample", "Ben Sample"}),
    ],
)
def test_the_list_is_narrowed_by_what_people_hold(
    signed_in: Client, people: People, filters: dict[str, str], found: set[str]
) -> None:
    body = make.body(people.office, kind="mission", state="FR")
    make.tenure(make.person(people.office, "Ana Sample"), make.post(body))
    make.person(people.office, "Ben Sample", nationality="RO")

    page = signed_in.get(reverse("directory:people", args=["mission"]), filters).content.decode()

    assert {name for name in ("Ana Sample", "Ben Sample") if name in page} == found


def test_entering_a_person_stores_every_row_and_one_line(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    assistant = make.person(people.office, "Tom Helper")
    sent = written.person(
        names=[written.name("Qudsi Osmanov", "Qudsi", "Osmanov"), written.name("Гудси Османов")],
        tenures=[written.tenure(post, begins="2022-03", credentials="2022-04-05T11:30")],
        contact_points=[written.contact("email", "q@example.org", via=assistant)],
        relations=[written.relation("assistant", assistant)],
        address_forms=[{"language": "en", "purpose": "card", "text": "HE Qudsi Osmanov"}],
    )

    response = signed_in.post(reverse("directory:person_new", args=["mission"]), sent)

    person = Person.objects.get(sort_name="Osmanov, Qudsi")
    assert response.headers["Location"] == reverse("directory:person", args=["mission", person.code])
    assert [name.printed for name in person.names.order_by("position")] == ["Qudsi Osmanov", "Гудси Османов"]
    tenure = Tenure.objects.get(person=person)
    assert (str(tenure.begins), tenure.ends) == ("2022-03", None)
    assert [(step.kind, str(step.moment)) for step in tenure.steps.all()] == [
        ("credentials", "2022-04-05T11:30")
    ]
    assert ContactPoint.objects.get(person=person).via == assistant
    assert Relation.objects.get(person=person).other == assistant
    assert AddressForm.objects.get(person=person).text == "HE Qudsi Osmanov"
    assert AuditLine.objects.filter(kind="directory.person", object_id=person.pk).count() == 1


def test_a_refused_form_keeps_the_input_and_stores_nothing(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    sent = written.person(
        names=[written.name("Ana Sample")], tenures=[written.tenure(post, begins="2022", ends="2020")]
    )

    page = signed_in.post(reverse("directory:person_new", args=["mission"]), sent).content.decode()

    assert "The office ends before it begins; correct one of the two dates." in page
    assert 'value="Ana Sample"' in page
    assert not Person.objects.exists()


def test_rows_that_were_cut_off_on_their_way_are_told_in_words(signed_in: Client, people: People) -> None:
    sent = written.person(names=[written.name("Ana Sample")])
    del sent["names-TOTAL_FORMS"]

    page = signed_in.post(reverse("directory:person_new", args=["mission"]), sent).content.decode()

    assert "Not all of the rows arrived, so none was kept;" in page
    assert "names-TOTAL_FORMS." not in page
    assert not Person.objects.exists()


def test_a_person_without_any_name_is_refused_in_words(signed_in: Client, people: People) -> None:
    page = signed_in.post(
        reverse("directory:person_new", args=["mission"]), written.person()
    ).content.decode()

    assert "Write a name, or at least how it is sorted." in page


def test_a_change_is_one_line_and_can_be_taken_back(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    name = person.names.get()
    sent = written.person(
        sort_name="Sample, Anna",
        names=[written.name("Anna Sample", "Anna", "Sample", key=name.pk)],
        is_stored={"names": 1},
    )
    signed_in.post(reverse("directory:person_change", args=["mission", person.code]), sent)
    assert person.names.get().printed == "Anna Sample"
    line = AuditLine.objects.get(object_id=person.pk, code="directory.person.changed")
    assert set(line.changes) == {"sort_name", "names"}

    signed_in.post(reverse("directory:undo", args=["mission", line.pk]))

    person.refresh_from_db()
    assert (person.sort_name, person.names.get().printed) == ("Sample, Ana", "Ana Sample")


def test_taking_back_is_refused_in_words_where_later_changes_rest_on_it(
    signed_in: Client, people: People
) -> None:
    person = make.person(people.office, "Ana Sample")
    change = reverse("directory:person_change", args=["mission", person.code])
    for printed in ("Anna Sample", "Anne Sample"):
        rows = [written.name(printed, "Ann", "Sample", key=person.names.get().pk)]
        signed_in.post(change, written.person(sort_name="Sample", names=rows, is_stored={"names": 1}))
    first = AuditLine.objects.filter(object_id=person.pk).order_by("pk")[0]

    page = signed_in.post(reverse("directory:undo", args=["mission", first.pk]), follow=True).content.decode()

    assert "Later changes rest on this one; take those back first." in page
    assert person.names.get().printed == "Anne Sample"


def test_deleting_keeps_everything_for_the_undo(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    other = make.person(people.office, "Ben Other")
    make.tenure(
        person, make.post(make.body(people.office)), begins="2020", steps={"credentials": "2020-02-03"}
    )
    Relation.objects.create(person=other, kind="spouse", other=person)

    signed_in.post(reverse("directory:person_delete", args=["mission", person.code]))
    assert not Person.objects.filter(pk=person.pk).exists()
    line = AuditLine.objects.get(code="directory.person.deleted")
    signed_in.post(reverse("directory:undo", args=["mission", line.pk]))

    again = Person.objects.get(pk=person.pk)
    assert again.code == person.code
    assert [name.printed for name in again.names.all()] == ["Ana Sample"]
    assert [(str(t.begins), t.steps.count()) for t in again.tenures.all()] == [("2020", 1)]
    assert Relation.objects.get(person=other).other == again


def test_somebody_on_a_list_of_guests_is_not_deleted(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    make.participation(make.event(people.office, "Concert"), person)

    asked = signed_in.get(reverse("directory:person_delete", args=["mission", person.code])).content.decode()
    signed_in.post(reverse("directory:person_delete", args=["mission", person.code]))

    assert "cannot be deleted because other records rest on it" in asked
    assert "Concert" in asked
    assert Person.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize("printed", HOSTILE)
def test_hostile_names_are_stored_as_written_and_shown_as_text(
    signed_in: Client, people: People, printed: str
) -> None:
    sent = written.person(sort_name=printed[:200], names=[written.name(printed)])

    page = signed_in.post(
        reverse("directory:person_new", args=["mission"]), sent, follow=True
    ).content.decode()

    assert PersonName.objects.get().printed == printed.strip()
    assert "<script>alert" not in page
    assert "UNKNOWN VARIABLE" not in page


def test_a_stranger_finds_nobody(people: People, client: Client) -> None:
    person = make.person(people.office, "Ana Sample")
    client.force_login(people.stranger)

    assert client.get(reverse("directory:person", args=["elsewhere", person.code])).status_code == 404
    assert "Ana" not in client.get(reverse("directory:people", args=["elsewhere"])).content.decode()


def test_a_post_of_the_same_ministry_reads_what_is_shared_and_changes_nothing(
    db: Any, client: Client
) -> None:
    ministry = make.organiser("ministry")
    here, there = make.organiser("here", parent=ministry), make.organiser("there", parent=ministry)
    shared = make.person(there, "Ana Shared", visibility="tree")
    own = make.person(there, "Ben Private")
    client.force_login(make.member(here, "owner").user)

    page = client.get(reverse("directory:person", args=["here", shared.code])).content.decode()

    assert "This entry belongs to There" in page
    assert client.get(reverse("directory:person_change", args=["here", shared.code])).status_code == 403
    assert client.get(reverse("directory:person", args=["here", own.code])).status_code == 404


def test_the_page_shows_forms_of_address_and_their_reasons(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample", gender="f")
    make.tenure(person, make.post(make.body(people.office, state="FR"), "Ambassador of France"))

    page = signed_in.get(reverse("directory:person", args=["mission", person.code])).content.decode()
    why = signed_in.get(
        reverse("directory:address_why", args=["mission", person.code, "en", "envelope"])
    ).content.decode()

    assert "Her Excellency" in page
    assert "R86" in why


def test_an_own_wording_wins_and_can_be_given_back(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    address = reverse("directory:address_why", args=["mission", person.code, "en", "card"])

    signed_in.post(address, {"text": "Dear Ana"})
    page = signed_in.get(reverse("directory:person", args=["mission", person.code])).content.decode()
    signed_in.post(address, {"text": ""})

    assert "Dear Ana" in page
    assert "own wording" in page
    assert not AddressForm.objects.exists()


def test_words_that_nobody_has_any_more_are_forgotten(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Zywiec")
    change = reverse("directory:person_change", args=["mission", person.code])
    for printed in ("Ana Zywiec", "Ana Kowalska"):
        rows = [written.name(printed, key=person.names.get().pk)]
        signed_in.post(change, written.person(sort_name=printed, names=rows, is_stored={"names": 1}))

    known = set(SearchWord.objects.values_list("word", flat=True))
    assert known >= {"ana", "kowalska"}
    assert not {word for word in known if "zyw" in word or "ziv" in word}
