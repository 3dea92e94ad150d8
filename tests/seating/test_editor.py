"""The editor of a room as the server answers it: the page, pieces drawn anew, saving and what is refused."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.rules.seating.layout import KINDS as SEATED
from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.rules.seating.room import MarkKind
from chancery.seating.models import Room
from chancery.seating.piece_fields import kinds, palette
from chancery.seating.piece_svg import piece_svg
from tests import make
from tests.seating import built

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    return built.room(make.organiser())


@pytest.fixture
def officer(room: Room) -> Client:
    client = Client()
    client.force_login(make.member(room.organiser, "owner").user)
    return client


def at(room: Room, name: str = "edit-room") -> str:
    return reverse(f"seating:{name}", args=[room.organiser.ref, room.code])


def sent(client: Client, address: str, body: Any) -> Any:
    return client.post(address, json.dumps(body), content_type="application/json")


def test_page_holds_every_piece_and_the_drawing_itself(officer: Client, room: Room) -> None:
    page = officer.get(at(room)).content.decode()

    assert page.count("data-piece=") == 2
    assert page.count("data-seat=") == 10
    assert 'data-piece="A" data-seats="10" data-blocked="0"' in page
    assert "rows of chairs A, 10 seats" in page


def test_page_asks_as_often_for_a_large_room_as_for_a_small_one(
    officer: Client, room: Room, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(20) as small:
        officer.get(at(room))
    room.layout = {**room.layout, "furniture": [{**built.ROWS["furniture"][1], "seats": 12, "rows": 6}]}
    room.save(update_fields=["layout"])
    with django_assert_num_queries(len(small.captured_queries)):
        officer.get(at(room))


def test_drawing_is_saved_on_the_revision_that_was_opened(officer: Client, room: Room) -> None:
    wider = {**room.layout, "width": 900}

    answer = sent(officer, at(room), {"layout": wider, "since": room.revision})

    assert (answer.status_code, answer.json()) == (200, {"revision": room.revision + 1})
    room.refresh_from_db()
    assert room.layout["width"] == 900


def test_newer_drawing_is_not_written_over_unseen(officer: Client, room: Room) -> None:
    first = sent(officer, at(room), {"layout": {**room.layout, "width": 900}, "since": 0})
    second = sent(officer, at(room), {"layout": {**room.layout, "width": 950}, "since": 0})

    assert first.json() == {"revision": 1}
    assert second.json()["newest"] == 1
    assert second.json()["sentence"].endswith(".")
    room.refresh_from_db()
    assert room.layout["width"] == 900


@pytest.mark.parametrize(
    "body", ["{", [], {}, {"layout": []}, {"layout": built.ROWS}, {"layout": built.ROWS, "since": True}]
)
def test_what_is_no_drawing_is_refused_in_a_sentence(officer: Client, room: Room, body: Any) -> None:
    answer = officer.post(
        at(room), body if body == "{" else json.dumps(body), content_type="application/json"
    )

    assert answer.json() == {"sentence": "The drawing arrived incomplete; save it once more."}


def test_room_that_cannot_be_is_refused_with_its_reason(officer: Client, room: Room) -> None:
    outside = {**room.layout, "width": 200}

    answer = sent(officer, at(room), {"layout": outside, "since": 0})

    with pytest.raises(LayoutRefused) as refused:
        read_layout(outside)
    assert answer.json() == {"sentence": str(refused.value)}
    room.refresh_from_db()
    assert room.layout == built.ROWS


def test_pieces_are_drawn_in_their_order_and_nothing_is_saved(officer: Client, room: Room) -> None:
    tables = [{"id": f"T{number}", "kind": "round", "x": 0, "y": 0, "seats": number} for number in (6, 4)]

    answer = sent(
        officer, at(room, "draw-pieces"), {"furniture": tables, "seats": {"T4-1": {"blocked": True}}}
    )

    first, second = answer.json()["pieces"]
    assert ('data-piece="T6" data-seats="6" data-blocked="0"' in first) is True
    assert ('data-piece="T4" data-seats="4" data-blocked="1"' in second) is True
    room.refresh_from_db()
    assert room.layout == built.ROWS


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"furniture": 3},
        {"furniture": [3]},
        {"furniture": [{"id": "T", "kind": "round", "seats": "many"}]},
        {"furniture": [], "seats": 3},
        {"furniture": [{}] * 501},
    ],
)
def test_pieces_that_cannot_be_are_refused_in_a_sentence(officer: Client, room: Room, body: Any) -> None:
    answer = sent(officer, at(room, "draw-pieces"), body)

    assert "pieces" not in answer.json()
    assert answer.json()["sentence"].endswith(".")


def test_room_of_another_office_is_not_found(officer: Client) -> None:
    stranger = built.room(make.organiser("other"))

    assert officer.get(at(stranger)).status_code == 404
    assert sent(officer, at(stranger, "draw-pieces"), {}).status_code == 404


def test_editor_knows_every_kind_of_furniture() -> None:
    """Single seats come from other programs and are not placed."""
    found = kinds()
    tables, marks = palette(found)

    assert {kind.key for kind in found} == {*SEATED, *MarkKind}
    assert {kind.key for kind in (*tables, *marks)} == {*SEATED, *MarkKind} - {"seats"}


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind.key != "seats"], ids=lambda kind: kind.key)
def test_new_piece_is_one_that_rooms_know(kind: Any) -> None:
    piece = {"id": "A", "kind": kind.key, "x": 2000, "y": 2000, **kind.begins}

    drawn = piece_svg(piece, {})

    assert 'data-piece="A"' in drawn


def test_drawing_that_cannot_be_read_is_told_on_the_page_of_the_room(officer: Client, room: Room) -> None:
    Room.objects.filter(pk=room.pk).update(layout={})

    answer = officer.get(at(room))

    assert answer.url == reverse("seating:room", args=[room.organiser.ref, room.code])


def test_label_of_a_piece_is_escaped() -> None:
    drawn = piece_svg({"id": "A", "kind": "round", "label": '"><b>'}, {})

    assert "<b>" not in drawn
    assert "&quot;&gt;&lt;b&gt;" in drawn
