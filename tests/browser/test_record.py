"""The record of the reference event on a phone, by keyboard: the course written down and taken back."""

import pytest
from playwright.sync_api import Page, expect

from chancery.events.models import Event
from chancery.programme.models import Item
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong

pytestmark = pytest.mark.browser

SCRIPT, CUT_OFF = "text/javascript", "throw new Error('The line is cut.')"


def opened(visit: Open, event: Event, page: str = "") -> Page:
    return visit(f"events/{event.code}/record/{page}", is_narrow=True)


def test_the_course_is_written_down_by_keyboard_and_taken_back(visit: Open, event: Event) -> None:
    Item.objects.filter(event=event).update(happened="", started_at=None)
    speech = Item.objects.get(event=event, ref="opening-speech")
    page = opened(visit, event)
    assert what_is_wrong(page) == []

    page.get_by_role("textbox", name="Begun Opening speech").focus()
    page.keyboard.type("17:04")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 item is saved.")).to_be_visible()
    keep(page, "record-course-phone")
    page.get_by_role("button", name="The rest was as planned").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("what was written already stays")).to_be_visible()

    speech.refresh_from_db()
    assert speech.started_at is not None
    assert set(Item.objects.filter(event=event).values_list("happened", flat=True)) == {"yes"}
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("The course is as it was before.")).to_be_visible()
    assert set(Item.objects.filter(event=event).values_list("happened", flat=True)) == {""}


def names(page: Page, rows: str) -> list[str]:
    return [name.strip() for name in page.locator(rows).all_inner_texts()]


def test_the_order_in_fact_is_put_right_by_keyboard_and_taken_back(visit: Open, event: Event) -> None:
    page = opened(visit, event, "course/order/")
    planned = names(page, ".sorting .person-name")
    assert what_is_wrong(page) == []

    page.get_by_role("button", name="Move Remarks", exact=True).focus()
    for key in ("Space", "ArrowUp", "Space"):
        page.keyboard.press(key)
    expect(page.locator("[data-ch-moves]")).to_contain_text("Remarks moves from place 3 to place 2.")
    assert what_is_wrong(page) == []
    page.get_by_role("button", name="Save this order").click()
    expect(page.get_by_text("The order is saved.")).to_be_visible()
    assert names(page, ".course-title") == [planned[0], planned[2], planned[1], *planned[3:]]
    assert what_is_wrong(page) == []

    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("The course is as it was before.")).to_be_visible()
    assert names(page, ".course-title") == planned


def test_an_order_is_put_right_by_keyboard_where_the_module_for_dragging_does_not_come(
    visit: Open, event: Event
) -> None:
    page = opened(visit, event)
    page.route("**/sortable.min.js", lambda asked: asked.fulfill(content_type=SCRIPT, body=CUT_OFF))
    page.goto(f"{page.url}course/order/")

    page.get_by_role("button", name="Move Remarks", exact=True).focus()
    for key in ("Space", "ArrowUp", "Space"):
        page.keyboard.press(key)
    expect(page.locator("[data-ch-moves]")).to_contain_text("Remarks moves from place 3 to place 2.")
