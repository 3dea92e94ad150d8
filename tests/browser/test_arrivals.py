"""The board of arrivals follows the doors by itself, and keeps the place of whoever reads it."""

from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from chancery.door.actions import by_account
from chancery.door.models import Door, Scan
from chancery.events.models import Event, Participation
from tests import make
from tests.browser.conftest import Open
from tests.door import built
from tests.door.awaiting import ambassador

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def today(event: Event) -> Event:
    """The event held today, with a guest who is awaited."""
    event.held_on = timezone.localdate()
    event.save(update_fields=["held_on"])
    return event


def let_in(guest: Participation, door: Door) -> None:
    steward = make.member(door.event.organiser, "door").user
    by_account.note(
        guest,
        Scan.Kind.ADMIT,
        uid=uuid4(),
        people=1,
        door=door,
        who=steward,
        by=make.actor(door.event.organiser, steward),
        now=timezone.now(),
    )


def test_an_arrival_shows_on_the_open_board_and_the_focus_stays(visit_live: Open, today: Event) -> None:
    door, ana = built.door(today, "North door"), ambassador(today, "Ana Sample", "2020-01-01")
    ion = ambassador(today, "Ion Example", "2021-01-01")
    page = visit_live(f"events/{today.code}/door/")
    expect(page.get_by_text("follows by itself")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Ana Sample")
    expect(row).not_to_contain_text("here since")
    held = (
        page.get_by_role("row")
        .filter(has_text="Ion Example")
        .get_by_role("link", name="Ion Example", exact=True)
    )
    held.focus()

    let_in(ana, door)

    expect(row).to_contain_text("here since")
    expect(page.locator("[data-ch-board-part=side]")).to_contain_text("North door")
    expect(held).to_be_focused()
    let_in(ion, door)
    expect(page.get_by_role("row").filter(has_text="Ion Example")).to_contain_text("here since")
