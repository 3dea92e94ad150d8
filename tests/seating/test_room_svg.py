"""The drawn room as SVG: what stands in its seats, said in words and shapes, without any style of its own."""

from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from chancery.base.frame import Shape
from chancery.rules.seating.drawing import drawing_of
from chancery.rules.seating.layout import empty_layout, read_layout
from chancery.seating.room_svg import OUTLINES, floor_svg
from chancery.seating.seat_faces import TINTS, Face, Faces, Legend, LegendLine

SVG = "{http://www.w3.org/2000/svg}"


def shown(faces: Faces | None = None, *, notes: dict[str, object] | None = None) -> ElementTree.Element:
    table = {"id": "T", "kind": "round", "x": 500, "y": 500, "seats": 4, "label": "<Oak>"}
    layout = {**empty_layout(1000, 1000), "furniture": [table], "seats": notes or {}}
    words = {
        "key": "room",
        "name": "Oak & elm",
        "description": "The list says the same.",
        "faces": faces or "",
    }
    drawing = drawing_of(read_layout(layout), honour=[(900, 100)])
    values = {"drawing": drawing, "faces": faces or "", **words}
    return ElementTree.fromstring(render_to_string("seating/parts/room.svg", values))


def seat(room: ElementTree.Element, key: str) -> ElementTree.Element:
    (found,) = [one for one in room.iter() if one.get("data-seat") == key]
    return found


def test_room_has_its_name_and_every_seat_can_be_focused() -> None:
    room = shown()

    assert room.findtext(f"{SVG}title") == "Oak & elm"
    assert room.findtext(f"{SVG}desc") == "The list says the same."
    seats = [one for one in room.iter() if one.get("data-seat")]
    assert [one.get("aria-label") for one in seats] == ["Seat 1", "Seat 2", "Seat 3", "Seat 4"]
    assert {one.get("tabindex") for one in seats} == {"0"}


def test_room_has_no_style_of_its_own() -> None:
    """The content policy forbids it."""
    room = shown({"T-1": Face("Sample", tint=2, is_moved=True)})

    assert not [one for one in room.iter() if one.get("style") or one.tag == f"{SVG}style"]


def test_text_of_others_is_escaped() -> None:
    room = shown({"T-1": Face('"A" & <b>', text="<b", key='"', url="/?a=1&b=2")})

    face = seat(room, "T-1")
    assert (face.get("aria-label"), face.get("data-key"), face.get("href")) == ('"A" & <b>', '"', "/?a=1&b=2")
    assert [one.text for one in face.iter(f"{SVG}text")] == ["<b"]
    assert "<Oak>" in [one.text for one in room.iter(f"{SVG}text")]


def test_seat_with_address_is_a_link() -> None:
    face = seat(shown({"T-2": Face("Seat 2, sample", url="/there/")}), "T-2")

    assert face.tag == f"{SVG}a"
    assert face.findtext(f"{SVG}title") == "Seat 2, sample"


def test_every_tint_has_an_outline_of_its_own() -> None:
    """For those who do not see the colour."""
    assert len(OUTLINES) == TINTS + 1 == len(set(OUTLINES))
    room = shown({"T-1": Face("one", tint=1), "T-2": Face("two", tint=2)})

    first, second = (seat(room, key).find(f"{SVG}path[@class='seat-shape']") for key in ("T-1", "T-2"))
    assert (first.get("d"), second.get("d")) == (OUTLINES[1], OUTLINES[2])


@pytest.mark.parametrize(
    ("state", "sign"),
    [("is_locked", "seat-sign is-lock"), ("is_reserved", "seat-hatch"), ("is_blocked", "seat-cross")],
)
def test_state_of_a_seat_is_a_class_and_a_shape(state: str, sign: str) -> None:
    face = seat(shown({"T-1": Face("one", **{state: True})}), "T-1")

    assert state.replace("_", "-") in face.get("class").split()
    assert [one for one in face.iter() if one.get("class") == sign]


def test_reply_is_a_shape() -> None:
    room = shown({"T-1": Face("one", reply=Shape.YES), "T-2": Face("two", reply=Shape.NO)})

    signs = [seat(room, key).find(f"{SVG}g/{SVG}path").get("d") for key in ("T-1", "T-2")]
    assert len(set(signs)) == 2


def test_marks_of_the_room_show_in_seats_that_are_empty_and_taken() -> None:
    notes = {"T-1": {"blocked": True}, "T-2": {"wheelchair": True}, "T-3": {"interpreter": True}}
    room = shown({"T-2": Face("two")}, notes=notes)

    assert seat(room, "T-1").get("aria-label") == "Seat 1, blocked"
    assert seat(room, "T-2").find(f"{SVG}g[@class='seat-sign is-wheelchair']") is not None
    assert seat(room, "T-3-i").get("aria-label") == "Chair behind T-3 for an interpreter"


def test_legend_draws_each_line_with_its_words() -> None:
    legend = Legend("Category", [LegendLine(Face("", tint=1), "press"), LegendLine(Face(""), "others")])

    page = render_to_string("seating/parts/legend.html", {"legend": legend})

    assert [word in page for word in ("press", "others", OUTLINES[1])] == [True] * 3
    assert page.count("aria-hidden") == 2


@pytest.mark.parametrize(
    ("mark", "is_turned", "is_inside"),
    [
        ({"kind": "stage", "x": 500, "y": 200, "width": 600, "depth": 200}, False, True),
        ({"kind": "lectern", "x": 500, "y": 200, "width": 60, "depth": 45}, False, False),
        ({"kind": "guests-door", "x": 500, "y": 990, "width": 180, "depth": 20}, False, False),
        ({"kind": "window", "x": 10, "y": 500, "width": 20, "depth": 320}, True, False),
    ],
)
def test_word_of_a_mark_stands_in_it_where_there_is_room(
    mark: dict[str, str | int], is_turned: bool, is_inside: bool
) -> None:
    layout = {**empty_layout(1000, 1000), "furniture": [{"id": "M", **mark}]}
    drawing = drawing_of(read_layout(layout))

    floor = ElementTree.fromstring(f"<svg>{floor_svg(drawing)}</svg>")
    (word,) = [one for one in floor.iter("text") if one.get("class") == "room-word"]
    middle = (str(mark["x"]), str(mark["y"]))
    assert ("rotate" in word.get("transform", "")) is is_turned
    assert ((word.get("x"), word.get("y")) == middle) is is_inside
