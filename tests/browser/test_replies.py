"""The pages of replies with answers of every kind on them, by day and by night, in both directions."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from chancery.events.models import Event
from chancery.guests.actions import versions
from chancery.guests.models import Invitation, Standing
from tests import make
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong
from tests.guests import built
from tests.guests.test_recording import answered

pytestmark = pytest.mark.browser

AT = datetime(2025, 2, 10, 12, tzinfo=UTC)


def answers_of_every_kind(event: Event) -> dict[str, str]:
    """Record them, freeze a version, and return the pages that tell of them by name."""
    comes, sends, contested, open_one = list(Invitation.objects.filter(guest__event=event).order_by("pk")[:4])
    answered(comes, Standing.ACCEPTED, message="We look forward to it.", at=AT)
    named = answered(sends, Standing.REPRESENTED, representative_name="Mihai Sample-Țoiu", at=AT)
    answered(contested, Standing.ACCEPTED, at=AT)
    answered(contested, Standing.REGRETTED, speaker="assistant", at=AT + timedelta(hours=1))
    answered(open_one, Standing.ACCEPTED, speaker="other", at=AT)
    version = versions.freeze(
        event,
        fields=["name", "office", "with"],
        whom="all",
        recipient="Security",
        purpose="",
        delete_on=date.today() + timedelta(days=3),
        language="en",
        by=make.actor(event.organiser),
        now=timezone.now(),
    )
    guest = contested.guest.code
    return {
        "stage": built.address(event, "replies"),
        "guest": built.address(event, "guest-replies", guest=guest),
        "representative": built.address(event, "representative", reply=named.code),
        "versions": built.address(event, "versions"),
        "version": f"{built.address(event, 'version', version=version.code)}?with=now",
        "freeze": built.address(event, "freeze"),
        "walk-in": built.address(event, "walk-in"),
        "needs": built.address(event, "needs-counted"),
    }


@pytest.mark.parametrize(
    ("language", "theme", "is_narrow"), [("en", "light", True), ("ar", "dark", False), ("ar", "light", True)]
)
def test_each_page_of_replies_is_readable_for_everybody(
    visit: Open, event: Event, language: str, theme: str, is_narrow: bool
) -> None:
    addresses = answers_of_every_kind(event)
    page = visit(language=language, theme=theme, is_narrow=is_narrow)

    unreadable = {}
    for name, address in addresses.items():
        page.goto(address)
        for folded in page.locator("details.counted").all():
            folded.locator("summary").click()
        keep(page, f"replies-{name}-{language}-{theme}-{'narrow' if is_narrow else 'wide'}")
        if found := what_is_wrong(page):
            unreadable[name] = found

    assert unreadable == {}


def test_guests_are_ticked_and_get_the_same_reply(visit: Open, event: Event) -> None:
    page = visit(f"events/{event.code}/replies/")
    boxes = page.locator("input[data-ch-pick]")
    boxes.nth(0).check()
    boxes.nth(1).check()

    page.get_by_role("button", name="Enter the same reply").click()
    page.get_by_label("regretted").check()
    page.get_by_label("When, if not now").fill("2025-02-10T12:00")
    page.get_by_role("button", name="Record").click()

    page.get_by_text("The replies of 2 guests are recorded.").wait_for()
    assert Invitation.objects.filter(guest__event=event, standing=Standing.REGRETTED).count() == 2
