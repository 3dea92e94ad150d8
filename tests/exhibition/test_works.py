"""Films and exhibitions: what is known of them, and that nothing shown is lost."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.exhibition.models import Exhibition, Film, Stay
from tests import make
from tests.conftest import People
from tests.forms import sent_by


def path(name: str, **arguments: str) -> str:
    return reverse(f"exhibition:{name}", kwargs={"ref": "mission", **arguments})


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, address: str, **fields: str) -> Any:
    """Fill in the form at an address and send it; `titles_en` stands for `titles-en`."""
    standing = sent_by(page(client, address), having="makers")
    return client.post(address, standing | {field_name(name): text for name, text in fields.items()})


def field_name(argument: str) -> str:
    if argument.startswith("stay_"):
        return re.sub(r"^stay_0_", "stay-0-", argument)
    return re.sub(r"^(titles|about)_", r"\1-", argument)


def errors(response: Any) -> list[str]:
    forms = [response.context["form"], *response.context.get("stays", ())]
    return [str(words) for form in forms for field in form.errors.values() for words in field]


def test_nothing_known_is_said_in_one_sentence(signed_in: Client) -> None:
    assert "No film and no exhibition is known yet." in page(signed_in, path("works"))


def test_a_film_keeps_what_is_known_of_it(signed_in: Client) -> None:
    response = send(
        signed_in,
        path("add-film"),
        titles_en="Voices",
        titles_ro="Voci",
        makers="Sample Films",
        year="1994",
        language="ro",
        minutes="7.5",
    )

    film = Film.objects.get()
    assert response.headers["Location"] == path("change-film", film=film.code)
    assert (film.titles, film.makers, film.year) == ({"en": "Voices", "ro": "Voci"}, "Sample Films", 1994)
    assert (film.language, film.duration_seconds) == ("ro", 450)


def test_a_film_without_title_or_maker_stays_unknown(signed_in: Client) -> None:
    send(signed_in, path("add-film"), about_en="Video about the city")

    film = Film.objects.get()
    assert (film.titles, film.makers, film.year, film.duration_seconds) == ({}, "", None, None)
    shown = page(signed_in, path("works"))
    assert "Video about the city" in shown
    assert "makers not known" in shown


def test_an_exhibition_has_its_place_and_days_as_far_as_they_are_known(
    signed_in: Client, people: People
) -> None:
    hall = make.place(people.office)

    send(
        signed_in,
        path("add-exhibition"),
        titles_en="Photographs",
        stay_0_place=str(hall.pk),
        **{"stay_0_opens-year": "2027", "stay_0_opens-month": "03", "stay_0_closes-year": "2027"},
    )

    stay = Stay.objects.get()
    assert stay.exhibition == Exhibition.objects.get()
    assert (stay.place, str(stay.opens), str(stay.closes)) == (hall, "2027-03", "2027")
    assert "Great Hall" in page(signed_in, path("works"))


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("add-film", {}, "Write the title; where it is not known, say what it is about."),
        (
            "add-film",
            {"titles_en": "X", "year": "1800"},
            "Ensure this value is greater than or equal to 1888.",
        ),
        ("add-film", {"titles_en": "X", "year": "long ago"}, "Enter a whole number."),
        ("add-film", {"titles_en": "X", "minutes": "-1"}, "Ensure this value is greater than or equal to 0."),
        (
            "add-film",
            {"titles_en": "X", "language": "zz"},
            "Select a valid choice. zz is not one of the available choices.",
        ),
        ("add-exhibition", {}, "Write the title; where it is not known, say what it is about."),
        (
            "add-exhibition",
            {"titles_en": "X", "stay_0_opens-year": "2027", "stay_0_closes-year": "2026"},
            "The exhibition closes before it opens; correct one of the dates.",
        ),
        (
            "add-exhibition",
            {"titles_en": "X", "stay_0_opens-month": "05"},
            "This date has a gap or does not exist; give the year, then the month, then the day.",
        ),
        (
            "add-exhibition",
            {"titles_en": "X", "stay_0_place": "99999"},
            "Select a valid choice. That choice is not one of the available choices.",
        ),
    ],
)
def test_what_cannot_be_is_said_and_the_input_stays(
    signed_in: Client, name: str, fields: dict[str, str], sentence: str
) -> None:
    response = send(signed_in, path(name), makers="Kept as typed", **fields)

    assert errors(response) == [sentence]
    assert "Kept as typed" in response.content.decode()
    assert not Film.objects.exists()
    assert not Exhibition.objects.exists()


def test_a_place_of_another_office_cannot_be_chosen(signed_in: Client, people: People) -> None:
    foreign = make.place(make.organiser("far"))

    response = send(signed_in, path("add-exhibition"), titles_en="X", stay_0_place=str(foreign.pk))

    assert errors(response) == ["Select a valid choice. That choice is not one of the available choices."]


def test_a_form_sent_as_it_stands_changes_nothing(signed_in: Client, people: People) -> None:
    film = make.film(people.office, duration_seconds=437, year=1994, language="ro", makers="Sample Films")
    exhibition = make.exhibition(people.office)
    Stay.objects.create(exhibition=exhibition, opens="2027-03", closes="2027-04-01")

    send(signed_in, path("change-film", film=film.code))
    send(signed_in, path("change-exhibition", exhibition=exhibition.code))

    assert not AuditLine.objects.exists()


def test_a_change_stands_in_the_history_of_the_work(signed_in: Client, people: People) -> None:
    film = make.film(people.office, makers="Sample Films")

    send(signed_in, path("change-film", film=film.code), makers="Other Films")

    line = AuditLine.objects.get()
    assert (line.code, line.changes) == (
        "exhibition.film.changed",
        {"makers": ["Sample Films", "Other Films"]},
    )
    assert "Other Films" in page(signed_in, path("change-film", film=film.code))


def test_a_work_is_deleted_after_asking_and_brought_back(signed_in: Client, people: People) -> None:
    film = make.film(people.office, "Archive film")
    address = path("delete-film", film=film.code)
    assert "Delete “Archive film”?" in page(signed_in, address)
    assert Film.objects.exists()

    signed_in.post(address)
    assert not Film.objects.exists()
    line = AuditLine.objects.get()
    signed_in.post(reverse("accounts:undo", args=["mission", line.pk]))

    assert Film.objects.get().titles == {"en": "Archive film"}


@pytest.mark.parametrize("kind", ["film", "exhibition"])
def test_a_work_that_is_shown_is_not_deleted(signed_in: Client, people: People, kind: str) -> None:
    work = make.film(people.office, "Work") if kind == "film" else make.exhibition(people.office, "Work")
    make.item(make.event(people.office), "Viewing", kind).showings.create(**{kind: work})

    response = signed_in.post(path(f"delete-{kind}", **{kind: work.code}), follow=True)

    assert "“Work” stands in a programme; take it out there first." in response.content.decode()
    assert type(work).objects.exists()


def test_a_title_missing_in_the_language_of_the_reader_says_which_it_is_in(people: People) -> None:
    make.film(people.office, "Voices")
    reader = Client()
    reader.force_login(make.member(people.office, "protocol", make.user(language="fr")).user)

    shown = page(reader, path("works"))

    assert "Voices" in shown
    assert 'lang="en"' in shown


def test_somebody_who_reads_sees_the_works_and_no_way_to_change_them(people: People) -> None:
    make.film(people.office, "Voices")
    viewer = Client()
    viewer.force_login(make.member(people.office, "viewer").user)

    shown = page(viewer, path("works"))

    assert "Voices" in shown
    assert "Add a film" not in shown
    assert "/works/films/" not in shown


def test_queries_do_not_grow_with_the_works(signed_in: Client, people: People) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            make.film(people.office)
            Stay.objects.create(exhibition=make.exhibition(people.office), place=make.place(people.office))
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path("works"))
        counts.append(len(captured))

    assert counts[0] == counts[1]
