"""Mail comes in from a folder, and the officer enters the reply that somebody reads in a letter."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from chancery.events.models import Event
from chancery.guests import collecting
from chancery.guests.models import IncomingMessage, Invitation, Reply
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[1] / "incoming"


@pytest.fixture
def guest(event: Event, settings: Any, tmp_path: Path) -> Invitation:
    """A guest of an event to come, with a letter, an answer and a report in the mailbox."""
    Event.objects.filter(pk=event.pk).update(held_on=date(2090, 2, 26))
    invitation = Invitation.objects.filter(guest__event=event, guest__person__isnull=False).earliest("id")
    Invitation.objects.filter(pk=invitation.pk).update(code="23456789bcdf")
    invitation.refresh_from_db()
    (tmp_path / "new").mkdir()
    for name in ("letter", "counter", "postfix_failed", "exchange_accepted", "out_of_office"):
        (tmp_path / "new" / name).write_bytes((SAMPLES / f"{name}.eml").read_bytes())
    settings.INBOX = tmp_path
    assert collecting.collect(timezone.now()) == 5
    return invitation


@pytest.mark.parametrize(
    ("language", "theme", "is_narrow"), [("en", "light", True), ("ar", "dark", True), ("en", "light", False)]
)
def test_incoming_mail_is_readable_for_everybody(
    visit: Open, guest: Invitation, language: str, theme: str, is_narrow: bool
) -> None:
    look = f"{language}-{theme}-{'narrow' if is_narrow else 'wide'}"
    codes = IncomingMessage.objects.order_by("id").values_list("code", flat=True)
    page = visit("incoming/?show=all", language=language, theme=theme, is_narrow=is_narrow)
    keep(page, f"incoming-{look}")
    wrong = {"list": found} if (found := what_is_wrong(page)) else {}
    for number, code in enumerate(codes):
        page.goto(f"{page.url.split('/incoming/')[0]}/incoming/{code}/")
        keep(page, f"incoming-{number}-{look}")
        if found := what_is_wrong(page):
            wrong[code] = found

    assert wrong == {}


def test_letter_becomes_a_reply(visit: Open, guest: Invitation) -> None:
    letter = IncomingMessage.objects.get(kind="letter")
    page = visit("incoming/")
    page.get_by_role("link", name="Ana Sample").nth(-1).click()
    page.get_by_role("heading", name="Re: Evening of remembrance").wait_for()
    page.get_by_label("Find the guest").fill(guest.guest.name_printed)
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("radio", name=guest.guest.name_printed).first.check()
    page.get_by_role("radio", name="undecided").check()
    page.get_by_role("button", name="Enter the reply").click()
    page.get_by_text("is entered.").wait_for()

    letter.refresh_from_db()
    assert letter.state == IncomingMessage.State.ENTERED
    assert letter.reply == Reply.objects.latest("id")
    assert letter.reply.standing == "undecided"
