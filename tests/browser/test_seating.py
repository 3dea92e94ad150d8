"""The plan of an event in a browser: placed, moved by drag and by keyboard, taken back, for every reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from chancery.base import jobs
from chancery.events.models import Event
from chancery.guests.models import Invitation
from chancery.seating.models import Placement, Plan
from tests.browser.conftest import NARROW, Open
from tests.seating import built

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(event: Event) -> Plan:
    """A plan of two rows with the first two guests of the list in the first."""
    made = built.plan(event, seated="all", is_chosen=True)
    guests = event.participations.filter(capacity="guest", person__isnull=False).order_by("pk")[:2]
    for number, guest in enumerate(guests, start=1):
        built.seat(made, guest, f"A-1-{number}")
    return made


def path(plan: Plan) -> str:
    return f"events/{plan.event.code}/seating/plan/{plan.code}/"


def seat_of(plan: Plan) -> dict[str, str]:
    rows = Placement.objects.filter(plan=plan).order_by("pk").values_list("participation__code", "seat")
    return {f"{code}.0": seat for code, seat in rows}


def centre(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: str, end: str) -> None:
    for selector, deed in ((start, page.mouse.down), (end, page.mouse.up)):
        page.mouse.move(*centre(page, selector), steps=6)
        deed()


def drag_by_finger(page: Page, start: str, end: str) -> None:
    (x, y), (to_x, to_y) = centre(page, start), centre(page, end)
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in (0.25, 0.5, 0.75, 1):
        at = {"x": x + (to_x - x) * part, "y": y + (to_y - y) * part}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_carries_somebody_to_a_seat(visit: Open, plan: Plan) -> None:
    before = seat_of(plan)
    page = visit(path(plan))

    drag_by_finger(page, '[data-seat="A-1-1"]', '[data-seat="A-2-3"]')
    page.get_by_role("button", name="Give the seat").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()

    moved = next(sitter for sitter, seat in before.items() if seat == "A-1-1")
    assert seat_of(plan) == before | {moved: "A-2-3"}


def test_a_seat_is_given_by_drag_with_a_reason_and_taken_back(visit: Open, plan: Plan) -> None:
    before = seat_of(plan)
    page = visit(path(plan))

    drag(page, '[data-seat="A-1-1"]', '[data-seat="A-2-3"]')
    reason = page.locator("[data-ch-hand-reason]")
    expect(reason).to_be_focused()
    reason.fill("hears better there")
    reason.press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()

    moved = next(sitter for sitter, seat in before.items() if seat == "A-1-1")
    assert seat_of(plan) == before | {moved: "A-2-3"}
    undo.click()
    expect(page.get_by_text("The plan is as it was before.")).to_be_visible()
    assert seat_of(plan) == before


def test_two_change_seats_by_keyboard_alone(visit: Open, plan: Plan) -> None:
    before = seat_of(plan)
    page = visit(path(plan))

    page.locator('[data-seat="A-1-1"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(".seating-hand")).to_be_visible()
    page.locator('[data-seat="A-1-2"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-ch-hand-reason]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()

    assert seat_of(plan) == dict(zip(before, reversed(before.values()), strict=True))


@pytest.mark.parametrize(("language", "is_narrow"), [("en", False), ("ar", True)])
def test_the_plan_keeps_no_reader_out(visit: Open, plan: Plan, language: str, is_narrow: bool) -> None:
    page = visit(path(plan), language=language, is_narrow=is_narrow)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    if is_narrow:
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize(("language", "is_narrow"), [("en", False), ("ar", True)])
def test_the_best_plan_is_taken_and_then_repaired(
    visit: Open, plan: Plan, language: str, is_narrow: bool
) -> None:
    pytest.importorskip("highspy")
    page = visit(path(plan), language=language, is_narrow=is_narrow)
    page.locator(".menu-fold summary").first.click()
    page.locator('form[action$="/solve/"] button').click()
    expect(page.locator(".progress progress")).to_be_visible()
    plan.refresh_from_db()
    assert plan.job is not None
    jobs.run_job.call(plan.job.pk)

    page.locator('a[href$="/propose/solved/"]').click()
    sound(page)
    take(page, plan)
    seated = seat_of(plan)
    assert Placement.objects.filter(plan=plan).count() == 10

    leaving = next(iter(seated))
    Invitation.objects.filter(guest__code=leaving.removesuffix(".0")).update(standing="regretted")
    page.reload()
    page.locator('a[href$="/propose/repaired/"]').click()
    sound(page)
    take(page, plan)

    assert leaving not in seat_of(plan)


def take(page: Page, plan: Plan) -> None:
    page.locator('form:has(input[name="key"]) button').click()
    page.wait_for_url(f"**/{path(plan)}")


def sound(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
