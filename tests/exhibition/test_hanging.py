"""Works in an exhibition: their order, rooms and numbers, and many of them at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.exhibition.actions import hanging as actions
from chancery.exhibition.actions.hanging import Wanted
from chancery.exhibition.models import Exhibit, Exhibition, Room
from chancery.exhibition.queries import hanging
from tests import make
from tests.conftest import People
from tests.exhibition import shown_built as built


@pytest.fixture
def exhibition(people: People) -> Exhibition:
    """An exhibition with three works in no room."""
    made = make.exhibition(people.office, languages=["en"])
    built.hang(made, *(built.work(people.office, title) for title in ("Shore", "Orchard", "City")))
    return made


def path(exhibition: Exhibition, name: str = "exhibition", **route: str) -> str:
    return reverse(f"exhibition:{name}", kwargs={"ref": "mission", "exhibition": exhibition.code, **route})


def titles(exhibition: Exhibition) -> list[str]:
    return [str(exhibit.work) for exhibit in hanging.exhibits_of(exhibition)]


def codes(exhibition: Exhibition) -> list[str]:
    return [exhibit.code for exhibit in hanging.exhibits_of(exhibition)]


def test_works_are_numbered_in_the_order_of_the_visit_around_their_own_numbers(
    exhibition: Exhibition,
) -> None:
    Exhibit.objects.filter(work__titles__en="Orchard").update(number="1")

    hung = hanging.numbered(list(hanging.exhibits_of(exhibition)))

    assert [(str(each.exhibit.work), each.number) for each in hung] == [
        ("Shore", "2"),
        ("Orchard", "1"),
        ("City", "3"),
    ]


def test_rooms_come_in_their_order_and_works_without_one_last(exhibition: Exhibition) -> None:
    gallery = Room.objects.create(exhibition=exhibition, names={"en": "Gallery"}, position=1)
    foyer = Room.objects.create(exhibition=exhibition, names={"en": "Foyer"}, position=0)
    Exhibit.objects.filter(work__titles__en="City").update(room=foyer)
    Exhibit.objects.filter(work__titles__en="Orchard").update(room=gallery)

    hung = hanging.numbered(list(hanging.exhibits_of(exhibition)))
    sections = hanging.sections_of(exhibition, hung)

    assert [(section.room, [str(each.exhibit.work) for each in section.works]) for section in sections] == [
        (foyer, ["City"]),
        (gallery, ["Orchard"]),
        (None, ["Shore"]),
    ]


def test_the_page_saves_order_room_and_number(signed_in: Client, exhibition: Exhibition) -> None:
    foyer = Room.objects.create(exhibition=exhibition, names={"en": "Foyer"})
    shore, orchard, city = codes(exhibition)

    signed_in.post(
        path(exhibition, "arrange-works"),
        {
            "order": [city, shore, orchard],
            f"room-{city}": foyer.ref,
            f"number-{city}": " A1 ",
            f"number-{shore}": "",
            f"number-{orchard}": "",
        },
    )

    assert titles(exhibition) == ["City", "Shore", "Orchard"]
    assert Exhibit.objects.get(code=city).room == foyer
    assert Exhibit.objects.get(code=city).number == "A1"
    assert Exhibit.objects.get(code=shore).room is None


@pytest.mark.parametrize(
    ("verb", "at", "order"), [("up", 2, [0, 2, 1]), ("down", 0, [1, 0, 2]), ("up", 0, [0, 1, 2])]
)
def test_a_button_moves_a_work_by_one_place(
    signed_in: Client, exhibition: Exhibition, verb: str, at: int, order: list[int]
) -> None:
    before = codes(exhibition)

    signed_in.post(path(exhibition, "arrange-works"), {"order": before, verb: before[at]})

    assert codes(exhibition) == [before[place] for place in order]


def test_an_order_of_works_that_changed_meanwhile_is_refused(
    signed_in: Client, exhibition: Exhibition
) -> None:
    before = codes(exhibition)

    response = signed_in.post(
        path(exhibition, "arrange-works"), {"order": [before[2], before[0]]}, follow=True
    )

    assert "The works were changed meanwhile" in response.content.decode()
    assert codes(exhibition) == before


def test_a_room_of_another_exhibition_is_not_taken(people: People, exhibition: Exhibition) -> None:
    elsewhere = Room.objects.create(exhibition=make.exhibition(people.office), names={"en": "Elsewhere"})
    first = codes(exhibition)[0]

    actions.arrange(
        exhibition, codes(exhibition), {first: Wanted(elsewhere.ref, "")}, by=make.actor(people.office)
    )

    assert Exhibit.objects.get(code=first).room is None


def test_many_works_are_added_at_once_and_none_twice(signed_in: Client, people: People) -> None:
    exhibition = make.exhibition(people.office)
    first, second = built.work(people.office, "Shore"), built.work(people.office, "Orchard")
    foreign = built.work(make.organiser("far"), "Elsewhere")
    built.hang(exhibition, first)

    signed_in.post(path(exhibition, "add-works"), {"work": [first.code, second.code, foreign.code]})

    assert titles(exhibition) == ["Shore", "Orchard"]
    assert AuditLine.objects.get().code == "exhibition.exhibit.added"


def test_a_work_is_taken_out_after_asking_and_stays_in_the_collection(
    signed_in: Client, exhibition: Exhibition
) -> None:
    address = path(exhibition, "take-out", exhibit=codes(exhibition)[0])
    assert "Take “Shore” out of the exhibition?" in signed_in.get(address).content.decode()
    assert len(codes(exhibition)) == 3

    signed_in.post(address)

    assert titles(exhibition) == ["Orchard", "City"]


def test_an_exhibition_is_deleted_with_its_rooms_but_not_its_works(
    signed_in: Client, exhibition: Exhibition
) -> None:
    Room.objects.create(exhibition=exhibition, names={"en": "Foyer"})
    works = [exhibit.work for exhibit in hanging.exhibits_of(exhibition)]

    signed_in.post(path(exhibition, "delete-exhibition"))

    assert not Exhibition.objects.exists()
    assert not Room.objects.exists()
    for work in works:
        work.refresh_from_db()


def test_queries_of_the_page_do_not_grow_with_the_works(signed_in: Client, people: People) -> None:
    exhibition = make.exhibition(people.office, languages=["en"])
    counts = []
    for number in (1, 3, 20):
        built.hang(exhibition, *(built.work(people.office) for _ in range(number)))
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path(exhibition))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]


def test_a_stay_without_an_event_begins_with_who_opened_it(signed_in: Client, exhibition: Exhibition) -> None:
    exhibition.stays.create(opened_by="A sample opener")

    assert (
        '<span class="muted">opened by A sample opener</span>'
        in signed_in.get(path(exhibition)).content.decode()
    )
