"""The components in Chromium: by keyboard and without JavaScript, at both widths, by day and by night."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.base.test_ui_pages import PAGES

pytestmark = pytest.mark.browser

type Open = Callable[..., Page]

VIEWS = {
    "phone by day": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light", "locale": "en-GB"},
    "desk by night in Arabic": {
        "viewport": {"width": 1440, "height": 900},
        "color_scheme": "dark",
        "locale": "ar",
    },
}
WIDE: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB"}


@pytest.fixture
def visit(chromium: Browser, gallery_address: str) -> Iterator[Open]:
    """Open a page of the gallery; whatever the browser complains about fails the test."""
    contexts, complaints = [], []

    def open_page(path: str, **options: Any) -> Page:
        context = chromium.new_context(**(options or WIDE))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{gallery_address}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


# Every page on a phone; by night and in Arabic those that hold all kinds of parts between them.
LOOKS = [
    *[("phone by day", path) for path in PAGES if path != "find"],
    *[
        ("desk by night in Arabic", path)
        for path in ("home", "guests", "programme", "states", "form?wrong", "why")
    ],
]


@pytest.mark.parametrize(("view", "path"), LOOKS)
def test_a_page_fits_and_is_accessible(visit: Open, view: str, path: str) -> None:
    page = visit(path, **VIEWS[view])

    found = Axe().run(page)

    problems = {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in found.response["violations"]}
    assert problems == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_reasons_open_beside_the_page_and_give_the_focus_back(visit: Open) -> None:
    page = visit("guests")
    fourth = page.locator(".place a").nth(3)
    fourth.focus()

    page.keyboard.press("Enter")

    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Vienna Convention, Art. 16(1)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(fourth).to_be_focused()


def test_without_javascript_everything_is_a_page(visit: Open) -> None:
    page = visit("guests", **WIDE, java_script_enabled=False)

    page.locator(".place a").first.click()
    expect(page.get_by_role("heading", name="Ґалина Зінченко")).to_be_visible()
    page.locator("summary", has_text="English").click()
    page.get_by_role("button", name="Română").click()

    expect(page.locator("html")).to_have_attribute("lang", "ro")


def test_without_javascript_rows_are_moved_by_buttons(visit: Open) -> None:
    page = visit("order", **WIDE, java_script_enabled=False)

    expect(page.get_by_role("button", name="Move Əliyeva Günel up")).to_be_visible()
    expect(page.locator("[data-ch-handle]").first).to_be_hidden()


def test_a_name_is_found_by_keyboard_alone(visit: Open) -> None:
    page = visit("programme")
    page.keyboard.press("Control+k")
    page.keyboard.type("li")
    expect(page.get_by_role("option")).to_have_count(2)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    field = page.get_by_role("combobox", name="Find anything")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    page.keyboard.press("Enter")
    page.wait_for_url("**/why")


def test_escape_closes_the_search_and_keeps_the_words(visit: Open) -> None:
    page = visit("programme")
    page.keyboard.press("Control+k")
    page.keyboard.type("osm")
    expect(page.get_by_role("option").first).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Find anything")).to_have_value("osm")


def test_a_chosen_row_is_sent_and_forgotten_when_the_text_changes(visit: Open) -> None:
    page = visit("form")
    field = page.get_by_role("combobox", name="Body")
    field.press_sequentially("țoiu")
    page.get_by_role("option", name="Țoiu").click()

    kept = page.locator("input[type=hidden][name=body]")
    expect(kept).to_have_value("2")
    expect(field).to_have_value("Țoiu Răzvan-Ștefan")
    field.press_sequentially("x")
    expect(kept).to_have_value("")


def order_of(page: Page) -> list[str]:
    return [str(field.get_attribute("value")) for field in page.locator("input[name=order]").all()]


def test_a_row_is_moved_by_keys_and_the_page_says_who_moves(visit: Open) -> None:
    page = visit("order")
    handle = page.get_by_role("button", name="Move Qudsi Osmanov")
    handle.focus()

    for key in ("Space", "ArrowDown", "ArrowDown", "Space"):
        page.keyboard.press(key)

    assert order_of(page)[:4] == ["2", "3", "1", "4"]
    expect(handle).to_be_focused()
    expect(page.get_by_text("Qudsi Osmanov moves from place 1 to place 3.")).to_be_visible()
    expect(page.locator("[data-ch-spoken]")).to_have_text("Qudsi Osmanov dropped at place 3 of 8.")


def test_escape_puts_a_lifted_row_back(visit: Open) -> None:
    page = visit("order")
    page.get_by_role("button", name="Move Qudsi Osmanov").focus()

    for key in ("Space", "ArrowDown", "Escape"):
        page.keyboard.press(key)

    assert order_of(page)[:3] == ["1", "2", "3"]
    expect(page.locator(".moves")).to_be_hidden()


def test_a_row_is_dragged_to_its_place(visit: Open) -> None:
    page = visit("order")
    # A condition given as text would be evaluated in the page, which the policy of the page forbids.
    page.evaluate("async () => { while (!globalThis.Sortable) await new Promise(requestAnimationFrame) }")

    handles = page.locator("[data-ch-handle]")
    handles.nth(4).drag_to(handles.nth(0), target_position={"x": 10, "y": 2})

    expect(page.locator(".moves li")).to_have_text(
        ["Maximiliane Freifrau von Hohenlohe-Waldenburg-Schillingsfürst moves from place 5 to place 1."]
    )
    assert order_of(page)[0] == "5"


def test_a_range_is_selected_and_the_bar_counts_it(visit: Open) -> None:
    page = visit("guests")
    boxes = page.locator("[data-ch-pick]")
    bar = page.locator(".bulk")
    expect(bar).to_be_hidden()

    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])

    expect(bar).to_contain_text("4 selected")
    page.get_by_role("button", name="Select none").click()
    expect(bar).to_be_hidden()


def test_everything_is_selected_at_once(visit: Open) -> None:
    page = visit("guests?rows=30")

    page.get_by_role("checkbox", name="Select all").check()

    expect(page.locator(".bulk")).to_contain_text("30 selected")


def test_precedence_comes_back_by_one_key(visit: Open) -> None:
    page = visit("guests?sort=name")
    page.locator(".place a").first.focus()

    page.keyboard.press("p")

    page.wait_for_url("**/guests")


def test_a_single_key_does_nothing_outside_the_list_or_while_writing(visit: Open) -> None:
    page = visit("guests?sort=name")

    page.keyboard.press("p")
    page.get_by_role("textbox", name="Name").press_sequentially("pp")

    assert page.url.endswith("?sort=name")


def test_a_row_of_a_form_is_added_and_taken_away(visit: Open) -> None:
    page = visit("states")
    page.get_by_role("button", name="Add a row").click()

    expect(page.locator("input[name=form-2-office]")).to_be_focused()
    expect(page.locator("input[name=form-TOTAL_FORMS]")).to_have_value("3")
    page.get_by_role("button", name="Take this row away").nth(2).click()
    expect(page.locator("input[name=form-2-DELETE]")).to_be_checked()


def test_unsaved_input_is_not_left_without_asking(visit: Open) -> None:
    page = visit("form")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("textbox", name="Name as printed").press_sequentially("Ana")

    page.get_by_role("link", name="Cancel").click(no_wait_after=True)
    page.wait_for_timeout(1)

    assert asked == ["beforeunload"]
    assert page.url.endswith("/form")


def test_length_on_the_scale_is_duration(visit: Open) -> None:
    page = visit("programme")
    tall, short = page.locator(".scale > li").nth(0), page.locator(".scale > li").nth(4)

    def height(item: Any) -> float:
        return float(item.bounding_box()["height"])

    assert height(tall) / height(short) == pytest.approx(30 / 14, abs=0.02)
    before = height(tall)
    page.get_by_role("spinbutton", name="Length of Guests arrive").fill("15")
    assert height(tall) == pytest.approx(before / 2, abs=1)


def test_an_elastic_item_is_stretched_by_drag_within_its_bounds(visit: Open) -> None:
    page = visit("programme")
    grip = page.locator("[data-ch-stretch] svg").first
    box: Any = grip.bounding_box()

    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 4, box["y"] + 400, steps=5)
    page.mouse.up()

    expect(page.get_by_role("spinbutton", name="Length of Guests arrive")).to_have_value("40")


def test_cues_fold_away(visit: Open) -> None:
    page = visit("programme")
    expect(page.get_by_text("Open the doors")).to_be_visible()

    page.get_by_role("checkbox", name="Show the cues").uncheck()

    expect(page.get_by_text("Open the doors")).to_be_hidden()


def test_a_menu_closes_on_escape_and_elsewhere(visit: Open) -> None:
    page = visit("guests")
    columns = page.locator("summary", has_text="Columns")
    offered = page.get_by_role("checkbox", name="Diet")
    columns.click()
    expect(offered).to_be_visible()

    page.keyboard.press("Escape")

    expect(offered).to_be_hidden()
    expect(columns).to_be_focused()
    columns.click()
    page.get_by_role("heading", name="Guests").click()
    expect(offered).to_be_hidden()


def test_a_phone_shows_four_stages_and_unfolds_the_rest(visit: Open) -> None:
    page = visit("guests", **VIEWS["phone by day"])
    expect(page.locator(".spine li:visible")).to_have_count(4)

    page.locator("summary", has_text="12 days to go").click()

    expect(page.locator(".stages-all").get_by_role("link", name="Record")).to_be_visible()


def test_the_margin_stands_at_the_start_of_the_line_in_both_directions(visit: Open) -> None:
    def gap(page: Page) -> float:
        place: Any = page.locator("tbody .place").first.bounding_box()
        name: Any = page.locator("tbody .person").first.bounding_box()
        return float(place["x"] - name["x"])

    assert gap(visit("guests")) < 0
    assert gap(visit("guests", **VIEWS["desk by night in Arabic"])) > 0


def test_the_undo_of_a_message_floats_and_can_be_put_away(visit: Open) -> None:
    page = visit("states")
    toast = page.locator(".messages .toast")
    expect(toast.get_by_role("button", name="Undo")).to_be_visible()

    toast.get_by_role("button", name="Undo").press("Escape")

    expect(page.locator(".messages .toast")).to_have_count(0)
    expect(page.get_by_text("Ana Ionescu was taken off the list.")).to_be_visible()


def test_a_part_that_cannot_be_loaded_is_said_in_words(chromium: Browser, gallery_address: str) -> None:
    page = chromium.new_page(**WIDE)
    page.goto(f"{gallery_address}/guests")
    page.route("**/why", lambda route: route.fulfill(status=500, body=""))

    page.locator(".place a").first.click()

    expect(page.get_by_text("This part could not be loaded")).to_be_visible()
    expect(page.locator("dialog")).to_be_hidden()
    page.close()
