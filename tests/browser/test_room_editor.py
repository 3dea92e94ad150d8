"""The drawing of a room, changed by mouse, touch and keyboard, taken back and saved; nothing is lost."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.seating.actions.rooms import save_layout
from chancery.seating.models import Room
from tests.browser.conftest import NARROW, Open, keep
from tests.browser.picturing import picture

pytestmark = pytest.mark.browser

LAYOUT: dict[str, Any] = {
    "width": 1600,
    "depth": 1200,
    "furniture": [
        {"id": "M1", "kind": "stage", "x": 800, "y": 120, "width": 600, "depth": 160},
        {"id": "T1", "kind": "round", "x": 400, "y": 500, "seats": 8},
        {"id": "A", "kind": "rows", "x": 1000, "y": 850, "rows": 3, "seats": 6},
    ],
    "seats": {},
}


@pytest.fixture
def room(event: Event) -> Room:
    office: Organiser = event.organiser
    return Room.objects.create(organiser=office, names={"en": "Great Hall", "ar": "القاعة"}, layout=LAYOUT)


def opened(visit: Open, room: Room, **how: Any) -> Page:
    page = visit(f"rooms/{room.code}/draw/", **how)
    expect(page.locator("[data-ch-room-editor][data-ready]")).to_be_visible()
    return page


def piece(page: Page, name: str) -> Locator:
    return page.locator(f"[data-piece={name}]")


def middle(of: Locator) -> tuple[float, float]:
    box: Any = of.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, name: str, dx: float, dy: float) -> None:
    x, y = middle(piece(page, name))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2)
    page.mouse.move(x + dx, y + dy)
    page.mouse.up()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-state]")).to_have_text("Everything is saved.")


def stored(room: Room, name: str) -> dict[str, Any]:
    room.refresh_from_db()
    (found,) = [one for one in room.layout["furniture"] if one["id"] == name]
    return dict(found)


def test_a_table_is_dragged_to_the_grid_taken_back_and_saved(visit: Open, room: Room) -> None:
    page = opened(visit, room)

    drag(page, "T1", 120, 60)
    expect(page.locator("[data-state]")).to_have_text("Not saved yet; a copy is kept in this browser.")
    assert stored(room, "T1")["x"] == 400
    save(page)
    after = stored(room, "T1")
    assert after["x"] > 450
    assert after["y"] > 520
    assert (after["x"] % 10, after["y"] % 10) == (0, 0)

    page.get_by_role("button", name="Undo", exact=True).click()
    expect(piece(page, "T1")).to_have_attribute("transform", "translate(400 500) rotate(0)")
    page.get_by_role("button", name="Redo", exact=True).click()
    expect(piece(page, "T1")).not_to_have_attribute("transform", "translate(400 500) rotate(0)")


def test_a_piece_stops_at_the_wall(visit: Open, room: Room) -> None:
    page = opened(visit, room)

    x, y = middle(piece(page, "T1"))
    drag(page, "T1", 5 - x, 5 - y)
    save(page)

    table = stored(room, "T1")
    assert 0 < table["x"] < 130
    assert 0 < table["y"] < 130


def test_the_room_is_furnished_by_keyboard_alone(visit: Open, room: Room) -> None:
    page = opened(visit, room)

    page.get_by_role("button", name="long table").press("Enter")
    expect(piece(page, "T2")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("r")
    expect(piece(page, "T2")).to_have_attribute("transform", "translate(810 601) rotate(15)")
    page.keyboard.press("d")
    expect(piece(page, "T3")).to_be_attached()
    page.keyboard.press("Delete")
    expect(piece(page, "T3")).to_have_count(0)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(piece(page, "T3")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.locator("[data-state]")).to_have_text("Everything is saved.")

    assert stored(room, "T2") == {
        "id": "T2",
        "kind": "long",
        "x": 810,
        "y": 601,
        "turned": 15,
        "side_seats": 4,
    }


def test_numbers_of_a_piece_change_its_seats_and_a_wrong_one_is_told(visit: Open, room: Room) -> None:
    page = opened(visit, room)
    expect(page.locator("[data-count]")).to_have_text("Seats: 26 · blocked: 0")
    piece(page, "T1").click()
    seats = page.locator("[data-for=round] [data-key=seats]")

    seats.fill("10")
    seats.press("Tab")
    expect(page.locator("[data-count]")).to_have_text("Seats: 28 · blocked: 0")
    seats.fill("many")
    seats.press("Tab")
    expect(page.locator("[data-told]")).to_have_text("“seats” of T1 is no number; write a number.")
    expect(seats).to_have_value("many")
    save(page)

    assert stored(room, "T1")["seats"] == 10


@pytest.mark.pictured
def test_seats_are_marked_by_click_and_by_frame(visit: Open, room: Room) -> None:
    page = opened(visit, room)
    page.get_by_role("radio", name="Seats").check()

    page.locator("[data-seat=T1-1]").click()
    page.get_by_role("button", name="Wheelchair").click()
    expect(page.locator("[data-seat=T1-1].is-wheelchair")).to_be_visible()
    page.locator("[data-seat=T1-5]").click()
    page.get_by_role("button", name="Interpreter behind").click()
    expect(page.locator("[data-seat=T1-5-i]")).to_be_visible()
    first, last = middle(page.locator("[data-seat=A-1-1]")), middle(page.locator("[data-seat=A-1-3]"))
    page.mouse.move(first[0] - 14, first[1] - 14)
    page.mouse.down()
    page.mouse.move(last[0], last[1])
    page.mouse.move(last[0] + 8, last[1] + 8)
    page.mouse.up()
    expect(page.get_by_label("marked seats, as A-1-4 or T2-5")).to_have_value("A-1-1, A-1-2, A-1-3")
    page.get_by_role("button", name="Blocked").click()
    expect(page.locator("[data-count]")).to_have_text("Seats: 26 · blocked: 3")
    keep(page, "room-editor-seats")
    picture(page, "room")
    save(page)

    room.refresh_from_db()
    assert room.layout["seats"] == {
        "T1-1": {"wheelchair": True},
        "T1-5": {"interpreter": True},
        **{f"A-1-{number}": {"blocked": True} for number in (1, 2, 3)},
    }


def test_several_pieces_in_a_frame_move_as_one(visit: Open, room: Room) -> None:
    page = opened(visit, room)
    table, rows = middle(piece(page, "T1")), middle(piece(page, "A"))
    page.mouse.move(table[0], table[1] - 90)
    page.mouse.down()
    page.mouse.move(table[0] + 60, table[1])
    page.mouse.move(rows[0], rows[1])
    page.mouse.up()
    expect(page.locator("[aria-pressed=true]")).to_have_count(2)

    drag(page, "T1", 30, 0)
    save(page)

    assert stored(room, "T1")["x"] - 400 == stored(room, "A")["x"] - 1000 > 0


def test_another_was_faster_is_told_and_nothing_is_lost(visit: Open, room: Room) -> None:
    page = opened(visit, room)
    drag(page, "T1", 120, 60)
    other = Room.objects.get(pk=room.pk)
    save_layout(other, {**LAYOUT, "width": 1700}, by=Actor(room.organiser_id))

    page.get_by_role("button", name="Save", exact=True).click()
    conflict = page.locator("[data-conflict]")
    expect(conflict).to_contain_text("“Great Hall” was changed by somebody else meanwhile")
    assert stored(room, "T1")["x"] == 400
    assert room.layout["width"] == 1700

    page.on("dialog", lambda asked: asked.accept())
    conflict.get_by_role("link").click()
    page.get_by_role("button", name="Go on with it").click()
    expect(piece(page, "T1")).not_to_have_attribute("transform", "translate(400 500) rotate(0)")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save mine in its place").click()
    expect(page.locator("[data-state]")).to_have_text("Everything is saved.")
    assert stored(room, "T1")["x"] > 400


@pytest.mark.parametrize("how", [{"theme": "dark"}, {"language": "ar"}, {"is_narrow": True}, {}])
def test_the_page_is_open_to_everybody(visit: Open, room: Room, how: dict[str, Any]) -> None:
    """Dark, from the right, on a phone: axe finds nothing, and nothing runs out of the window."""
    page = opened(visit, room, **how)

    piece(page, "T1").focus()
    name = "-".join(["room-editor", *(str(value) for value in how.values())])
    keep(page, name)
    found = Axe().run(page)
    assert found.response["violations"] == []
    wide: Any = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide[0] <= wide[1]


def test_a_finger_drags_a_table_and_pushes_the_floor(visit: Open, room: Room) -> None:
    page = opened(visit, room, is_narrow=True)
    assert page.viewport_size == NARROW
    piece(page, "T1").scroll_into_view_if_needed()
    x, y = middle(piece(page, "T1"))
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *at: float) -> None:
        points = [{"x": at[0], "y": at[1]}] if at else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", x, y)
    for step in range(1, 6):
        touch("touchMove", x + step * 8, y)
    touch("touchEnd")
    save(page)

    assert stored(room, "T1")["x"] > 400
