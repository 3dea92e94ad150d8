"""The pages of rooms: made from ready furniture, changed by plain forms, printed, exchanged with pretix."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from chancery.accounts.models import Organiser
from chancery.rules.seating.layout import read_layout
from chancery.seating.models import Room
from tests.conftest import People
from tests.forms import sent_by
from tests.seating import built


def path(name: str, *route: object) -> str:
    return reverse(f"seating:{name}", args=["mission", *route])


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def seats_of(room: Room) -> int:
    room.refresh_from_db()
    return len(read_layout(room.layout).seats)


NEW = {"names-en": "Great Hall", "furniture": "banquet", "guests": "40", "each": "8"}


def test_a_room_is_made_from_ready_furniture(signed_in: Client, people: People) -> None:
    response = signed_in.post(path("new-room"), NEW, follow=True)

    room = Room.objects.get()
    assert (str(room), seats_of(room)) == ("Great Hall", 40)
    assert "40 seats" in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"guests": ""}, "Say how many shall have a place."),
        ({"width": "500", "depth": "500"}, "and the room has 500 by 500"),
        ({"furniture": "conference", "guests": "900", "each": ""}, "choose at most 300."),
    ],
)
def test_a_room_that_cannot_be_is_refused_and_the_input_stays(
    signed_in: Client, people: People, fields: dict[str, str], sentence: str
) -> None:
    text = signed_in.post(path("new-room"), NEW | fields).content.decode()

    assert sentence in text
    assert "Great Hall" in text
    assert not Room.objects.exists()


def test_furniture_is_added_changed_and_taken_out_with_undo(signed_in: Client, people: People) -> None:
    room = built.room(people.office)
    add = f"{path('add-furniture', room.code)}?kind=round"
    form = sent_by(text_of(signed_in, add), having="diameter") | {"x": "150", "y": "450", "seats": "4"}

    signed_in.post(add, form)
    assert seats_of(room) == 14

    change = path("change-furniture", room.code, "T1")
    sent = sent_by(text_of(signed_in, change), having="diameter")
    assert (sent["x"], sent["seats"], sent["diameter"]) == ("150", "4", "")
    signed_in.post(change, sent | {"seats": "3", "turned": "45"})
    assert (seats_of(room), room.layout["furniture"][-1]["turned"]) == (13, 45)

    response = signed_in.post(path("delete-furniture", room.code, "T1"), follow=True)
    assert seats_of(room) == 10
    undo = response.context["messages"]._loaded_data[-1].extra_tags.removeprefix("undo=")
    signed_in.post(undo)
    assert seats_of(room) == 13


def test_a_form_keeps_what_was_never_written(signed_in: Client, people: People) -> None:
    """Saving a piece as it stands changes nothing: what is usual is not written down."""
    room = built.room(people.office)
    change = path("change-furniture", room.code, "A")

    signed_in.post(change, sent_by(text_of(signed_in, change), having="row_gap"))

    room.refresh_from_db()
    assert (room.layout, room.revision) == (built.ROWS, 0)


def test_furniture_outside_the_room_is_refused(signed_in: Client, people: People) -> None:
    room = built.room(people.office)
    change = path("change-furniture", room.code, "A")
    form = sent_by(text_of(signed_in, change), having="row_gap")

    text = signed_in.post(change, form | {"x": "20"}).content.decode()

    assert "A stands partly outside the room; move it in or make the room larger." in text
    room.refresh_from_db()
    assert room.layout == built.ROWS


@pytest.mark.parametrize(
    ("form", "notes"),
    [
        (
            {"seats": "A-1-2..A-1-3", "deed": "blocked"},
            {"A-1-2": {"blocked": True}, "A-1-3": {"blocked": True}},
        ),
        ({"seats": "A-2-1", "deed": "wheelchair"}, {"A-2-1": {"wheelchair": True}}),
        ({"seats": "A-2-1", "deed": "interpreter"}, {"A-2-1": {"interpreter": True}}),
        ({"seats": "A-2-1", "deed": "zone", "words": "press"}, {"A-2-1": {"zone": "press"}}),
        ({"seats": "A-2-1", "deed": "label", "words": "P1"}, {"A-2-1": {"label": "P1"}}),
    ],
)
def test_seats_are_marked_and_marks_taken_away(
    signed_in: Client, people: People, form: dict[str, str], notes: dict[str, Any]
) -> None:
    room = built.room(people.office)

    signed_in.post(path("note-seats", room.code), form)
    room.refresh_from_db()
    assert room.layout["seats"] == notes

    signed_in.post(path("note-seats", room.code), {"seats": "A", "deed": "nothing"})
    room.refresh_from_db()
    assert room.layout["seats"] == {}


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"seats": "B-1", "deed": "blocked"}, "The room has no seat, row or piece “B-1”"),
        ({"seats": "A-1", "deed": "zone"}, "Write the zone or the label."),
    ],
)
def test_marks_that_name_nothing_are_refused(
    signed_in: Client, people: People, form: dict[str, str], sentence: str
) -> None:
    room = built.room(people.office)

    assert sentence in signed_in.post(path("note-seats", room.code), form).content.decode()


def test_a_room_too_small_for_its_furniture_is_refused(signed_in: Client, people: People) -> None:
    room = built.room(people.office)

    response = signed_in.post(path("size-room", room.code), {"width": "450", "depth": "600"})

    assert "stands partly outside the room" in response.content.decode()
    signed_in.post(path("size-room", room.code), {"width": "900", "depth": "600"})
    room.refresh_from_db()
    assert room.layout["width"] == 900


def test_a_room_is_copied_and_one_with_plans_is_not_deleted(signed_in: Client, people: People) -> None:
    room = built.room(people.office)
    built.plan(built.make.event(people.office), room=room)

    signed_in.post(path("copy-room", room.code))
    response = signed_in.post(path("delete-room", room.code), follow=True)

    assert "is used by plans of Commemoration; delete those plans first." in response.content.decode()
    copied = Room.objects.exclude(pk=room.pk).get()
    signed_in.post(path("delete-room", copied.code))
    assert list(Room.objects.all()) == [room]


def test_a_drawing_that_is_no_room_is_said_and_never_an_error(signed_in: Client, people: People) -> None:
    room = built.room(people.office, layout={"width": 5})

    for address in (path("rooms"), path("room", room.code)):
        assert "The drawing of the room is written wrongly" in text_of(signed_in, address)
    for name in ("room-svg", "room-pdf", "export-room", "note-seats", "size-room", "add-furniture"):
        assert signed_in.get(path(name, room.code)).status_code == 404
    assert signed_in.get(path("edit-room", room.code)).headers["Location"] == path("room", room.code)


@pytest.mark.parametrize(("sheet", "size"), [("", (595, 842)), ("?sheet=a3", (842, 1191))])
def test_a_room_is_printed_on_one_sheet(
    signed_in: Client, people: People, tmp_path: Any, sheet: str, size: tuple[int, int]
) -> None:
    room = built.room(people.office, layout={**built.ROWS, "depth": 1200})

    made = tmp_path / "room.pdf"
    made.write_bytes(signed_in.get(path("room-pdf", room.code) + sheet).content)

    pages = PdfReader(made).pages
    box = pages[0].mediabox
    assert (len(pages), round(box.width), round(box.height)) == (1, *size)
    assert "Great Hall" in pages[0].extract_text()


def test_the_picture_needs_nothing_else(signed_in: Client, people: People) -> None:
    room = built.room(people.office, "Hall <1>")

    response = signed_in.get(path("room-svg", room.code))

    text = response.content.decode()
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert text.count("data-seat=") == 10
    assert "<title>Hall &lt;1&gt;</title>" in text


def test_a_room_goes_to_pretix_and_comes_back(signed_in: Client, people: People) -> None:
    room = built.room(people.office)
    plan = signed_in.get(path("export-room", room.code) + "?download=1").content

    upload = SimpleUploadedFile("hall.json", plan, content_type="application/json")
    response = signed_in.post(path("import-room"), {"upload": upload}, follow=True)

    back = Room.objects.exclude(pk=room.pk).get()
    assert [seat.id for seat in read_layout(back.layout).seats] == [
        seat.id for seat in read_layout(room.layout).seats
    ]
    assert "Drawn areas are left out (1)" in response.content.decode()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"\xff\x00", "The file is no JSON; save the seat plan again and choose that file."),
        (b"[" * 100_000, "The file is no JSON; save the seat plan again and choose that file."),
        (b"{}", "The file is no seat plan of pretix"),
        (json.dumps({"zones": [{"rows": []}]}).encode(), "The plan has no seats."),
    ],
)
def test_a_bad_plan_is_refused_in_a_sentence(
    signed_in: Client, people: People, body: bytes, sentence: str
) -> None:
    response = signed_in.post(path("import-room"), {"upload": SimpleUploadedFile("hall.json", body)})

    assert sentence in response.content.decode()
    assert not Room.objects.exists()


def rooms_with(office: Organiser, count: int) -> None:
    for number in range(count):
        room = built.room(office, f"Hall {number}")
        built.plan(built.make.event(office, f"Evening {number}"), room=room)


def test_the_list_asks_the_same_however_many_rooms(signed_in: Client, people: People) -> None:
    counts = []
    for more in (1, 2):
        rooms_with(people.office, more)
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path("rooms"))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_history_tells_how_much_stands_in_a_room(signed_in: Client, people: People) -> None:
    room = built.room(people.office)
    signed_in.post(path("delete-furniture", room.code, "A"))

    text = text_of(signed_in, path("room", room.code))

    assert "pieces of furniture: 2, seats: 10" in text
    assert "pieces of furniture: 1, seats: 0" in text
