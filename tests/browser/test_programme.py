"""The running order of the reference event: by keyboard, by drag, and a speaker found as one types."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from chancery.events.models import Event
from chancery.programme.models import Item
from tests.browser.conftest import Open, keep

pytestmark = pytest.mark.browser


def order(event: Event) -> list[str]:
    return list(Item.objects.filter(event=event).order_by("position").values_list("ref", flat=True))


def programme(visit: Open, event: Event) -> Page:
    return visit(f"events/{event.code}/programme/")


def test_an_item_is_moved_by_keyboard_shown_saved_and_taken_back(visit: Open, event: Event) -> None:
    page = programme(visit, event)
    before = order(event)
    page.get_by_role("button", name="Move Video about the tragedy", exact=True).focus()

    page.keyboard.press("Space")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    expect(page.locator("[data-ch-moves]")).to_contain_text("moves from place")
    assert order(event) == before
    keep(page, "programme-moved")
    page.get_by_role("button", name="Save this order").click()
    expect(page.get_by_text("The order is saved.")).to_be_visible()

    assert order(event) == ["anthem", "opening-speech", "video", "remarks", "exhibition"]
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("The order is as it was.")).to_be_visible()
    assert order(event) == before


def test_an_elastic_speech_is_stretched_by_drag_and_saved(visit: Open, event: Event) -> None:
    page = programme(visit, event)
    grip = page.locator("[data-ch-stretch] svg").first
    box: Any = grip.bounding_box()

    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 4, box["y"] + 600, steps=5)
    page.mouse.up()
    expect(page.get_by_role("spinbutton", name="Length of Opening speech")).to_have_value("20")
    page.get_by_role("button", name="Save the lengths").click()
    expect(page.get_by_text("The lengths are saved.")).to_be_visible()

    assert Item.objects.get(event=event, ref="opening-speech").duration_seconds == 1200


def test_a_speaker_is_found_as_one_types(visit: Open, event: Event) -> None:
    item = Item.objects.get(event=event, ref="exhibition")
    page = visit(f"events/{event.code}/programme/items/{item.code}/")
    page.get_by_text("Who contributes", exact=True).click()

    page.locator("[name=contribution-0-participation_text]").press_sequentially("Simil")
    page.get_by_role("option", name="Vasili Simileanu").first.click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(f"**{reverse('programme:programme', args=[event.organiser.ref, event.code])}")

    assert [each.participation.name_printed for each in item.contributions.all()] == ["Vasili Simileanu"]
