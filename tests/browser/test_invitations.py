"""From the terms to the frozen list, as a protocol officer and two guests go."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.directory.models import ContactPoint
from chancery.events.models import Event, Participation, Station
from chancery.guests.actions.links import token_of
from chancery.guests.models import Dispatch, Invitation, ListVersion, Reply, Standing, Wave
from tests import make
from tests.browser.conftest import NARROW, WIDE, keep, watched

pytestmark = pytest.mark.browser

GUESTS = ("Ana Sample", "Bo Sample", "Cleo Sample")


@pytest.fixture
def event(transactional_db: Any) -> Event:
    """A reception some weeks ahead, with three guests on its list who can be written to."""
    office = make.organiser("post", state="PT", host_state="RO", languages=["en"])
    made = make.event(
        office,
        "Reception",
        held_on=timezone.localdate() + timedelta(days=40),
        starts_at="19:00",
        languages=["en"],
    )
    Station.objects.create(event=made, place=make.place(office))
    for name in GUESTS:
        person = make.person(office, name, languages=["en"])
        address = f"{name.split()[0].lower()}@guests.example"
        ContactPoint.objects.create(person=person, kind="email", value=address)
        Invitation.objects.create(guest=make.participation(made, person, planned="listed"))
    return made


@pytest.fixture
def officer(event: Event, live_server: Any, chromium: Browser) -> Iterator[Page]:
    """The window of an owner, who may also approve."""
    client = Client()
    client.force_login(make.member(event.organiser, "owner").user)
    context = chromium.new_context(viewport=WIDE, base_url=live_server.url)
    signed_in(context, client, live_server.url)
    with watched(context) as page:
        yield page


@pytest.fixture
def phone(live_server: Any, chromium: Browser) -> Iterator[Page]:
    """The telephone of a guest, without scripts: nothing of the reply page needs them."""
    context = chromium.new_context(viewport=NARROW, base_url=live_server.url, java_script_enabled=False)
    with watched(context) as page:
        yield page


def signed_in(context: BrowserContext, client: Client, url: str) -> None:
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


def test_from_the_terms_to_the_frozen_list(officer: Page, phone: Page, event: Event) -> None:
    terms_are_written(officer, event)
    wave = wave_is_made(officer, event, "invitation")
    wave_is_approved(officer, wave)
    wave_leaves(officer, wave, len(GUESTS))
    a_guest_accepts(phone, event, "Ana Sample")
    a_guest_sends_somebody(phone, event, "Bo Sample")
    the_representative_is_decided(officer, event)
    reminder = wave_is_made(officer, event, "reminder-1")
    wave_is_approved(officer, reminder)
    wave_leaves(officer, reminder, 1)
    the_record_tells_it_all(officer, event)
    the_list_is_frozen(officer, event)


def address(page: str, event: Event, **arguments: str) -> str:
    return reverse(f"guests:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def sends(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()
    page.wait_for_load_state()


def terms_are_written(page: Page, event: Event) -> None:
    """The host, representatives only with consent, and the head of mission approves."""
    page.goto(address("terms", event))
    page.locator("[name^=host_line]").first.fill("The Ambassador of Portugal")
    page.locator("[name=representatives][value=consent], select[name=representatives]").first.evaluate(
        "input => input.tagName === 'SELECT' ? (input.value = 'consent') : input.click()"
    )
    page.locator("[name=needs_approval]").check()
    sends(page, "Save")
    event.refresh_from_db()
    assert event.terms.host_line == {"en": "The Ambassador of Portugal"}
    assert (event.terms.representatives, event.terms.needs_approval) == ("consent", True)


def wave_is_made(page: Page, event: Event, kind: str) -> Wave:
    page.goto(f"{address('new-wave', event)}?kind={kind}")
    page.locator("[name=kind]").first.select_option(kind)
    sends(page, "Make the wave")
    return Wave.objects.filter(event=event, kind=kind).get()


def wave_is_approved(page: Page, wave: Wave) -> None:
    """Nothing can leave before list and text are approved."""
    page.goto(address("before", wave.event, wave=wave.code))
    expect(page.locator("form[action$='/send/']")).to_have_count(0)
    sends(page, "Ask the head of mission for approval")
    page.goto(address("before", wave.event, wave=wave.code))
    keep(page, f"invitations-{wave.kind}-before")
    sends(page, "Approve the text")


def wave_leaves(page: Page, wave: Wave, count: int) -> None:
    page.goto(address("before", wave.event, wave=wave.code))
    sends(page, "Send ")
    page.goto("about:blank")
    call_command("db_worker", batch=True, verbosity=0, startup_delay=False)
    page.goto(address("wave", wave.event, wave=wave.code))
    wave.refresh_from_db()
    assert wave.state == Wave.State.SENT
    assert wave.dispatches.count() == count


def link_of(event: Event, guest: str) -> str:
    sent = Dispatch.objects.get(
        invitation__guest__event=event, invitation__guest__person__names__printed=guest
    )
    return f"/r/{token_of(sent.reply_link)}/"


def a_guest_accepts(page: Page, event: Event, guest: str) -> None:
    """Looking records nothing; one button does."""
    page.goto(link_of(event, guest))
    assert not Reply.objects.exists()
    page.locator(".answers-two .answer").first.click()
    page.wait_for_load_state()
    keep(page, "invitations-accepted")
    assert standing(event, guest) == Standing.ACCEPTED


def a_guest_sends_somebody(page: Page, event: Event, guest: str) -> None:
    page.goto(link_of(event, guest))
    page.get_by_role("link", name="Somebody comes for me").click()
    page.locator("[name=representative_name]").fill("Dora Deputy")
    page.locator("[name=representative_office]").fill("Counsellor")
    sends(page, "Send the answer")
    keep(page, "invitations-represented")
    assert standing(event, guest) == Standing.SILENT


def the_representative_is_decided(page: Page, event: Event) -> None:
    """The host consents, and the representative becomes a guest."""
    page.goto(address("replies", event))
    keep(page, "invitations-to-decide")
    sends(page, "Take it")
    assert standing(event, "Bo Sample") == Standing.REPRESENTED
    page.goto(address("replies", event))
    page.get_by_role("link", name="Say who it is").click()
    sends(page, "Enter as a new person")
    assert (
        Participation.objects.get(event=event, represents__person__sort_name="Sample, Bo").person is not None
    )


def the_record_tells_it_all(page: Page, event: Event) -> None:
    """Who got what, when, by which channel, what came back and who decided: on one page."""
    guest = Participation.objects.get(event=event, person__sort_name="Sample, Bo")
    page.goto(address("guest", event, guest=guest.code))
    trail = page.locator("#correspondence")
    expect(trail.locator("li")).to_have_count(3)
    expect(trail).to_contain_text("bo@guests.example")
    expect(trail).to_contain_text("represented by Dora Deputy, Counsellor")
    trail.get_by_role("link", name="As it was sent").click()
    expect(page.get_by_role("dialog")).to_contain_text("The Ambassador of Portugal")


def the_list_is_frozen(page: Page, event: Event) -> None:
    page.goto(address("freeze", event))
    page.locator("[name=recipient]").fill("The guard of the house")
    page.locator("main form button").last.click()
    page.wait_for_load_state()
    frozen = ListVersion.objects.get(event=event)
    assert (frozen.number, frozen.count) == (1, 2)
    keep(page, "invitations-frozen")


def standing(event: Event, guest: str) -> str:
    return Invitation.objects.get(guest__event=event, guest__person__names__printed=guest).standing
